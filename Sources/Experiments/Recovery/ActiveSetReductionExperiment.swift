// SPDX-License-Identifier: GPL-3.0-or-later
package import ConvexRecovery
package import Ensembles
import LinearAlgebra

/// Decides planted neurons by the whole program, by the program of the active samples alone, and by the active samples' certificates.
///
/// A trial succeeds where all that decided agree; it is undecided where a program was not, or where an inactive sample is almost tied
/// at w*.
public struct ActiveSetReductionExperiment: Experiment {
  /// What the program with all samples says.
  public static let wholeProgram = verdict("whole_program", "What the program with all samples says")
  /// What the program with the active samples says.
  public static let reducedProgram = verdict("reduced_program", "What the program with the active samples says")
  /// What the active samples' certificate or null vector says.
  public static let reducedCertificate = verdict(
    "reduced_certificate", "What the active samples' certificate or null vector says")
  /// Whether both programs have the same minimiser.
  public static let sameMinimiser = Quantity(
    "same_minimiser", "Whether both programs have the same minimiser", kind: .flag)
  /// min over inactive samples of −x_pᵀw*/(‖x_p‖‖w*‖); empty without any.
  public static let strictness = Quantity(
    "strictness", "min over inactive samples of −x_pᵀw*/(‖x_p‖‖w*‖); empty without any")

  /// The axes of its grids, the last varying fastest.
  public let parameters: [any GridParameter] = [
    RecoveryExperiment.dimension, RecoveryExperiment.sparsity, RecoveryExperiment.inputs, RecoveryExperiment.samples,
    RecoveryExperiment.weights,
  ]
  /// What is stored of every trial, or of every item of one.
  public let quantities = [wholeProgram, reducedProgram, reducedCertificate, sameMinimiser, strictness]
  /// How many of the active samples are kept from the reduced program.
  private let withheld: Int

  /// The experiment; with `withheld` above 0 the reduced program lacks that many of the active samples, which makes the statement false.
  public init(withholding withheld: Int = 0) { self.withheld = withheld }

  /// The cell in which neurons of `ensemble` are drawn.
  package func cell(_ ensemble: PlantedEnsemble) -> Cell {
    typealias Planted = RecoveryExperiment
    return cell([
      Planted.dimension.is(ensemble.dimension), Planted.sparsity.is(ensemble.sparsity),
      Planted.inputs.is(ensemble.inputs), Planted.samples.is(ensemble.samples), Planted.weights.is(ensemble.weights),
    ])
  }

  private static func verdict(_ name: String, _ meaning: String) -> Quantity {
    Quantity(name, meaning, kind: .word(RecoveryVerdict.allCases.map(\.rawValue)))
  }

  /// Why no trial can be made in the cell, and what would be right; nil where one can.
  public func problem(with cell: Cell) -> CellProblem? { RecoveryExperiment.problem(withSparsityIn: cell) }

  /// What a trial of the cell costs, in a unit of the experiment's own.
  public func cost(of cell: Cell) -> Double { RecoveryExperiment().cost(of: cell) }

  /// The samples drawn and as much again to work on.
  public func memory(of cell: Cell) -> Double { 16 * cost(of: cell) }

  /// Runs one trial, which is decided by cell, seed and number.
  public func measure(
    _ cell: Cell, seed: UInt64, trial: Int, in workspace: inout TrialWorkspace
  ) -> TrialOutcome {
    let neuron = PlantedNeuron(PlantedEnsemble(cell), seed: seed, trial: trial, stream: &workspace.stream)
    return compare(neuron, inactive: neuron.inactive(stream: &workspace.stream)).outcome
  }

  private func compare(_ neuron: PlantedNeuron, inactive: Matrix) -> ReductionVerdicts {
    let kept = 0..<max(neuron.active.rows - withheld, 0)
    let reduced = LayerProgram(
      active: neuron.active.selectingRows(kept), responses: Array(neuron.responses[kept]),
      inactive: Matrix(rows: 0, columns: neuron.ensemble.dimension))
    let solution = Homotopy().solve(neuron.program(inactive: inactive))
    let reducedSolution = Homotopy().solve(reduced)
    let planted = PlantedWeights(neuron)
    let certificate = CertificateNewton().decide(
      active: reduced.inputs, support: neuron.support, signs: neuron.signs)
    let distance = (solution.weights.elements - reducedSolution.weights.elements).norm2
    return ReductionVerdicts(
      wholeProgram: planted.verdict(on: solution), reducedProgram: planted.verdict(on: reducedSolution),
      reducedCertificate: certificate.verdict, sameMinimiser: distance <= 1e-6 * solution.weights.elements.norm2,
      strictness: planted.strictness(of: inactive))
  }
}

/// The verdicts on one instance.
package struct ReductionVerdicts: Sendable {
  let wholeProgram, reducedProgram, reducedCertificate: RecoveryVerdict
  /// Whether the two programs' minimisers are the same.
  let sameMinimiser: Bool
  /// min over p ∉ Ω of −x_pᵀw*/(‖x_p‖‖w*‖): no closer to w* does an inactive sample stop a minimiser (relative).
  let strictness: Double

  package init(
    wholeProgram: RecoveryVerdict, reducedProgram: RecoveryVerdict, reducedCertificate: RecoveryVerdict,
    sameMinimiser: Bool = true, strictness: Double = 1
  ) {
    (self.wholeProgram, self.reducedProgram) = (wholeProgram, reducedProgram)
    (self.reducedCertificate, self.sameMinimiser) = (reducedCertificate, sameMinimiser)
    self.strictness = strictness
  }

  /// Whether all that decided agree; nil where the hypotheses are not certified.
  var agree: Bool? {
    guard strictness > 2 * PlantedWeights.resolution, wholeProgram != .undecided, reducedProgram != .undecided else {
      return nil
    }
    return wholeProgram == reducedProgram && [wholeProgram, .undecided].contains(reducedCertificate)
  }

  package var outcome: TrialOutcome {
    typealias Q = ActiveSetReductionExperiment
    func measurement(_ quantity: Quantity, _ verdict: RecoveryVerdict) -> Measurement {
      Measurement(quantity, RecoveryVerdict.allCases.firstIndex(of: verdict) ?? 0)
    }
    return TrialOutcome(
      success: agree,
      [
        measurement(Q.wholeProgram, wholeProgram), measurement(Q.reducedProgram, reducedProgram),
        measurement(Q.reducedCertificate, reducedCertificate), Measurement(Q.sameMinimiser, sameMinimiser),
        Measurement(Q.strictness, strictness.isFinite ? strictness : .nan),
      ])
  }
}
