// SPDX-License-Identifier: GPL-3.0-or-later
public import LinearAlgebra

/// The Net-Trim program of a layer: min ‖U‖₁ over all U (N×M) that reproduce the layer's responses within ε,
///
///     Σ_{m, p∈Ω_m} (u_mᵀx_p − y_{m,p})² ≤ ε²,   u_mᵀx_p ≤ v_{m,p} for p ∉ Ω_m,   Ω_m = {p : y_{m,p} > 0}.
///
/// The 2017 code solves the regularised form instead, whose neurons are separate: min ‖U‖₁ + Σ_Ω(u_mᵀx_p − y_{m,p})²/(2λ) subject
/// to the same inequalities. Its solution at λ is that of the program at the ε its own residual has.
///
/// Matrices hold one row per sample (the transposes of the paper's X, Y and V), so that the P values of an input lie
/// side by side in memory.
///
/// Source: Aghasi, Abdi, Nguyen, Romberg (2017), eq. 5; Aghasi, Abdi, Romberg (2020), eq. 2.5.
public struct LayerProgram: Sendable {
  /// How a layer turns weighted inputs into responses.
  public enum Activation: String, Sendable {
    /// max(·, 0): samples with zero response bind by inequality only.
    case relu
    /// Identity, for a last layer: every sample counts in the sum, whatever its sign; V is not read.
    case linear
  }

  /// How the responses on Ω count.
  public enum Fit: Hashable, Sendable {
    /// ‖residual‖_F ≤ ε, absolute.
    case within(epsilon: Double)
    /// ‖residual‖_F²/(2λ) is added to ‖U‖₁.
    case regularised(lambda: Double)
  }

  /// X, as what it does: a matrix, or a convolution.
  public let source: any SampleMap
  /// Yᵀ, P×M.
  public let responses: Matrix
  /// Vᵀ, P×M, read only where Y = 0; nil stands for V = 0, and an entry of ∞ for no bound.
  public let slack: Matrix?
  /// How the responses on Ω count.
  public let fit: Fit
  /// How the layer turns weighted inputs into responses.
  public let activation: Activation

  /// The Frobenius tolerance ε ≥ 0, absolute; ∞ in the regularised form.
  public var epsilon: Double { if case .within(let epsilon) = fit { epsilon } else { .infinity } }
  /// λ of the regularised form; nil in the constrained one.
  public var lambda: Double? { if case .regularised(let lambda) = fit { lambda } else { nil } }

  /// Xᵀ, P×N; made anew at each call if `source` does not hold it.
  public var inputs: Matrix { source.matrix }
  /// P.
  public var samples: Int { source.samples }
  /// N.
  public var dimension: Int { source.dimension }
  /// M.
  public var neurons: Int { responses.columns }

  /// Checks shapes and entries.
  ///
  /// - Throws: `ProgramError` naming the array, the entry and what would be right.
  public init(
    inputs: Matrix, responses: Matrix, slack: Matrix? = nil, epsilon: Double = 0, activation: Activation = .relu
  ) throws(ProgramError) {
    try self.init(
      inputs: inputs, responses: responses, slack: slack, fit: .within(epsilon: epsilon), activation: activation)
  }

  /// The same with the fit of either form.
  public init(
    inputs: Matrix, responses: Matrix, slack: Matrix? = nil, fit: Fit, activation: Activation = .relu
  ) throws(ProgramError) {
    try Self.requireEntries(of: inputs, named: "X")
    try self.init(source: inputs, responses: responses, slack: slack, fit: fit, activation: activation)
  }

  /// The program of a convolution layer; `responses` has a row per patch and a column per filter.
  ///
  /// - Throws: as for a matrix.
  public init(
    convolution: Convolution, responses: Matrix, slack: Matrix? = nil, epsilon: Double = 0,
    activation: Activation = .relu
  ) throws(ProgramError) {
    try Self.requireEntries(
      of: Matrix(rows: convolution.images.count, columns: 1, elements: convolution.images), named: "X")
    try self.init(
      source: convolution, responses: responses, slack: slack, fit: .within(epsilon: epsilon), activation: activation)
  }

