// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import ConvexRecovery
import Experiments
import LinearAlgebra
import RandomStreams
import TestSupport
import Testing

/// The experiment, the claim and the solver of the article "Add an experiment, a claim, a solver", which shows them word for word.
@Suite struct ExampleTests {
  /// False alarms: the claim's own, 10⁻⁴ over all claims; the seed is fixed.
  @Test func theClaimStandsAndItsFalseVariantFalls() async {
    let report = await ActiveShareClaim().verify(VerificationPlan(budget: .quick, workers: 2))
    #expect(
      report.finding.verdict == .consistent && report.control.verdict == .refuted && !report.isAlarming, "\(report)")
    #expect(!report.finding.nearMisses.isEmpty && report.finding.nearMisses.allSatisfy { $0.isRefuted })
  }

  /// A trial is the same whatever runs beside it, and another trial, seed or cell is another draw.
  @Test func aTrialIsWhatItsKeySays() {
    let experiment = ActiveShareExperiment()
    func active(_ bias: Double, seed: UInt64, _ trial: Int) -> Double? {
      var workspace = TrialWorkspace()
      return experiment.measure(
        experiment.cell([ActiveShareExperiment.bias.is(bias)]), seed: seed, trial: trial, in: &workspace)[
          ActiveShareExperiment.active]
    }
    #expect(active(0.5, seed: 1, 1) == active(0.5, seed: 1, 1))
    #expect(
      Set([active(0, seed: 1, 1), active(0, seed: 1, 2), active(0, seed: 2, 1), active(0.5, seed: 1, 1)]).count == 4)
  }

  /// Where it is proved optimal its norm is the homotopy's; where it is not, an inequality is broken or the gap is not closed, and it says so.
  @Test func theSolverAgreesWithTheHomotopy() throws {
    var optimal = 0
    for trial in 0..<40 as Range<UInt32> {
      var stream = RandomStream(StreamKey(seed: 1, content: "N=40 s=4 P=44", trial: trial, purpose: "neuron"))
      let x = Matrix(rows: 44, columns: 40) { stream.fillNormal($0) }
      var w = [Double](repeating: 0, count: 40)
      for j in stream.subset(size: 4, of: 40) { w[j] = stream.normal() }
      let program = try LayerProgram(inputs: x, responses: Matrix(column: (x * w).map { max($0, 0) }))
      let (mine, path) = (ReweightedLeastSquares().solve(program), Homotopy().solve(program))
      #expect(path.status == .optimal)
      if mine.status == .optimal {
        optimal += 1
        expectClose(mine.objective, path.objective, relative: 1e-7, "trial \(trial)")
      } else {
        #expect(mine.relativeViolation > 1e-9 || mine.relativeGap > 1e-8, "trial \(trial)")
      }
    }
    // The exact law recovers 98.2 % at these N, s and P: fewer than 32 of 40 has a probability below 10⁻⁶.
    #expect(optimal >= 32, "\(optimal) of 40")
  }
}
