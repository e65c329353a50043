// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import Reporting

@main
struct TrimLab: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trimlab",
    abstract: "Measures sample complexity and verifies the theory of provable network pruning (Net-Trim).",
    version: version + (BuiltCommit.text.map { " (commit \($0))" } ?? ""),
    subcommands: [
      RunCommand.self, StatusCommand.self, MergeCommand.self, ReplayCommand.self, SubmitCommand.self,
      ReportCommand.self, CompareCommand.self, PlanCommand.self, Predict.self, VerifyCommand.self, ClaimsCommand.self,
      SolveCommand.self, PruneCommand.self,
    ])

  static let version = "0.1.0"

  static func main() async {
    do {
      let command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        var command = command
        try command.run()
      }
    } catch let failure as any ExitCoded {
      Terminal.complain("error: \(failure)")
      exit(withError: ExitCode(failure.exitStatus.rawValue))
    } catch {
      exit(withError: error)
    }
  }
}
