// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Subprocess

/// All cases of one reader, in processes of their own that go on behind each case that ends one.
struct Campaign {
  let reader: String
  let seed: UInt64
  let seconds: Double
  /// Numbers of its cases.
  let range: Range<Int>
  let folder: URL

  /// So many inputs that end a reader are enough to go on with.
  private static let endLimit = 20

  func run() async throws -> Tally {
    let (clock, start) = (ContinuousClock(), ContinuousClock.now)
    var (tally, first) = (Tally(), range.lowerBound)
    while first < range.upperBound, tally.ends.count < Self.endLimit {
      let left = seconds - start.duration(to: clock.now) / .seconds(1)
      guard left > 0 else { break }
      let file = folder.appending(path: "\(reader).current")
      let result = try await work(from: first, seconds: left, file: file)
      guard let last = try? CurrentCase.read(file) else { throw NotStarted(errors: result.errors) }
      tally.cases += last.number - first + 1
      tally.accepted += last.accepted
      first = last.number + 1
      if result.status == .exited(0) {
        try FileManager.default.removeItem(at: file)
        break
      }
      tally.ends.append(try keep(last.number, last.input, result))
    }
    tally.seconds = start.duration(to: clock.now) / .seconds(1)
    return tally
  }

  private typealias Result = (status: TerminationStatus, errors: String)

  /// Runs a worker in at most 2 GB of memory.
  private func work(from first: Int, seconds: Double, file: URL) async throws -> Result {
    let limited = "ulimit -v 2097152 2>/dev/null; ulimit -c 0; exec \"$0\" work \"$@\""
    let arguments = [
      "--reader", reader, "--seed", "\(seed)", "--first", "\(first)", "--end", "\(range.upperBound)", "--seconds",
      "\(seconds)",
      "--file", file.path,
    ]
    let result = try await Subprocess.run(
      .name("bash"), arguments: .init(["-c", limited, CommandLine.arguments[0]] + arguments),
      environment: .inherit.updating(["SWIFT_BACKTRACE": "enable=no"]), output: .discarded,
      error: .string(limit: 1 << 20))
    return (result.terminationStatus, result.standardError)
  }

  /// A worker that ended before it could say so of any case.
  private struct NotStarted: Error { let errors: String }

  private func keep(_ number: Int, _ input: Data, _ result: Result) throws -> String {
    let name = "\(reader)-seed\(seed)-\(number)"
    try input.write(to: folder.appending(path: name))
    let reason = result.errors.split(separator: "\n").first { !$0.isEmpty }.map { ": \($0.prefix(200))" } ?? ""
    return "\(folder.appending(path: name).path) \(result.status)\(reason)"
  }
}
