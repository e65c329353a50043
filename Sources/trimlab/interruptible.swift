// SPDX-License-Identifier: GPL-3.0-or-later
import Dispatch
import Foundation
import StudyRunner

/// Runs `body` so that Ctrl-C and SIGTERM request `stop`; a second Ctrl-C ends the process at once, which is safe too.
///
/// SIGTERM may come twice and mean the same: a scheduler sends it to a script and to all that the script started.
func interruptible<Result>(_ stop: StopSignal, _ body: () async throws -> Result) async rethrows -> Result {
  let sources = [SIGINT, SIGTERM].map { number in
    signal(number, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
    source.setEventHandler {
      if stop.isRequested && number == SIGINT { _exit(ExitStatus.interrupted.rawValue) }
      guard !stop.isRequested else { return }
      stop.request()
      Terminal.complain("\nstopping after the trials in flight; Ctrl-C once more stops at once")
    }
    source.resume()
    return source
  }
  defer {
    for source in sources { source.cancel() }
    for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
  }
  return try await body()
}
