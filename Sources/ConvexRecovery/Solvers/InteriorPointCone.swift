// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra

/// A program as the interior-point method sees it: its data, and which of its parts are cones.
struct InteriorPointCone {
  let program: ScaledProgram
  /// X, P×N.
  let inputs: Matrix
  /// About ‖X‖₂.
  let spectralNorm: Double
  /// 1/λ, or 1/δ of the proximal term at ε = 0; nil where the ball is a cone.
  let fitWeight: Double?
  /// Whether the multipliers of the equations add up, ε = 0, or are what the residual makes them.
  let accumulates: Bool
  /// c, neuron by neuron.
  let costs: [Double]

  var active: [Int] { program.active }
  var bounded: [Int] { program.bounded }
  var targets: [Double] { program.targets }
  var radius: Double { program.radius }
  var dimension: Int { inputs.columns }
  var samples: Int { inputs.rows }
  var neurons: Int { program.neurons }
  /// Whether the ball is one of the cones: with nothing in it, it binds nothing.
  var hasBall: Bool { fitWeight == nil && !active.isEmpty }
  /// The degree of the cone: one for each inequality, and one for the ball.
  var degree: Double { Double(2 * dimension * neurons + bounded.count + (hasBall ? 1 : 0)) }

  init(_ program: ScaledProgram, proximity: Double) {
    self.program = program
    inputs = program.inputs
    let norm = max(program.source.roughSquaredNorm().squareRoot(), 1e-3)
    spectralNorm = norm
    accumulates = program.radius == 0
    fitWeight = accumulates ? proximity / norm : program.fitWeight
    costs = (0..<program.neurons).flatMap { _ in program.costs }
  }

  /// ‖x_p‖ of every sample, the longest being 1; never below 10⁻¹⁰.
  var lengths: [Double] {
    var squares = [Double](repeating: 0, count: samples)
    for j in 0..<dimension { for p in 0..<samples { squares[p] += inputs[p, j] * inputs[p, j] } }
    let largest = max(squares.normInfinity, 1e-300)
    return squares.map { max(($0 / largest).squareRoot(), 1e-10) }
  }

  /// X·Z, for Z P×M by columns.
  func adjoint(_ values: [Double]) -> [Double] {
    Matrix.product(transposed: inputs, Matrix(rows: samples, columns: neurons, elements: values)).elements
  }

  /// `values` on Ω, 0 elsewhere.
  func spread(_ values: [Double]) -> [Double] {
    var all = [Double](repeating: 0, count: targets.count)
    for (i, value) in zip(active, values) { all[i] = value }
    return all
  }
}
