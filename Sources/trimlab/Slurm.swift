// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Reporting
import Subprocess

/// The commands of a Slurm cluster.
enum Slurm {
  /// This program, as the nodes are to call it.
  static var trimlab: URL { (Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments[0])).absoluteURL }

  /// - Throws: `ReportError.missingProgram`.
  static func requireInstalled() async throws {
    guard (try? await Executable.name("sbatch").resolveExecutablePath(in: .inherit)) != nil else {
      throw ReportError.missingProgram("sbatch", package: "slurm-client")
    }
  }

  /// Submits the scripts, each to start when the one before has ended well; returns their job numbers.
  ///
  /// - Throws: `ReportError.failed` with what sbatch said. A chain that cannot be completed is cancelled.
  static func submit(_ scripts: [URL]) async throws -> [String] {
    var jobs: [String] = []
    for script in scripts {
      let dependency = jobs.last.map { ["--dependency=afterok:\($0)", "--kill-on-invalid-dep=yes"] } ?? []
      do {
        let answer = try await output(of: "sbatch", ["--parsable"] + dependency + [script.path])
        // job, or job;cluster
        jobs.append(String(answer.prefix { $0 != ";" && !$0.isNewline }))
      } catch {
        if !jobs.isEmpty { _ = try? await output(of: "scancel", jobs) }
        throw error
      }
    }
    return jobs
  }

  private static func output(of program: String, _ arguments: [String]) async throws -> String {
    let result = try await run(
      .name(program), arguments: .init(arguments), output: .string(limit: 1 << 16), error: .string(limit: 1 << 16))
    guard result.terminationStatus.isSuccess else {
      throw ReportError.failed(program: program, message: result.standardError)
    }
    return result.standardOutput
  }
}
