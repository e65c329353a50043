// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import LinearAlgebra
import RandomStreams

/// Decides whether a neuron's program has one minimiser, by the conditions of Proposition 2 and by the minimisers themselves.
///
/// Inputs are whole numbers, so that inactive samples tie with the minimiser, matrices lose rank and minimisers tie with each other, as
/// never happens to inputs with a density. Planted weights are ±1; the minimiser need not be they.
///
/// A trial succeeds where the two verdicts agree; it is undecided where a program was not solved with a certificate, or where the inequalities on
/// the multipliers are so little strict that the tilt may decide.
public struct UniquenessExperiment: Experiment {
  /// N (inputs).
  public static let dimension = Parameter<Int>("dimension", "N", unit: "inputs", .integers(1...1_000))
  /// s, planted weights, ±1.
  public static let sparsity = Parameter<Int>(
    "sparsity", "s, planted weights, ±1", unit: "weights", .integers(1...1_000))
  /// P (samples).
  public static let samples = Parameter<Int>("samples", "P", unit: "samples", .integers(1...10_000))
  /// Inputs are whole numbers from −k to k, each as likely.
  public static let largest = Parameter<Int>(
    "largest", "Inputs are whole numbers from −k to k, each as likely", .integers(1...1_000), standard: 1)

  /// 1 if the conditions of Proposition 2 hold at the minimiser.
  public static let conditions = Quantity(
    "conditions", "1 if the conditions of Proposition 2 hold at the minimiser", kind: .flag)
  /// 1 if they hold with ≤ in place of <.
  public static let weakConditions = Quantity(
    "weak_conditions", "1 if they hold with ≤ in place of <", kind: .flag)
  /// 1 if no other minimiser was found.
  public static let unique = Quantity("unique", "1 if no other minimiser was found", kind: .flag)
  /// 1 if the columns of the minimiser's weights and slacks are independent.
  public static let fullRank = Quantity(
    "full_rank", "1 if the columns of the minimiser's weights and slacks are independent", kind: .flag)
  /// How strict the inequalities on the multipliers can be made; empty where there are none.
  public static let strictness = Quantity(
    "strictness", "How strict the inequalities on the multipliers can be made; empty where there are none")
  /// Inactive samples without slack.
  public static let ties = Quantity("ties", "Inactive samples without slack", unit: "samples", kind: .count)

  /// The axes of its grids, the last varying fastest.
  public let parameters: [any GridParameter] = [dimension, sparsity, samples, largest]
  /// What is stored of every trial, or of every item of one.
  public let quantities = [conditions, weakConditions, unique, fullRank, strictness, ties]

  /// The experiment, which has no settings.
  public init() {}

  /// Why no trial can be made in the cell, and what would be right; nil where one can.
  public func problem(with cell: Cell) -> CellProblem? {
    cell[Self.sparsity] > cell[Self.dimension]
      ? CellProblem(
        Self.sparsity, "\(cell[Self.sparsity]) of \(cell[Self.dimension]) weights cannot be non-zero; take at most all")
      : nil
  }

  /// What a trial of the cell costs, in a unit of the experiment's own.
  public func cost(of cell: Cell) -> Double {
    let (dimension, samples) = (Double(cell[Self.dimension]), Double(cell[Self.samples]))
    return (dimension + samples) * dimension * samples
  }

  /// The inputs, and those of the multipliers' program, which has them twice.
  public func memory(of cell: Cell) -> Double { 48 * Double(cell[Self.dimension]) * Double(cell[Self.samples]) }

  /// Runs one trial, which is decided by cell, seed and number.
  public func measure(
    _ cell: Cell, seed: UInt64, trial: Int, in workspace: inout TrialWorkspace
  ) throws -> TrialOutcome {
    let program = try Self.program(cell, seed: seed, trial: trial, stream: &workspace.stream)
    let solution = program.solve()
    guard solution.status == .optimal, let isUnique = Self.isUnique(solution, in: program, &workspace.stream) else {
      return TrialOutcome(success: nil, [])
    }
    let certificate = UniquenessCertificate(of: solution.weights.elements, in: program)
    let isDelicate = certificate.provesUniqueness && certificate.strictness < 10 * Self.tilt
    guard !isDelicate else { return TrialOutcome(success: nil, []) }
    return TrialOutcome(
      success: certificate.provesUniqueness == isUnique,
      [
        Measurement(Self.conditions, certificate.provesUniqueness),
        Measurement(Self.weakConditions, certificate.provesOptimality), Measurement(Self.unique, isUnique),
        Measurement(Self.fullRank, certificate.hasFullRank),
        Measurement(Self.strictness, certificate.strictness.isFinite ? certificate.strictness : .nan),
        Measurement(Self.ties, certificate.ties),
      ])
  }

  private static func program(
    _ cell: Cell, seed: UInt64, trial: Int, stream: inout RandomStream
  ) throws -> LayerProgram {
    stream.restart(at: StreamKey(seed: seed, content: "\(cell)", trial: UInt32(trial), purpose: "whole numbers"))
    let (dimension, largest) = (cell[dimension], Double(cell[largest]))
    let inputs = Matrix(
      rows: cell[samples], columns: dimension,
      elements: (0..<cell[samples] * dimension).map { _ in
        (stream.uniform() * (2 * largest + 1)).rounded(.down) - largest
      })
    var weights = [Double](repeating: 0, count: dimension)
    for j in stream.subset(size: cell[sparsity], of: dimension) { weights[j] = stream.sign() }
    return try LayerProgram(inputs: inputs, responses: Matrix(column: (inputs * weights).map { max($0, 0) }))
  }

  /// By how much costs differ from 1: less than strictness of data as small as these, more than programs resolve.
  private static let tilt = 1e-5

  /// On the face of minimisers each weight keeps its sign, so any tilt of the costs picks a corner of it, and the opposite tilt the opposite
  /// one. Both are the minimiser at hand iff it is the only one, but for tilts of probability 0; nil where a tilted program was not solved.
  private static func isUnique(
    _ solution: LayerSolution, in program: LayerProgram, _ stream: inout RandomStream
  ) -> Bool? {
    let weights = solution.weights.elements
    let slopes = weights.map { _ in stream.uniform() - 0.5 }
    for direction in [1.0, -1] {
      let costs = slopes.map { 1 + direction * tilt * $0 }
      let tilted = program.weighted(by: costs).solve()
      guard tilted.status == .optimal else { return nil }
      let other = zip(tilted.weights.elements, costs).map { $0 / $1 }
      if (other - weights).normInfinity > 1e-4 * max(weights.normInfinity, 1) { return false }
    }
    return true
  }
}
