// SPDX-License-Identifier: GPL-3.0-or-later
import Answers
import ArgumentParser
import Foundation
import Reporting
import StudyModel

struct PlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Says how many trials a study of recovery needs.",
    discussion: """
      By the exact law for Gaussian inputs, before anything is drawn. --half-width H asks for 95 % intervals of every success rate no wider \
      than ±H, and of every P50 no wider than ±H of itself. --detect D asks for a test of the recovery law, at the study's alarm rate, that \
      finds a statistical dimension off by a relative D with probability 0.9.

      Example:
        trimlab plan Studies/quickstart.yaml --half-width 0.02
        trimlab plan Studies/quickstart.yaml --detect 0.05
      """)

  @Argument(help: "The study file.", completion: .file(extensions: ["yaml", "yml"]))
  var study: String

  @Option(help: ArgumentHelp("Half-width of intervals that is wanted, e.g. 0.02.", valueName: "H"))
  var halfWidth: Double?

  @Option(help: ArgumentHelp("Relative error of the law that is to be found, e.g. 0.05.", valueName: "D"))
  var detect: Double?

  @Option(name: .customLong("set"), help: ArgumentHelp("Change a setting of the study file.", valueName: "key=value"))
  var overrides: [String] = []

  @Option(help: "Trials run at the same time.")
  var workers = ProcessInfo.processInfo.activeProcessorCount

  @Flag(help: "Print a JSON document instead of text.")
  var json = false

  func validate() throws {
    guard workers >= 1 else { throw ValidationError("--workers \(workers): expected at least 1") }
    guard (halfWidth == nil) != (detect == nil) else {
      throw ValidationError("expected either --half-width H or --detect D, e.g. --half-width 0.02")
    }
    if let halfWidth, !(halfWidth > 0 && halfWidth < 0.5) {
      throw ValidationError("--half-width \(halfWidth): expected a number between 0 and 0.5, e.g. 0.02")
    }
    if let detect, !(detect > 0 && detect < 1) {
      throw ValidationError("--detect \(detect): expected a number between 0 and 1, e.g. 0.05")
    }
  }

  func run() async throws {
    let study = try await Study(reading: study, overrides: overrides, trials: nil)
    guard let forecast = RecoveryForecast(study) else { throw NoPlan(study: study.name) }
    let plan = Plan(study, forecast, halfWidth: halfWidth, detect: detect, workers: workers)
    print(json ? try printedJSON(plan) : plan.text)
  }
}

/// A study for which there is no law to plan by.
struct NoPlan: ExitCoded, CustomStringConvertible {
  let study: String

  var exitStatus: ExitStatus { .badData }
  var description: String {
    "\(study) cannot be planned: only studies of recovery whose samples are listed have a law to plan by; an adaptive study plans itself"
  }
}

/// How many trials each cell needs for what is asked; nil where ten million do not do.
private struct Plan: Encodable {
  struct Goal: Encodable {
    let goal: String
    let trialsEach, trials: Int?
    let seconds: Double?
  }

  let study: String
  let cells: Int
  let goals: [Goal]

  init(_ study: Study, _ forecast: RecoveryForecast, halfWidth: Double?, detect: Double?, workers: Int) {
    let cells = study.grid.cells
    let pilot = StudyPilot(study)
    let perRound =
      cells.reduce(0) { $0 + pilot.seconds(of: $1) }
      / Double(min(workers, ProcessInfo.processInfo.activeProcessorCount))
    func goal(_ text: String, _ each: Int?) -> Goal {
      Goal(
        goal: text, trialsEach: each, trials: each.map { $0 * cells.count }, seconds: each.map { Double($0) * perRound }
      )
    }
    (self.study, self.cells) = (study.name, cells.count)
    if let halfWidth {
      goals = [
        goal("every success rate to ±\(halfWidth)", forecast.trials(rateHalfWidth: halfWidth)),
        goal("every P50 to ±\(halfWidth) of itself", forecast.trials(medianHalfWidth: halfWidth)),
      ]
    } else {
      let detect = detect ?? 0
      goals = [goal("the recovery law refuted where δ is off by \(detect)", forecast.trials(detecting: detect))]
    }
  }

  var text: String {
    let lines = goals.map { goal in
      guard let each = goal.trialsEach, let trials = goal.trials, let seconds = goal.seconds else {
        return "\(goal.goal): no number of trials up to ten million a cell does; add cells in the transition"
      }
      return "\(goal.goal): {each: \(each)}, \(trials.grouped) trials, about \(Duration.seconds(seconds).clock)"
    }
    return "\(study): \(cells.grouped) cells\n" + lines.joined(separator: "\n")
  }
}
