// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import Ensembles
import LinearAlgebra

/// Judges solutions of a program against the weights w* it was planted with.
struct PlantedWeights {
  let weights: [Double]
  private let support: Set<Int>
  /// Solutions no farther from w* than this count as w* (relative).
  static let resolution = 1e-6

  init(_ neuron: PlantedNeuron) {
    weights = neuron.weights
    support = Set(neuron.support)
  }

  /// ‖U − w*‖₂/‖w*‖₂ (‖U‖₂ where w* = 0).
  func error(of solution: [Double]) -> Double {
    let scale = weights.norm2
    return (solution - weights).norm2 / (scale == 0 ? 1 : scale)
  }

  /// A certified minimiser other than w* shows that w* is not the only one.
  ///
  /// One that is shorter than w* is another, however near: an inactive sample almost tied at w* may stop it there.
  func verdict(on solution: LayerSolution) -> RecoveryVerdict {
    guard solution.status == .optimal else { return .undecided }
    let isShorter = solution.objective < (1 - SolverSettings().gap) * weights.norm1
    return !isShorter && error(of: solution.weights.elements) <= Self.resolution ? .recovered : .notRecovered
  }

  /// min over samples p of −x_pᵀw*/(‖x_p‖‖w*‖): a point where one of them binds is no closer to w* (relative).
  func strictness(of inactive: Matrix) -> Double {
    let responses = inactive * weights
    return responses.indices.map { -responses[$0] / (inactive.row($0).norm2 * weights.norm2) }.min() ?? .infinity
  }

  /// Whether w*, a minimiser of `program`, is the only one.
  ///
  /// On inputs without a density minimisers can tie. w* is the only one if it stays the minimiser when the inputs off its
  /// support become cheaper by a relative 10⁻⁵, and those on it dearer or cheaper by less, in either direction: any other
  /// minimiser would then win one of the two programs.
  func verdictOnUniqueness(in program: LayerProgram) -> RecoveryVerdict {
    for direction in [1.0, -1.0] {
      let costs = weights.indices.map { j in
        support.contains(j) ? 1 + direction * 1e-6 * Double(j + 1) / Double(weights.count) : 1 - 1e-5
      }
      let solution = Homotopy().solve(program.weighted(by: costs))
      guard solution.status == .optimal else { return .undecided }
      if error(of: zip(solution.weights.elements, costs).map { $0 / $1 }) > Self.resolution { return .notRecovered }
    }
    return .recovered
  }
}
