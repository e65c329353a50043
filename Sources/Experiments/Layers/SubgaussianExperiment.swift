// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import LinearAlgebra
import RandomStreams

/// How subgaussian the outputs y of each layer of a random ReLU network are, for Gaussian inputs.
///
/// The map x ↦ vᵀy of unit v has a Lipschitz constant of L = Π‖W_k‖₂ at most, so by Gaussian isoperimetry |vᵀ(y − y′)| of two independent
/// inputs is dominated by √2·L|Z|: its median is 0 whatever v is. Therefore P(|vᵀ(y − y′)| > √2·L·t) ≤ 2Q(t), and
///
///     ‖vᵀ(y − y′)‖_ψ₂ ≤ √2·L·√(8/3),   ‖X‖_ψ₂ = inf {K : E exp(X²/K²) ≤ 2},
///
/// with equality for linear maps. v is the first principal direction of y on other samples, in which it is as wide as anywhere, and a random one.
///
/// Source: Aghasi, Abdi, Romberg (2020) state that subgaussian inputs give subgaussian outputs; the constant is the isoperimetric one
/// (Borell; Sudakov, Tsirelson).
public struct SubgaussianExperiment: Experiment {
  /// Inputs, and neurons of each layer.
  public static let width = Parameter<Int>(
    "width", "Inputs, and neurons of each layer", unit: "neurons", .integers(2...2_000))
  /// Layers.
  public static let depth = Parameter<Int>("depth", "Layers", unit: "layers", .integers(1...50))
  /// b of every neuron over the deviation L·‖w‖ that its activity has at most: large ones make layers linear.
  public static let bias = Parameter<Double>(
    "bias",
    "b of every neuron over the deviation L·‖w‖ that its activity has at most: large ones make layers linear",
    .numbers(-10...10), standard: 0)
  /// Pairs of samples.
  public static let pairs = Parameter<Int>(
    "pairs", "Pairs of samples", unit: "pairs", .integers(20...1_000_000), standard: 500)

  /// Pairs with |vᵀ(y − y′)| > 2√2·L along the principal direction.
  public static let exceeding = Quantity(
    "exceeding", "Pairs with |vᵀ(y − y′)| > 2√2·L along the principal direction", unit: "pairs",
    kind: .count, of: .item)
  /// The same with the root mean square singular value of each layer in place of the largest (pairs).
  public static let exceedingMeanGain = Quantity(
    "exceeding_mean_gain",
    "The same with the root mean square singular value of each layer in place of the largest",
    unit: "pairs", kind: .count, of: .item)
  /// Ψ₂ norm over its bound along the principal direction.
  public static let principal = Quantity(
    "principal", "ψ₂ norm over its bound along the principal direction", of: .item)
  /// Ψ₂ norm over its bound along a random direction.
  public static let random = Quantity(
    "random", "ψ₂ norm over its bound along a random direction", of: .item)
  /// Ψ₂ norm along the principal direction over that of a Gaussian of the same variance.
  public static let tails = Quantity(
    "tails", "ψ₂ norm along the principal direction over that of a Gaussian of the same variance",
    of: .item)

  /// The axes of its grids, the last varying fastest.
  public let parameters: [any GridParameter] = [width, depth, bias, pairs]
  /// What is stored of every trial, or of every item of one.
  public let quantities = [exceeding, exceedingMeanGain, principal, random, tails]
  /// What the items of a trial are.
  public var itemName: String? { "layer" }

  /// The experiment, which has no settings.
  public init() {}

  /// What a trial of the cell costs, in a unit of the experiment's own.
  public func cost(of cell: Cell) -> Double {
    let width = Double(cell[Self.width])
    return Double(cell[Self.depth]) * width * width * (8 * Double(cell[Self.pairs]) + 20 * width)
  }

  /// Three outputs of all samples.
  public func memory(of cell: Cell) -> Double {
    8 * 12 * Double(cell[Self.width]) * Double(cell[Self.pairs])
  }

