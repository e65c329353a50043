// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra

/// Exact solver of a `NeuronProgram` by following the path λ → 0 of
///
///     min λ‖u‖₁ + ½‖A·u − y‖² + ½‖(B·u − v)₊‖²,
///
/// which is piecewise linear: between breakpoints the non-zeros S of u and the binding rows R (all equalities, and the
/// violated inequalities) stay the same. At λ = 0 the residuals vanish and u solves the program; residuals over λ are
/// the multipliers. If they do not vanish, the residuals themselves are a Farkas ray: nothing satisfies the constraints.
///
/// The path starts at u = 0, so it applies to every program: slack of either sign, any number of samples, any rank.
///
/// - Complexity: 2·P·N flops a breakpoint; about as many breakpoints as u gains and loses non-zeros and rows.
///
/// Source: Osborne, Presnell, Turlach (2000) for the equalities; the one-sided squares are this project's extension
/// in the sense of Rosset, Zhu, "Piecewise linear regularized solution paths" (2007).
public struct Homotopy: Sendable {
  /// Breakpoints after which the path counts as cycling, as a multiple of P + N.
  public var breakpointLimit = 20

  public init() {}

  /// Follows the path of `program`, in units of its own size, to its end.
  public func solve(_ program: NeuronProgram) -> NeuronSolution {
    let units = ProgramUnits(program)
    return units.unscaled(solveAsGiven(units.scaled(program)), of: program)
  }

  private func solveAsGiven(_ program: NeuronProgram) -> NeuronSolution {
    // Basis pursuit is the cheaper path, and when its solution respects the inequalities it solves the program.
    let relaxed = bestPath(of: program.basisPursuit)
    let multipliers = NeuronMultipliers(
      equality: relaxed.multipliers.equality, inequality: Array(repeating: 0, count: program.bounds.count))
    let lifted = NeuronSolution(program, relaxed.weights, multipliers, breakpoints: relaxed.iterations)
    guard lifted.status == .notConverged else { return lifted }
    var solution = bestPath(of: program)
    solution.iterations += relaxed.iterations
    return solution
  }

  /// Data with ties (duplicate inputs, entries ±1) can stall the path where several breakpoints coincide, and badly
  /// conditioned data can blur its end. Retries break ties and widen what counts as rounding; the vertex found is
  /// re-solved and certified on the program as it was given, so a retry can cost time but not accuracy.
  private func bestPath(of program: NeuronProgram) -> NeuronSolution {
    var best: NeuronSolution?
    for care in PathCare.ladder {
      var path = HomotopyPath(program, care)
      path.follow(atMost: breakpointLimit * (program.targets.count + program.bounds.count + program.dimension))
      let solution = path.solution()
      if solution.status != .notConverged { return solution }
      if best.map({ solution.relativeGap < $0.relativeGap }) ?? true { best = solution }
    }
    return best ?? NeuronSolution.origin(of: program)
  }
}

/// How a path deals with ties and rounding.
struct PathCare {
  /// By how much the weights of the ℓ₁ norm and the bounds are moved apart (relative).
  var perturbation = 0.0
  /// What may pass a bound at λ = 0 and still count as tied there (relative).
  var rounding = 1e-12

  /// What is tried in turn, the mildest first.
  static let ladder = [
    PathCare(), PathCare(rounding: 1e-9), PathCare(perturbation: 1e-8), PathCare(perturbation: 1e-7),
    PathCare(perturbation: 1e-6, rounding: 1e-10), PathCare(perturbation: 1e-5, rounding: 1e-10),
    PathCare(perturbation: 1e-4, rounding: 1e-9),
  ]

  /// `count` fixed numbers in (½, 1)·perturbation: a stretch of the golden-ratio sequence, which never repeats a number.
  func offsets(_ count: Int, from start: Int = 1) -> [Double] {
    (start..<start + count).map { i in
      perturbation * (0.5 + 0.5 * (Double(i) * 0.618_033_988_749_894_9).truncatingRemainder(dividingBy: 1))
    }
  }
}
