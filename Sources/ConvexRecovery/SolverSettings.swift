// SPDX-License-Identifier: GPL-3.0-or-later

/// How far a solve is: of a round, of which the first is the longest, so many neurons are done.
public struct SolveProgress: Sendable {
  /// From 1.
  public let round: Int
  /// Neurons that are done with the round.
  public let settled: Int
  /// M, all neurons of the layer.
  public let neurons: Int
}

/// What counts as solved, and every constant of the solvers, with its reason. All are relative unless they say otherwise.
public struct SolverSettings: Sendable {
  /// Largest |objective − lower bound|/objective of an optimal point.
  public var gap: Double
  /// Largest residual beyond ε, as a multiple of ε; of ‖Y‖_F at ε = 0.
  public var residual: Double
  /// Largest violation of an inequality, as a multiple of its own scale, max(‖Y‖_∞, |v|).
  public var violation: Double
  /// How many times larger than the targets the terms that make them up would have to be before a program counts as
  /// infeasible. Rounding the weights to doubles alone changes activities by 2⁻⁵³ of their terms: from 10⁷ on that is more
  /// than a violation of 10⁻⁹, so that no weights in doubles could be told to be feasible; two digits more for luck.
  public var cancellation = 1e9

  /// When data are brought to one scale.
  public var scaling = Scaling()
  /// Of the path of a neuron at ε = 0.
  public var homotopy = Homotopy()
  /// Of ADMM.
  public var admm = ADMM()
  /// Of Newton's method on active sets.
  public var newton = Newton()
  /// Of the proximal method of multipliers.
  public var proximal = Proximal()
  /// Of the interior-point method.
  public var interiorPoint = InteriorPoint()
  /// Told now and then how far Newton's method is; on any thread.
  public var progress: (@Sendable (SolveProgress) -> Void)?

  /// The accuracy asked for: down to a gap of 10⁻⁸ feasibility is 10⁻⁹; who asks for less than that of the objective gets
  /// 10⁻⁶, below which float32 data mean nothing.
  public init(gap: Double = 1e-8) {
    self.gap = gap
    (residual, violation) = gap > 1e-8 ? (1e-6, 1e-6) : (1e-9, 1e-9)
  }

  /// When data are brought to one scale.
  public struct Scaling: Sendable {
    /// The ratio of the largest to the smallest input (or sample) from which each is brought to unit size. Below it nothing
    /// is gained, and the norm keeps its equal weights.
    public var spread = 64.0
  }

  /// The path of a neuron at ε = 0.
  public struct Homotopy: Sendable {
    /// Breakpoints after which the path counts as cycling, as a multiple of P + N.
    public var breakpointLimit = 20
    /// Weights below this multiple of the largest are rounding at a degenerate vertex.
    public var negligible = 1e-13
    /// The squared sine between a new column and the others from which on the Gram matrix alone, which knows it to 10⁻¹⁶, is
    /// not asked; and the one at which it depends on them.
    public var delicate = 1e-8
    /// The squared sine at which a new column depends on the others.
    public var dependent = 1e-22
  }

  /// Of ADMM with over-relaxation.
  public struct ADMM: Sendable {
    /// Iterations after which the method gives up.
    public var iterationLimit = 20_000
    /// Iterations after which a ray is looked for even if no bound points to one.
    public var patience = 500
  }

  /// Of Newton's method on active sets.
  public struct Newton: Sendable {
    /// How far a condition may be violated before its entry changes sets; well below `violation`.
    public var slop = 1e-11
    /// ADMM iterations that are still tried when the interior-point method has failed.
    public var slowLimit = 2_000
  }

  /// The proximal method of multipliers, in units in which inputs and responses are of size 1.
  public struct Proximal: Sendable {
    /// ADMM iterations after which it takes over.
    public var start = 80
    /// ρ/σ: what a violation costs beside a residual; and τ·σ, which regularises the weights that data leave free.
    public var penalty = 100.0
    /// τ·σ, which regularises the weights that data leave free.
    public var proximity = 1e5
    /// The accuracy of the first round, and of the last.
    public var roughly = 1e-3
    /// The accuracy of the last round.
    public var least = 1e-11
    /// By how much σ may change from one round to the next, and how often it may do so by that much before it counts as without root.
    public var stride = 2.0
    /// How often σ may change by `stride` in a row before it counts as without root.
    public var strideLimit = 12
    /// Rounds, and Newton steps of a neuron in one round, after which it gives up.
    public var rounds = 30
    /// Newton steps of a neuron in one round after which it gives up.
    public var stepLimit = 300

    /// The accuracy from which on the judge is asked.
    func closely(_ settings: SolverSettings) -> Double { 0.3 * settings.violation }
  }

  /// Of the interior-point method.
  public struct InteriorPoint: Sendable {
    /// How far inside the cones the start is, as a multiple of the weights of ridge regression; what is tried in turn. Where
    /// samples are nearly collinear the solution is far larger than they, and a start near the border creeps along it.
    public var distances = [1e3, 10, 1e5]
    /// Iterations after which the method gives up.
    public var iterationLimit = 100
    /// The gap aimed at: well below `SolverSettings.gap`, so that the active sets can be read off.
    public var aim = 1e-12
    /// The error below which active sets can be read off the iterate; the judge says what came of it.
    public var readable = 1e-4
    /// How much of the way to the border a step goes.
    public var stepFraction = 0.99
    /// Iterations that bring neither a smaller error nor a smaller μ after which rounding has won.
    public var patience = 15
    /// 1/δ of the proximal term that stands for the equations at ε = 0, for inputs of spectral norm 1: large enough
    /// to meet them in a few iterations, small enough that the inequalities are seen beside it in doubles.
    public var proximity = 1e8
  }
}
