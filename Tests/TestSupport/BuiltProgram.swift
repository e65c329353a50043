// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
public import Subprocess

/// What a run of the built program left behind.
public struct Outcome: Sendable {
  /// The exit code; nil when a signal ended the program.
  public let code: Int32?
  /// What it printed on standard output.
  public let output: String
  /// What it printed on standard error.
  public let errors: String
}

/// The folder of the program that was built together with the tests.
private let products = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().path

/// The environment in which `trimlab` is found; `path` is where it finds other programs, by default the usual places.
private func environment(path: String?) -> Environment {
  let usual = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
  return .inherit.updating(["PATH": "\(products):\(path ?? usual)"])
}

/// Runs `trimlab` with the arguments and waits for its end.
public func trimlab(_ arguments: String..., path: String? = nil) async throws -> Outcome {
  try await trimlab(arguments, path: path)
}

/// As above, for arguments that are a list.
public func trimlab(_ arguments: [String], path: String? = nil) async throws -> Outcome {
  let result = try await run(
    .name("trimlab"), arguments: .init(arguments), environment: environment(path: path),
    output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
  return Outcome(
    code: result.terminationStatus.code, output: result.standardOutput, errors: result.standardError)
}

/// Runs a command of the shell in which `trimlab` is found.
public func shell(_ command: String) async throws -> Outcome {
  let result = try await run(
    .name("bash"), arguments: ["-c", command], environment: environment(path: nil),
    output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
  return Outcome(
    code: result.terminationStatus.code, output: result.standardOutput, errors: result.standardError)
}

/// Starts `trimlab`, sends it `signal` once `ready` holds (or it ended before), and waits for its end.
///
/// - Returns: the exit code; nil when the signal ended the program.
public func trimlab(_ arguments: [String], sending signal: Signal, when ready: @Sendable () -> Bool) async throws
  -> Int32?
{
  let result = try await run(
    .name("trimlab"), arguments: .init(arguments), environment: environment(path: nil), input: .none,
    output: .discarded, error: .discarded
  ) { execution in
    let process = execution.processIdentifier.value
    try await wait { ready() || hasEnded(process) }
    try? execution.send(signal: signal)
  }
  return result.terminationStatus.code
}

/// Waits until `ready` holds: as long as it takes, since tests beside this one may keep every core busy.
///
/// - Throws: ``NeverReady`` after ten minutes.
public func wait(until ready: () -> Bool) async throws {
  let deadline = ContinuousClock.now + .seconds(600)
  while !ready() {
    guard ContinuousClock.now < deadline else { throw NeverReady() }
    try await Task.sleep(for: .milliseconds(5))
  }
}

/// What was waited for did not come.
public struct NeverReady: Error {}

/// Whether a child process is over, waited for or not.
private func hasEnded(_ process: pid_t) -> Bool {
  var information = siginfo_t()
  let status = waitid(P_PID, id_t(process), &information, WEXITED | WNOHANG | WNOWAIT)
  return status != 0 || information.si_signo != 0
}

extension TerminationStatus {
  fileprivate var code: Int32? { if case .exited(let code) = self { code } else { nil } }
}

/// What a shell command shows on a terminal.
public func terminal(_ command: String, _ variables: [Environment.Key: String]) async throws -> String {
  let result = try await run(
    .name("script"), arguments: ["--quiet", "--return", "--command", command, "/dev/null"],
    environment: environment(path: nil).updating(variables.mapValues { Optional($0) }), output: .string(limit: 1 << 20),
    error: .discarded)
  return result.standardOutput
}