  private init(
    source: any SampleMap, responses: Matrix, slack: Matrix?, fit: Fit, activation: Activation
  ) throws(ProgramError) {
    try Self.requireEntries(of: responses, named: "Y")
    guard responses.rows == source.samples else {
      throw ProgramError.sampleMismatch(array: "Y", samples: responses.rows, expected: source.samples)
    }
    if activation == .relu, let entry = Self.firstEntry(of: responses, where: { $0 < 0 }) {
      throw ProgramError.negativeResponse(neuron: entry.column, sample: entry.row, value: entry.value)
    }
    if let slack {
      try Self.requireEntries(of: slack, named: "V") { $0.isFinite || $0 == .infinity }
      guard slack.rows == responses.rows && slack.columns == responses.columns else {
        throw ProgramError.slackShape(
          neurons: slack.columns, samples: slack.rows, expectedNeurons: responses.columns,
          expectedSamples: responses.rows)
      }
    }
    switch fit {
    case .within(let epsilon): guard epsilon >= 0 && epsilon.isFinite else { throw ProgramError.epsilon(epsilon) }
    case .regularised(let lambda): guard lambda > 0 && lambda.isFinite else { throw ProgramError.lambda(lambda) }
    }
    self.source = source
    self.responses = responses
    self.slack = slack
    self.fit = fit
    self.activation = activation
  }

  /// A neuron at ε = 0 whose active samples, with their responses > 0, and inactive ones, with V = 0, lie apart.
  ///
  /// - Precondition: finite entries; they are not looked at again.
  public init(active: Matrix, responses: [Double], inactive: Matrix) {
    precondition(
      active.rows == responses.count && responses.allSatisfy { $0 > 0 }, "a response for every active sample")
    source = Matrix.joiningRows(active, inactive)
    self.responses = Matrix(column: responses + Array(repeating: 0, count: inactive.rows))
    (slack, fit, activation) = (nil, .within(epsilon: 0), .relu)
  }

  private init(_ source: any SampleMap, _ responses: Matrix, _ slack: Matrix?, _ fit: Fit, _ activation: Activation) {
    (self.source, self.responses, self.slack) = (source, responses, slack)
    (self.fit, self.activation) = (fit, activation)
  }

  /// The program of neuron `m` alone, with the same fit.
  public func neuron(_ m: Int) -> LayerProgram {
    LayerProgram(source, responses.selectingColumns([m]), slack?.selectingColumns([m]), fit, activation)
  }

  /// The relaxation to the samples in `rows`, for a fit of its own.
  func restricted(to rows: [Int], fit: Fit) -> LayerProgram {
    LayerProgram(inputs.selectingRows(rows), responses.selectingRows(rows), slack?.selectingRows(rows), fit, activation)
  }

  /// The program in (cost_j·u_j), whose ℓ₁ norm is Σ cost_j·|u_j|: every input is divided by its cost.
  public func weighted(by costs: [Double]) -> LayerProgram {
    var divided = inputs
    for j in costs.indices {
      for i in j * divided.rows..<(j + 1) * divided.rows { divided.elements[i] /= costs[j] }
    }
    return LayerProgram(divided, responses, slack, fit, activation)
  }

  /// Whether neuron `m` counts sample `p` in the Frobenius ball (p ∈ Ω_m), rather than by inequality.
  public func isActive(sample p: Int, neuron m: Int) -> Bool { activation == .linear || responses[p, m] > 0 }

  /// `isActive` of every entry, P×M by columns.
  var activity: [Bool] { responses.elements.map { activation == .linear || $0 > 0 } }

  /// The same of the entry at position i of P×M by columns.
  func isActive(_ i: Int) -> Bool { activation == .linear || responses.elements[i] > 0 }

  /// y where an entry binds as an equality, v where it bounds.
  func target(_ i: Int) -> Double {
    guard activation == .relu, let slack, responses.elements[i] <= 0 else { return responses.elements[i] }
    return slack.elements[i]
  }

  /// `target` of every entry, P×M by columns.
  var targets: [Double] {
    guard activation == .relu else { return responses.elements }
    guard let slack else { return responses.elements }
    return zip(responses.elements, slack.elements).map { $0 > 0 ? $0 : $1 }
  }

  /// The size of what weights are needed for: ‖Y‖_∞, or max(−V) where Y = 0; 0 if U = 0 will do.
  package var violationScale: Double {
    let largest = responses.elements.normInfinity
    return largest > 0 ? largest : max(-(targets.min() ?? 0), 0)
  }

  private static func requireEntries(
    of matrix: Matrix, named name: String, where isProper: (Double) -> Bool = \.isFinite
  ) throws(ProgramError) {
    guard matrix.rows > 0 && matrix.columns > 0 else {
      throw ProgramError.empty(array: name, rows: matrix.columns, columns: matrix.rows)
    }
    if let entry = firstEntry(of: matrix, where: { !isProper($0) }) {
      throw ProgramError.notFinite(array: name, row: entry.column, sample: entry.row, value: entry.value)
    }
  }

  private static func firstEntry(
    of matrix: Matrix, where condition: (Double) -> Bool
  ) -> (row: Int, column: Int, value: Double)? {
    matrix.elements.firstIndex(where: condition).map {
      ($0 % matrix.rows, $0 / matrix.rows, matrix.elements[$0])
    }
  }
}
