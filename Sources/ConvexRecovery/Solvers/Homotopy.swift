// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra

/// Exact solver of one neuron's program at ε = 0 by following the path λ → 0 of
///
///     min λ‖u‖₁ + ½‖A·u − y‖² + ½‖(B·u − v)₊‖²,
///
/// A the active samples and B the others, which is piecewise linear: between breakpoints the non-zeros S of u and the binding rows R (all equalities, and the
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
  /// Every constant of the path.
  public let settings: SolverSettings

  /// The solver with these constants.
  public init(_ settings: SolverSettings = SolverSettings()) { self.settings = settings }

  /// Follows the path of `program`, one neuron at ε = 0, to its end.
  public func solve(_ program: LayerProgram) -> LayerSolution {
    precondition(program.epsilon == 0 && program.neurons == 1, "the homotopy solves one neuron at ε = 0")
    // Basis pursuit is the cheaper path, and when its solution respects the inequalities it solves the program.
    let active = (0..<program.samples).filter { program.isActive(sample: $0, neuron: 0) }
    guard active.count < program.samples && !active.isEmpty else { return bestPath(of: program) }
    let relaxed = bestPath(of: program.restricted(to: active, fit: program.fit))
    let lifted = LayerSolution(program, relaxed.candidate().lifted(to: active, of: program.samples), settings)
    guard lifted.status == .notConverged else { return lifted }
    var solution = bestPath(of: program).candidate()
    solution.iterations += relaxed.iterations
    return LayerSolution(program, solution, settings)
  }

  /// Data with ties (duplicate inputs, entries ±1) can stall the path where several breakpoints coincide, and badly
  /// conditioned data can blur its end. Retries break ties and widen what counts as rounding; the vertex found is
  /// re-solved and certified on the program as it was given, so a retry can cost time but not accuracy.
  private func bestPath(of program: LayerProgram) -> LayerSolution {
    let scaled = ScaledProgram(program, settings)
    var best: LayerSolution?
    for care in PathCare.ladder {
      var path = HomotopyPath(care.isWhitened ? scaled.whitened() : scaled, care, settings)
      let stop = path.follow(atMost: settings.homotopy.breakpointLimit * (scaled.samples + scaled.dimension))
      let solution = path.solution(stop, of: scaled)
      if solution.status != .notConverged { return solution }
      if best.map({ solution.relativeGap < $0.relativeGap }) ?? true { best = solution }
    }
    guard let best else { preconditionFailure("at least one path") }
    return best
  }
}

extension Candidate {
  /// The candidate of a program of which this one has the samples `rows` only.
  fileprivate func lifted(to rows: [Int], of samples: Int) -> Candidate {
    var candidate = self
    candidate.multipliers = multipliers.lifted(to: rows, of: samples)
    if let ray = stop.ray { candidate.stop = .ray(ray.lifted(to: rows, of: samples)) }
    return candidate
  }
}

/// How a path deals with ties and rounding.
struct PathCare {
  /// By how much the weights of the ℓ₁ norm and the bounds are moved apart (relative).
  var perturbation = 0.0
  /// What may pass a bound at λ = 0 and still count as tied there (relative).
  var rounding = 1e-12
  /// Whether the equations are brought to condition 1 first.
  var isWhitened = false

  /// What is tried in turn, the mildest first.
  static let ladder = [
    PathCare(), PathCare(rounding: 1e-9), PathCare(perturbation: 1e-8), PathCare(perturbation: 1e-7),
    PathCare(perturbation: 1e-6, rounding: 1e-10), PathCare(perturbation: 1e-5, rounding: 1e-10),
    PathCare(perturbation: 1e-4, rounding: 1e-9), PathCare(isWhitened: true),
    PathCare(perturbation: 1e-7, isWhitened: true),
  ]

  /// `count` fixed numbers in (½, 1)·perturbation: a stretch of the golden-ratio sequence, which never repeats a number.
  func offsets(_ count: Int, from start: Int = 1) -> [Double] {
    (start..<start + count).map { i in
      perturbation * (0.5 + 0.5 * (Double(i) * 0.618_033_988_749_894_9).truncatingRemainder(dividingBy: 1))
    }
  }
}
