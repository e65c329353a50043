// SPDX-License-Identifier: GPL-3.0-or-later
import HardThresholding
import LinearAlgebra
import RandomStreams

/// Hard thresholding of a planted two-layer network with known gates, beside the contraction that its restricted isometry promises.
///
/// The constants are exact, by all supports of 3S weights, which confines the sizes. A trial succeeds where every iteration contracts the error
/// as promised; it is undecided where δ_{3S} ≥ 1/√3, which promises nothing.
public struct ThresholdingContractionExperiment: Experiment {
  /// N, inputs of the network.
  public static let dimension = Parameter<Int>(
    "dimension", "N, inputs of the network", unit: "inputs", .integers(1...30))
  /// M, hidden neurons.
  public static let neurons = Parameter<Int>(
    "neurons", "M, hidden neurons", unit: "neurons", .integers(1...10))
  /// S, weights of all neurons that are not 0.
  public static let nonzeros = Parameter<Int>(
    "nonzeros", "S, weights of all neurons that are not 0", unit: "weights", .integers(1...5))
  /// P (samples).
  public static let samples = Parameter<Int>(
    "samples", "P", unit: "samples", .integers(1...100_000))

  /// Δ_{3S} of the model with the network's gates.
  public static let constant = Quantity("constant", "δ_{3S} of the model with the network's gates")
  /// Largest ‖W_{t+1} − W*‖/‖W_t − W*‖ over the iterations.
  public static let rate = Quantity("rate", "Largest ‖W_{t+1} − W*‖/‖W_t − W*‖ over the iterations")
  /// 1 if the last iteration is W* to 10⁻⁶.
  public static let recovered = Quantity(
    "recovered", "1 if the last iteration is W* to 10⁻⁶", kind: .flag)

  /// The axes of its grids, the last varying fastest.
  public let parameters: [any GridParameter] = [dimension, neurons, nonzeros, samples]
  /// What is stored of every trial, or of every item of one.
  public let quantities = [constant, rate, recovered]

  private static let iterations = 200

  /// The experiment, which has no settings.
  public init() {}

  /// Why no trial can be made in the cell, and what would be right; nil where one can.
  public func problem(with cell: Cell) -> CellProblem? {
    let (weights, nonzeros) = (cell[Self.dimension] * cell[Self.neurons], cell[Self.nonzeros])
    if 3 * nonzeros > weights {
      return CellProblem(
        Self.nonzeros,
        "three times \(nonzeros) non-zero weights among \(weights); take at most a third of all")
    }
    return Self.supports(weights, 3 * nonzeros) > 1e6
      ? CellProblem(
        Self.nonzeros,
        "more than a million supports of \(3 * nonzeros) among \(weights) weights; take fewer")
      : nil
  }

  private static func supports(_ count: Int, _ size: Int) -> Double {
    (0..<size).reduce(1) { $0 * Double(count - $1) / Double($1 + 1) }
  }

  /// What a trial of the cell costs, in a unit of the experiment's own.
  public func cost(of cell: Cell) -> Double {
    let (weights, size) = (cell[Self.dimension] * cell[Self.neurons], 3 * cell[Self.nonzeros])
    return 100 * Self.supports(weights, size) * Double(size * size)
      + 4 * Double(Self.iterations * weights * cell[Self.samples])
  }

  /// The inputs, the model's matrix, and the weights of every iteration.
  public func memory(of cell: Cell) -> Double {
    let weights = Double(cell[Self.dimension] * cell[Self.neurons])
    return 8 * weights * (3 * Double(cell[Self.samples]) + Double(Self.iterations))
  }

  /// Runs one trial, which is decided by cell, seed and number.
  public func measure(
    _ cell: Cell, seed: UInt64, trial: Int, in workspace: inout TrialWorkspace
  ) -> TrialOutcome {
    workspace.stream.restart(
      at: StreamKey(seed: seed, content: "\(cell)", trial: UInt32(trial), purpose: "gated model"))
    let (dimension, neurons, nonzeros) = (
      cell[Self.dimension], cell[Self.neurons], cell[Self.nonzeros]
    )
    let inputs = Matrix(rows: cell[Self.samples], columns: dimension) {
      workspace.stream.fillNormal($0)
    }
    var planted = Matrix(rows: dimension, columns: neurons)
    for i in workspace.stream.subset(size: nonzeros, of: dimension * neurons) {
      planted.elements[i] = workspace.stream.sign() * (1 + workspace.stream.uniform())
    }
    let model = GatedModel(inputs: inputs, generators: planted)
    let isometry = RestrictedIsometry(of: model, sparsity: 3 * nonzeros)
    let path = model.thresholdingPath(
      model.responses(to: planted), keeping: nonzeros, step: isometry.step,
      iterations: Self.iterations)
    // Below 10⁻¹⁰ rounding decides.
    let errors = ([Matrix(rows: dimension, columns: neurons)] + path).map {
      ($0.elements - planted.elements).norm2
    }
    let ratios = zip(errors, errors.dropFirst()).filter { $0.0 > 1e-10 * errors[0] }.map { $1 / $0 }
    let rate = ratios.max() ?? 0
    let isPromised = isometry.contraction < 1
    return TrialOutcome(
      success: isPromised ? rate <= isometry.contraction * (1 + 1e-6) : nil,
      [
        Measurement(Self.constant, isometry.constant), Measurement(Self.rate, rate),
        Measurement(Self.recovered, (errors.last ?? .infinity) <= 1e-6 * errors[0]),
      ])
  }
}
