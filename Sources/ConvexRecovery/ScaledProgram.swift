// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra

/// A `LayerProgram` in the units that every solver works in, weighted where they differ from input to input:
///
///     min Σ_j c_j Σ_m |u_{jm}|   subject to   ‖(XᵀU − T)_Ω‖_F ≤ r,   XᵀU ≤ T outside Ω,
///
/// T holding Y on Ω and V elsewhere. Inputs, samples and targets are multiplied by powers of two, so that no digit changes, until the
/// largest entry of each is of order 1: squares neither overflow nor vanish, and a program in other units has the same
/// solution in those units, bit by bit. Inputs get factors of their own only if they differ by more than
/// ``SolverSettings/Scaling/spread``, samples only at ε = 0 besides, as a ball would turn into an ellipsoid. Inputs that are never
/// on are left out: their weights are 0.
///
/// Source: alternating scaling by the largest entry as in Ruiz, "A scaling algorithm to equilibrate both rows and columns norms" (2001).
struct ScaledProgram: Sendable {
  let original: LayerProgram
  /// X, P×N′, of the N′ inputs that are ever on.
  private(set) var source: any SampleMap
  /// T, P×M by columns; 0 where nothing is bounded.
  private(set) var targets: [Double]
  /// Ω, and the entries that bind as inequalities, as positions in `targets`. What is in neither binds never: v = ∞, or a
  /// sample of zeros with v ≥ 0.
  let active: [Int]
  let bounded: [Int]
  let isActive: [Bool]
  let isBounded: [Bool]
  /// c; mostly 1.
  let costs: [Double]
  /// r = ε; ∞ in the regularised form.
  let radius: Double
  /// 1/λ; nil in the constrained form.
  let fitWeight: Double?
  /// The inputs that are ever on; nil if all are.
  private let kept: [Int]?
  /// Exponents of the factors of inputs, samples and targets, and of the input whose cost is 1.
  private let inputExponents: [Int]
  private let sampleExponents: [Int]
  private let targetExponent: Int
  private let costExponent: Int
  /// nil where the samples are the program's own.
  private(set) var whitening: PivotedQR?

  var inputs: Matrix { source.matrix }
  var samples: Int { source.samples }
  var dimension: Int { source.dimension }
  var neurons: Int { original.neurons }

  /// - Complexity: a few passes over X.
  init(_ program: LayerProgram, _ settings: SolverSettings = SolverSettings()) {
    original = program
    let equilibrium = Equilibrium(program, spread: settings.scaling.spread)
    (inputExponents, sampleExponents) = (equilibrium.inputs, equilibrium.samples)
    (kept, source) = (equilibrium.kept, equilibrium.source)
    let costExponent = inputExponents.sorted()[inputExponents.count / 2]
    let targetExponent = program.typicalTarget.exponentOrZero
    (self.costExponent, self.targetExponent) = (costExponent, targetExponent)
    costs = inputExponents.map { .twoTo(min(max($0 - costExponent, -500), 500)) }
    let (samples, silent) = (program.samples, equilibrium.isSilent)
    let scaled = zip(program.targets.indices, program.targets).map { [sampleExponents] in
      $1.times(twoTo: sampleExponents[$0 % samples] - targetExponent)
    }
    let activity = program.activity
    let bounds = activity.indices.map { i in
      !activity[i] && scaled[i].isFinite && !(silent[i % samples] && scaled[i] >= 0)
    }
    (isActive, isBounded) = (activity, bounds)
    targets = activity.indices.map { activity[$0] || bounds[$0] ? scaled[$0] : 0 }
    active = activity.indices.filter { activity[$0] }
    bounded = bounds.indices.filter { bounds[$0] }
    radius = program.epsilon.times(twoTo: -targetExponent)
    fitWeight = program.lambda.map { (1 / $0).times(twoTo: targetExponent - costExponent) }
  }

  /// U and (ν, η) in the program's own units.
  func candidate(
    weights: Matrix, signed: Matrix, _ stop: StopReason, method: LayerMethod, iterations: Int
  ) -> Candidate {
    Candidate(
      weights: unscaled(weights: weights), multipliers: unscaled(signed: signed), stop: stop, method: method.rawValue,
      iterations: iterations)
  }

  func unscaled(signed: Matrix) -> LayerMultipliers {
    var all = unwhitened(signed)
    for i in all.elements.indices {
      all.elements[i] = all.elements[i].times(twoTo: costExponent + sampleExponents[i % samples])
    }
    return LayerMultipliers(signed: all)
  }

  /// The same program of one neuron at ε = 0 with its equations A·u = y replaced by Qᵀu = R⁻ᵀy for the factors Q·R of Aᵀ: whatever the
  /// condition of A, they have condition 1. Where the equations depend on each other, as many as are independent.
  ///
  /// - Complexity: 4·n²·N flops.
  func whitened() -> ScaledProgram {
    precondition(neurons == 1 && radius == 0, "equations of one neuron")
    var x = inputs
    let qr = PivotedQR(x.selectingRows(active).transposed, rankTolerance: Self.dependent)
    var program = self
    let values = qr.coordinates(qr.pivots.prefix(qr.rank).map { targets[active[$0]] })
    for (i, p) in active.enumerated() {
      for j in 0..<dimension { x[p, j] = i < qr.rank ? qr.basis[j, i] : 0 }
      program.targets[p] = i < qr.rank ? values[i] : 0
    }
    (program.source, program.whitening) = (x, qr)
    return program
  }

