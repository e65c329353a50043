// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import Testing

/// What must hold of every claim and its experiment, whatever the theory.
@Suite struct EveryClaimTests {
  /// What `verify` runs of a claim, and of its false variant where that has trials of its own.
  private func verifications(_ index: Int, workers: Int = 1) -> [(variant: ClaimVariant, of: Verification)] {
    let (claim, plan) = (ClaimRegistry.all[index], VerificationPlan(budget: .quick, workers: workers))
    let stated = claim.verification(plan)
    return [(.stated, stated), (.falsified, claim.falseVerification(plan) ?? stated)]
  }

  // MARK: Workers

  /// All that a run of trials says but its timings, not-a-number being equal to itself.
  private func untimed(_ cells: [CellTrials]) -> [String] {
    cells.flatMap { cell in
      cell.trials.map { trial in
        switch trial.result {
        case .success(let outcome):
          "\(cell.cell) \(trial.number) \(String(describing: outcome.success)) \(outcome.measurements)"
        case .failure(let failure): "\(cell.cell) \(trial.number) \(failure)"
        }
      }
    }
  }

  /// Three trials in each of the first two cells, by one worker and by three: the same outcomes and the same finding.
  @Test(arguments: ClaimRegistry.all.indices)
  func theNumberOfWorkersChangesNothing(index: Int) async {
    let claim = ClaimRegistry.all[index]
    for (variant, verification) in verifications(index) {
      let few = Verification(
        verification.experiment, verification.cells.prefix(2).map { ($0.cell, min($0.trials, 3)) })
      var found: [(trials: [String], finding: String)] = []
      for workers in [3, 1] {
        let plan = VerificationPlan(budget: .quick, workers: workers)
        let trials = await few.run(plan)
        #expect(trials.allSatisfy { $0.failed == 0 }, "\(claim.name): \(untimed(trials))")
        found.append((untimed(trials), "\(claim.judge(trials, variant, alarmRate: plan.alarmRate))"))
      }
      #expect(found[0].trials == found[1].trials, "\(claim.name) \(variant)")
      #expect(found[0].finding == found[1].finding, "\(claim.name) \(variant)")
    }
  }

  // MARK: Declarations

  /// The columns of the database: of cells, trials, items, and of the view that has cells and trials side by side.
  private func columns(_ experiment: any Experiment) -> [[String]] {
    let parameters = experiment.parameters.map(\.name)
    let ofTrials = experiment.quantities.filter(\.isOfTrials).map(\.name)
    let common = ["number", "verdict", "failure", "seconds"]
    return [
      ["id", "name"] + parameters, ["id", "cell_id"] + common + ofTrials,
      ["trial_id", "item"] + experiment.quantities.filter(\.isOfItems).map(\.name),
      ["trial", "trial_key"] + common + parameters + ofTrials, experiment.quantities.map(\.name),
    ]
  }

  /// The database does not tell capitals from small letters.
  @Test(arguments: ClaimRegistry.all.indices)
  func namesAreDistinct(index: Int) {
    let claim = ClaimRegistry.all[index]
    for experiment in [claim.experiment] + verifications(index).map(\.of.experiment) {
      for names in columns(experiment) {
        let repeated = Dictionary(grouping: names) { $0.lowercased() }.filter { $0.value.count > 1 }.keys
        #expect(repeated.isEmpty, "\(claim.name): \(repeated.sorted())")
      }
      let parameters = Set(experiment.parameters.map(\.name))
      #expect(experiment.grouping.allSatisfy { parameters.contains($0.name) }, "\(claim.name)")
      #expect(
        (experiment.itemName == nil) == experiment.quantities.allSatisfy { !$0.isOfItems },
        "\(claim.name): items have a name where they are measured")
    }
  }

  @Test(arguments: ClaimRegistry.all.indices)
  func cellsAreOfTheirExperiment(index: Int) {
    let claim = ClaimRegistry.all[index]
    for (_, verification) in verifications(index) {
      let experiment = verification.experiment
      #expect(!verification.cells.isEmpty && verification.cells.allSatisfy { $0.trials > 0 }, "\(claim.name)")
      #expect(Set(verification.cells.map(\.cell)).count == verification.cells.count, "\(claim.name): a cell twice")
      for (cell, _) in verification.cells {
        let expected = experiment.parameters.filter { experiment.has($0, in: cell) }.map(\.name)
        #expect(cell.entries.map(\.name) == expected, "\(claim.name): \(cell)")
        #expect(experiment.problem(with: cell) == nil, "\(claim.name): \(cell)")
        #expect(experiment.cost(of: cell) > 0 && experiment.memory(of: cell) > 0, "\(claim.name): \(cell)")
      }
    }
  }

  /// One trial measures what is declared, where it is declared, once, and each kind holds what it says.
  @Test(arguments: ClaimRegistry.all.indices)
  func measurementsAreOfTheirKind(index: Int) throws {
    let claim = ClaimRegistry.all[index]
    for (_, verification) in verifications(index) {
      var workspace = TrialWorkspace()
      let trial = verification.experiment.trial(
        verification.cells[0].cell, seed: 1, number: 1, in: &workspace)
      let outcome = try trial.result.get()
      let declared = Dictionary(
        uniqueKeysWithValues: verification.experiment.quantities.map { ($0.name, $0) })
      let places = outcome.measurements.map { "\($0.name) \($0.item)" }
      #expect(Set(places).count == places.count, "\(claim.name): measured twice")
      for measurement in outcome.measurements {
        let label = "\(claim.name): \(measurement)"
        let quantity = try #require(declared[measurement.name], "\(label) is not declared")
        #expect(measurement.item == 0 ? quantity.isOfTrials : measurement.item > 0 && quantity.isOfItems, "\(label)")
        #expect(measurement.value.isNaN || quantity.kind.holds(measurement.value), "\(label)")
      }
    }
  }
}

extension Quantity.Kind {
  fileprivate func holds(_ value: Double) -> Bool {
    switch self {
    case .number: value.isFinite
    case .count: value >= 0 && value == value.rounded() && value.isFinite
    case .flag: value == 0 || value == 1
    case .word(let words): words.indices.contains(Int(exactly: value) ?? -1)
    }
  }
}
