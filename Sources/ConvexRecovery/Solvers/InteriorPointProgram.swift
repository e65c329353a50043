// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra

/// A `LayerProgram` in the units that the interior-point method works in: X and the targets divided by powers of two, so that both
/// are of order 1 and no digit changes.
struct InteriorPointProgram {
  let layer: LayerProgram
  /// X, P×N.
  let inputs: Matrix
  /// Y on Ω and V elsewhere; P×M by columns.
  let targets: [Double]
  /// Ω and its complement, as positions in `targets`; a sample of zeros with v ≥ 0 is in neither.
  let active: [Int]
  let bounded: [Int]
  /// ε; ∞ in the regularised form.
  let radius: Double
  /// 1/λ; nil in the constrained form.
  let fitWeight: Double?
  /// By what X and the targets were divided.
  private let inputScale: Double
  private let targetScale: Double

  var dimension: Int { inputs.columns }
  var samples: Int { inputs.rows }
  var neurons: Int { layer.neurons }
  /// Whether the ball is one of the cones: with nothing in it, it binds nothing.
  var hasBall: Bool { fitWeight == nil && !active.isEmpty }
  /// The degree of the cone: one for each inequality, and one for the ball.
  var degree: Double { Double(2 * dimension * neurons + bounded.count + (hasBall ? 1 : 0)) }

  init(_ layer: LayerProgram) {
    self.layer = layer
    let inputScale = layer.source.roughSquaredNorm().squareRoot().roundedToPowerOfTwo
    let targetScale = layer.typicalTarget.roundedToPowerOfTwo
    (self.inputScale, self.targetScale) = (inputScale, targetScale)
    let original = layer.inputs
    inputs = Matrix(rows: original.rows, columns: original.columns, elements: (1 / inputScale) * original.elements)
    targets = (1 / targetScale) * layer.targets.elements
    radius = layer.epsilon / targetScale
    fitWeight = layer.lambda.map { inputScale * targetScale / $0 }
    let activity = layer.activity
    active = activity.indices.filter { activity[$0] }
    let isSilent = (0..<original.rows).map { p in (0..<original.columns).allSatisfy { original[p, $0] == 0 } }
    let levels = targets
    bounded = activity.indices.filter { !activity[$0] && !(isSilent[$0 % original.rows] && levels[$0] >= 0) }
  }

  /// U and the signed multipliers in the layer's own units, certified.
  func solution(weights: Matrix, multipliers: Matrix, iterations: Int, _ tolerances: Tolerances) -> LayerSolution {
    LayerSolution(
      layer,
      weights: Matrix(
        rows: weights.rows, columns: weights.columns, elements: (targetScale / inputScale) * weights.elements),
      multipliers: LayerMultipliers(
        signed: Matrix(
          rows: multipliers.rows, columns: multipliers.columns, elements: (-1 / inputScale) * multipliers.elements)),
      method: LayerMethod.interiorPoint.rawValue, iterations: iterations, tolerances: tolerances)
  }
}