  /// Diagonal entries of R below this multiple of the largest are rounding.
  private static let dependent = 1e-13

  /// Multipliers of the samples themselves.
  func unwhitened(_ signed: Matrix) -> Matrix {
    guard let whitening else { return signed }
    var all = signed
    for p in active { all[p, 0] = 0 }
    let values = whitening.combination(active.prefix(whitening.rank).map { signed[$0, 0] })
    for (value, pivot) in zip(values, whitening.pivots) { all[active[pivot], 0] = value }
    return all
  }

  func unscaled(weights: Matrix) -> Matrix {
    var all = Matrix(rows: original.dimension, columns: weights.columns)
    for m in 0..<weights.columns {
      for (k, exponent) in inputExponents.enumerated() {
        all[kept?[k] ?? k, m] = weights[k, m].times(twoTo: exponent + targetExponent)
      }
    }
    return all
  }

  /// Weights in the program's own units as ones of this program.
  func scaled(weights: Matrix) -> Matrix {
    var all = Matrix(rows: dimension, columns: weights.columns)
    for m in 0..<weights.columns {
      for (k, exponent) in inputExponents.enumerated() {
        all[k, m] = weights[kept?[k] ?? k, m].times(twoTo: -exponent - targetExponent)
      }
    }
    return all
  }

  /// (unit of inputs)/(unit of targets), by which an algorithm that depends on units tells the program's own.
  var unitRatio: Double { 1.0.times(twoTo: -costExponent - targetExponent) }
}

/// The factors that bring every input, and at ε = 0 every sample, to unit size.
private struct Equilibrium {
  private(set) var inputs: [Int]
  private(set) var samples: [Int]
  private(set) var kept: [Int]?
  private(set) var source: any SampleMap
  /// Samples of zeros.
  private(set) var isSilent: [Bool]

  init(_ program: LayerProgram, spread: Double) {
    samples = Array(repeating: 0, count: program.samples)
    isSilent = Array(repeating: false, count: program.samples)
    source = program.source
    guard let whole = program.source as? Matrix else {
      let exponent = -program.source.largestEntry.exponentOrZero
      inputs = Array(repeating: exponent, count: program.dimension)
      source = program.source.scaled(by: .twoTo(exponent))
      return
    }
    let sizes = whole.largestByColumn
    let alive = sizes.indices.filter { sizes[$0] > 0 }
    kept = alive.count < sizes.count && !alive.isEmpty ? alive : nil
    let x = kept.map { whole.selectingColumns($0) } ?? whole
    let heights = x.largestByRow
    isSilent = heights.map { $0 == 0 }
    let largest = sizes.normInfinity
    inputs = Array(repeating: -largest.exponentOrZero, count: x.columns)
    let uneven = sizes.contains { $0 > 0 && $0 * spread < largest }
    let unevenSamples = program.epsilon == 0 && heights.contains { $0 > 0 && $0 * spread < largest }
    if uneven || unevenSamples { equilibrate(x, inputs: uneven, samples: unevenSamples) }
    source = x.scaled(rows: samples, columns: inputs)
  }

  /// Inputs and samples in turn, twice.
  private mutating func equilibrate(_ x: Matrix, inputs isUneven: Bool, samples isUnevenSamples: Bool) {
    let centre = inputs[0]
    for _ in 0..<2 {
      if isUneven {
        let sizes = x.scaled(rows: samples, columns: Array(repeating: centre, count: x.columns)).largestByColumn
        inputs = sizes.map { min(max(centre - $0.exponentOrZero, -1000), 1000) }
      }
      if isUnevenSamples {
        samples = x.scaled(rows: Array(repeating: 0, count: x.rows), columns: inputs).largestByRow
          .map { -$0.exponentOrZero }
      }
    }
  }
}

extension Matrix {
  fileprivate var largestByColumn: [Double] {
    (0..<columns).map { j in column(j).reduce(0) { Swift.max($0, abs($1)) } }
  }

  fileprivate var largestByRow: [Double] {
    var sizes = [Double](repeating: 0, count: rows)
    for j in 0..<columns { for i in 0..<rows { sizes[i] = Swift.max(sizes[i], abs(elements[j * rows + i])) } }
    return sizes
  }

  /// Every entry multiplied by 2 to the sum of its row's and column's exponents.
  fileprivate func scaled(rows exponents: [Int], columns others: [Int]) -> Matrix {
    let isUniform = exponents.allSatisfy { $0 == 0 }
    if isUniform && others.allSatisfy({ $0 == 0 }) { return self }
    return Matrix(rows: rows, columns: columns) { buffer in
      for j in 0..<columns {
        let factor = Double.twoTo(others[j])
        for i in 0..<rows {
          let x = elements[j * rows + i]
          buffer[j * rows + i] = isUniform ? x * factor : x.times(twoTo: others[j] + exponents[i])
        }
      }
    }
  }
}

extension LayerProgram {
  /// The size of the targets; never 0.
  fileprivate var typicalTarget: Double {
    let demand = violationScale
    if demand > 0 { return demand }
    let largest = targets.reduce(0) { $1.isFinite ? max($0, abs($1)) : $0 }
    return largest > 0 ? largest : 1
  }
}

extension Double {
  static func twoTo(_ exponent: Int) -> Double { Double(sign: .plus, exponent: exponent, significand: 1) }

  /// self·2ᵏ, rounded at most once; k may be beyond the exponents of doubles.
  func times(twoTo k: Int) -> Double { Double(sign: .plus, exponent: k, significand: self) }
}
