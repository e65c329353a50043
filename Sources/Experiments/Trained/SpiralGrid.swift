// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import Networks

/// A claim about spiral networks that Net-Trim's schemes prune: all have the same parameters, and their trials measure the same.
protocol SpiralClaim: MeasuredClaim {}

extension SpiralClaim {
  public var parameters: [GridParameter] { SpiralGrid.parameters }
  public var quantities: [MeasuredQuantity] { SpiralGrid.quantities }
  public var itemName: String? { "layer" }

  public func prepare(_ cell: ParameterCell, seed: UInt64, trial: Int) {
    _ = SpiralGrid.pruning(cell).networks.network(seed: seed, trial: trial)
  }

  /// The same whatever the variant, whose judgement differs.
  public func measure(
    _ cell: ParameterCell, _ variant: ClaimVariant, seed: UInt64, trial: Int
  ) throws -> [Measurement] {
    try SpiralGrid.measure(cell, seed: seed, trial: trial)
  }

  public func isSuccess(_ measurements: [Measurement], in cell: ParameterCell) -> Bool? {
    SpiralGrid.isSolved(measurements)
  }

  public func cost(of cell: ParameterCell) -> Double { SpiralGrid.cost(of: cell) }
}

/// The grids of these claims, and what a trial measures.
enum SpiralGrid {
  static let parameters = [
    GridParameter("width", "Neurons of each of the two hidden layers", unit: "neurons", .integers(4...1_000)),
    GridParameter(
      "penalty", "What the network was trained with beside dropout", GridParameter.words(SpiralNetworks.Penalty.self),
      standard: "none"),
    GridParameter(
      "samples", "P, the points that the network is trained on and pruned for", unit: "samples", .integers(10...10_000),
      standard: "150"),
    GridParameter("scheme", "Net-Trim's scheme", GridParameter.words(SpiralPruning.Scheme.self)),
    GridParameter(
      "epsilon", "ε relative to ‖Y‖_F of each layer, in the cascade of the first; the cascade has γ = 1.1",
      .numbers(1e-6...1)),
  ]

  static let quantities =
    [
      MeasuredQuantity("weights_before", "Non-zero weights, biases aside, before pruning", unit: "weights"),
      MeasuredQuantity("weights_after", "Non-zero weights, biases aside, after pruning", unit: "weights"),
      MeasuredQuantity("kept", "Their ratio"),
      MeasuredQuantity("discrepancy", "rd = ‖Ẑ − Z‖_F/‖Z‖_F of the outputs before soft-max"),
      MeasuredQuantity("accuracy_before", "Share of 2,000 fresh points that the network classifies rightly"),
      MeasuredQuantity("accuracy_after", "The same after pruning"),
      MeasuredQuantity("solved_layers", "Layers whose program was solved to a certified optimum", unit: "layers"),
      MeasuredQuantity("error_over_bound", "‖Ẑ − Z‖_F relative to the theorem's bound on it"),
    ] + SpiralPicture.quantities

  static func pruning(_ cell: ParameterCell) -> SpiralPruning {
    SpiralPruning(
      networks: SpiralNetworks(
        width: cell.integer("width"), penalty: cell.choice("penalty"), samples: cell.integer("samples")),
      scheme: cell.choice("scheme"), epsilon: cell.number("epsilon"))
  }

  static func cell(
    width: Int, samples: Int, scheme: SpiralPruning.Scheme, epsilon: Double
  ) -> ParameterCell {
    ParameterCell([
      .init("width", "\(width)"), .init("penalty", SpiralNetworks.Penalty.none.rawValue),
      .init("samples", "\(samples)"), .init("scheme", scheme.rawValue), .init("epsilon", "\(epsilon)"),
    ])
  }

  /// What a trial measures, whatever the variant: `verify` asks for it twice.
  static func measure(_ cell: ParameterCell, seed: UInt64, trial: Int) throws -> [Measurement] {
    try measured.value(TrialKey(content: cell, seed: seed, trial: trial)) {
      try measureAnew(cell, seed: seed, trial: trial)
    }
  }

  private static let measured = Memo<TrialKey<ParameterCell>, [Measurement]>(capacity: 1_000)

  /// Trial 1 of the cascade also measures what the pictures show.
  private static func measureAnew(_ cell: ParameterCell, seed: UInt64, trial: Int) throws -> [Measurement] {
    let pruning = pruning(cell)
    let outcome = try pruning.pruned(seed: seed, trial: trial)
    let fresh = pruning.networks.freshData(seed: seed, trial: trial)
    let layers = zip(outcome.original.layers, outcome.pruned.layers).map { ($0.nonzeroWeights, $1.nonzeroWeights) }
    let whole = layers.reduce((0, 0)) { ($0.0 + $1.0, $0.1 + $1.1) }
    let inputs = pruning.networks.data(seed: seed, trial: trial).inputs
    return ([whole] + layers).enumerated().flatMap { item, counts in
      [
        Measurement("weights_before", item: item, Double(counts.0)),
        Measurement("weights_after", item: item, Double(counts.1)),
        Measurement("kept", item: item, Double(counts.1) / Double(counts.0)),
      ]
    } + [
      Measurement("discrepancy", outcome.pruned.relativeDiscrepancy(from: outcome.original, on: inputs)),
      Measurement("accuracy_before", outcome.original.accuracy(on: fresh)),
      Measurement("accuracy_after", outcome.pruned.accuracy(on: fresh)),
      Measurement("error_over_bound", outcome.error / outcome.bound),
      Measurement("solved_layers", Double(outcome.solvedLayers)),
    ] + (trial == 1 && pruning.scheme == .cascade ? SpiralPicture.measurements(outcome) : [])
  }

  /// Whether every layer's program was solved to a certified optimum; the weights may be too many where not.
  static func isSolved(_ measurements: [Measurement]) -> Bool? {
    measurements.first { $0.quantity == "solved_layers" }.flatMap { $0.value == 3 ? true : nil }
  }

  /// An interior-point iteration of the middle layer costs h·(h²P + h³/3) flops.
  static func cost(of cell: ParameterCell) -> Double {
    let (h, p) = (Double(cell.integer("width")), Double(cell.integer("samples")))
    return h * h * h * (p + h / 3)
  }
}
