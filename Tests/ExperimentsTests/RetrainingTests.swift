// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments
import Testing

/// Rounds that do not divide the epochs, and a last layer that is to keep more than it has.
@Test func settingsOfRetrainingThatCannotBeAreNamed() {
  typealias Pruning = RetrainingExperiment
  func problem(_ values: Cell.Value...) -> String? {
    let experiment = RetrainingExperiment()
    return experiment.problem(with: experiment.cell(values)).map { "\($0)" }
  }
  #expect(problem() == nil && problem(Pruning.rounds.is(4)) == nil)
  #expect(problem(Pruning.rounds.is(7))?.contains("100 epochs") == true)
  #expect(problem(Pruning.thirdKept.is(49))?.hasPrefix("kept_3: 49 is more than the 48") == true)
}
