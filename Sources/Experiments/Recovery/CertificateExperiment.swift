// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import Ensembles
import LinearAlgebra

/// The least-squares certificate of Theorem 3's proof on planted Gaussian neurons (``LeastSquaresCertificate``).
///
/// How much of an instance is drawn is a parameter: the active samples on Γ alone, of all inputs, or all samples, which the whole program
/// then decides. A trial succeeds where the certificate, or the program, proves recovery; of inputs on Γ alone nothing is to be recovered.
public struct CertificateExperiment: Experiment {
  /// How much of an instance is drawn.
  public enum Extent: String, Sendable, CaseIterable, ParameterValue {
    /// X_{Γ,Ω}.
    case block
    /// X_Ω.
    case active
    /// X, decided by the whole program.
    case program
  }

  /// N, the number of inputs.
  public static let dimension = RecoveryExperiment.dimension
  /// s, the number of non-zero weights.
  public static let sparsity = RecoveryExperiment.sparsity
  /// P, the number of samples.
  public static let samples = RecoveryExperiment.samples
  /// What is drawn and decided.
  public static let extent = Parameter<Extent>("extent", "What is drawn and decided", standard: .active)

  /// ‖ξ‖; empty where fewer than s samples are active.
  public static let norm = Quantity("certificate_norm", "‖ξ‖; empty where fewer than s samples are active")
  /// Λ_min of X_{Γ,Ω} X_{Γ,Ω}ᵀ, where nothing but that is drawn.
  public static let smallestEigenvalue = Quantity(
    "smallest_eigenvalue", "λ_min of X_{Γ,Ω} X_{Γ,Ω}ᵀ, where nothing but that is drawn")
  /// ‖X_{Γᶜ,Ω} ξ‖_∞, below 1 where ξ certifies recovery.
  public static let correlation = Quantity("correlation", "‖X_{Γᶜ,Ω} ξ‖_∞, below 1 where ξ certifies recovery")

  /// The axes of its grids, the last varying fastest.
  public let parameters: [any GridParameter] = [dimension, sparsity, samples, extent]
  /// What is stored of every trial, or of every item of one.
  public let quantities = [norm, smallestEigenvalue, correlation]

  /// The experiment, which has no settings.
  public init() {}

  /// The cell of N, s and P in which so much is drawn.
  package static func cell(
    _ shape: (dimension: Int, sparsity: Int, samples: Int), _ drawn: Extent
  ) -> Cell {
    CertificateExperiment().cell([
      dimension.is(shape.dimension), sparsity.is(shape.sparsity), samples.is(shape.samples), extent.is(drawn),
    ])
  }

  /// Why no trial can be made in the cell, and what would be right; nil where one can.
  public func problem(with cell: Cell) -> CellProblem? { RecoveryExperiment.problem(withSparsityIn: cell) }

  /// What a trial of the cell costs, in a unit of the experiment's own.
  public func cost(of cell: Cell) -> Double { Double(cell[Self.samples]) * Double(inputs(of: cell)) }

  /// The samples drawn and as much again to work on.
  public func memory(of cell: Cell) -> Double { 16 * cost(of: cell) }

  /// Runs one trial, which is decided by cell, seed and number.
  public func measure(
    _ cell: Cell, seed: UInt64, trial: Int, in workspace: inout TrialWorkspace
  ) -> TrialOutcome {
    // A neuron all of whose weights are planted has no inputs but those on Γ.
    let ensemble = PlantedEnsemble(
      dimension: inputs(of: cell), sparsity: cell[Self.sparsity], samples: cell[Self.samples])
    let neuron = PlantedNeuron(ensemble, seed: seed, trial: trial, stream: &workspace.stream)
    return cell[Self.extent] == .block ? Self.block(neuron) : Self.instance(neuron, cell[Self.extent], &workspace)
  }

  private func inputs(of cell: Cell) -> Int {
    cell[Self.extent] == .block ? cell[Self.sparsity] : cell[Self.dimension]
  }

  private static func block(_ neuron: PlantedNeuron) -> TrialOutcome {
    guard let certificate = LeastSquaresCertificate(block: neuron.active, signs: neuron.signs),
      let smallest = neuron.active.singularValues.last
    else { return TrialOutcome([Measurement(norm, .nan), Measurement(smallestEigenvalue, 0.0)]) }
    return TrialOutcome([
      Measurement(norm, certificate.norm), Measurement(smallestEigenvalue, smallest * smallest),
    ])
  }

  private static func instance(
    _ neuron: PlantedNeuron, _ extent: Extent, _ workspace: inout TrialWorkspace
  ) -> TrialOutcome {
    let certificate = LeastSquaresCertificate(
      block: neuron.active.selectingColumns(neuron.support), signs: neuron.signs)
    let largest = certificate?.largestCorrelation(with: neuron.active, off: neuron.support)
    var isRecovered: Bool? = largest.map { $0 < 1 } ?? false
    if extent == .program {
      let program = neuron.program(inactive: neuron.inactive(stream: &workspace.stream))
      isRecovered = PlantedWeights(neuron).verdict(on: Homotopy().solve(program)).isRecovered
    }
    return TrialOutcome(
      success: isRecovered,
      [Measurement(norm, certificate?.norm ?? .nan), Measurement(correlation, largest ?? .nan)])
  }
}

extension PlantedNeuron {
  /// The whole program at ε = 0.
  ///
  /// - Parameter inactive: the samples with xᵀw* ≤ 0, (P−n)×N.
  func program(inactive: Matrix) -> LayerProgram {
    LayerProgram(active: active, responses: responses, inactive: inactive)
  }
}