  /// Runs one trial, which is decided by cell, seed and number.
  public func measure(
    _ cell: Cell, seed: UInt64, trial: Int, in workspace: inout TrialWorkspace
  ) -> TrialOutcome {
    workspace.stream.restart(
      at: StreamKey(seed: seed, content: "\(cell)", trial: UInt32(trial), purpose: "subgaussian"))
    let (width, pairs) = (cell[Self.width], cell[Self.pairs])
    // A quarter of the samples each for the direction (twice) and for either half of the pairs.
    var outputs = Matrix(rows: 4 * pairs, columns: width) { workspace.stream.fillNormal($0) }
    var (largest, meanSquare) = (1.0, 1.0)
    var measurements: [Measurement] = []
    for layer in 1...cell[Self.depth] {
      let scale = (2 / Double(width)).squareRoot()
      var weights = Matrix(rows: width, columns: width) { workspace.stream.fillNormal($0) }
      for i in weights.elements.indices { weights.elements[i] *= scale }
      outputs = Self.response(of: weights, bias: cell[Self.bias] * largest, to: outputs)
      let values = SingularValueDecomposition(weights).values
      largest *= values[0]
      meanSquare *= values.norm2 / Double(width).squareRoot()
      let wide = Self.differences(of: outputs, along: outputs.principalDirection(rows: 2 * pairs))
      let other = Self.differences(of: outputs, along: Self.unit(width, &workspace.stream))
      let limit = largest * (8.0 / 3).squareRoot()
      let norm = wide.subgaussianNorm
      let deviation = wide.norm2 / Double(pairs).squareRoot()
      measurements += [
        Measurement(Self.exceeding, item: layer, wide.count { abs($0) > 2 * largest }),
        Measurement(Self.exceedingMeanGain, item: layer, wide.count { abs($0) > 2 * meanSquare }),
        Measurement(Self.principal, item: layer, norm / limit),
        Measurement(Self.random, item: layer, other.subgaussianNorm / limit),
        Measurement(Self.tails, item: layer, norm / (deviation * (8.0 / 3).squareRoot())),
      ]
    }
    return TrialOutcome(measurements)
  }

  /// ReLU(Wᵀx + bias·‖w‖), a row a sample.
  private static func response(of weights: Matrix, bias: Double, to inputs: Matrix) -> Matrix {
    var activities = inputs * weights
    for m in 0..<weights.columns {
      let shift = bias * Array(weights.column(m)).norm2
      for i in m * activities.rows..<(m + 1) * activities.rows {
        activities.elements[i] = max(activities.elements[i] + shift, 0)
      }
    }
    return activities
  }

  private static func unit(_ dimension: Int, _ stream: inout RandomStream) -> [Double] {
    let direction = (0..<dimension).map { _ in stream.normal() }
    return (1 / direction.norm2) * direction
  }

  /// vᵀ(y − y′)/√2 of the last half of the samples, the first of either quarter with the first of the other and so on.
  private static func differences(of outputs: Matrix, along direction: [Double]) -> [Double] {
    let values = outputs * direction
    let pairs = values.count / 4
    return (0..<pairs).map { (values[2 * pairs + $0] - values[3 * pairs + $0]) / 2.0.squareRoot() }
  }
}

extension Matrix {
  /// The direction in which the first `rows` rows vary most, by thirty steps of the power method; near it is enough.
  fileprivate func principalDirection(rows count: Int) -> [Double] {
    var centred = selectingRows(0..<count)
    for j in 0..<columns {
      let mean = centred.column(j).reduce(0, +) / Double(count)
      for i in j * count..<(j + 1) * count { centred.elements[i] -= mean }
    }
    var direction = [Double](repeating: 1 / Double(columns).squareRoot(), count: columns)
    for _ in 0..<30 {
      let next = centred.transposeTimes(centred * direction)
      let length = next.norm2
      guard length > 0 else { break }
      direction = (1 / length) * next
    }
    return direction
  }
}

extension [Double] {
  /// inf {K : mean exp(x²/K²) ≤ 2} of a sample that is symmetric about 0, by bisection; 0 of zeros.
  fileprivate var subgaussianNorm: Double {
    let largest = map(abs).max() ?? 0
    guard largest > 0 else { return 0 }
    // exp(x²/K²) ≤ 2 for every entry at the upper end; at the lower end the largest entry alone passes 2·count.
    var (low, high) = (largest / log(2 * Double(count)).squareRoot(), largest / log(2).squareRoot())
    while high - low > 1e-6 * high {
      let middle = (low + high) / 2
      let mean = reduce(0) { $0 + exp($1 * $1 / (middle * middle)) } / Double(count)
      if mean > 2 { low = middle } else { high = middle }
    }
    return high
  }
}
