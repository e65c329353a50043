// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// The neurons of a layer as functions of the one number they share, the multiplier μ of the Frobenius ball.
///
/// Neuron m takes the ε_m at which its own multiplier λ_m(r_m − ε_m)/(D_m ε_m) is μ. ε_m falls as μ rises, ‖û_m‖₁ being convex in
/// ε_m; where μ does not exceed the multiplier at ε_m = ‖y_m‖, nothing of the neuron is left.
struct PrunedLayerCurve {
  fileprivate var neurons: [Neuron]

  fileprivate struct Neuron {
    let solver: StationarySolver
    /// Where the neuron was last, and ln μω there.
    var known: (multiplier: Double, place: StationarySolver.Place)
    /// ln μω at which nothing is left any more; −∞ for a linear neuron, of which something always is.
    let end: Double
    /// Whether the neuron has no weights.
    let isDead: Bool
  }

  /// Every neuron at ε_m = `relative`·‖y_m‖.
  init(_ solvers: [StationarySolver], relativeEpsilon relative: Double) throws(PrunedLawError) {
    neurons = []
    for solver in solvers { neurons.append(try Neuron(solver, relativeEpsilon: relative)) }
    guard neurons.contains(where: { !$0.isDead }) else { throw .zeroWeights }
  }

  /// The least and the largest ln μ the neurons have where they are.
  var multipliers: ClosedRange<Double> {
    let all = neurons.filter { !$0.isDead }.map { $0.known.multiplier - log($0.solver.profile.norm) }
    return (all.min() ?? 0)...(all.max() ?? 0)
  }

  /// The layer at ln μ = `multiplier`; its places are where the next call starts from.
  mutating func laws(logMultiplier multiplier: Double) throws(PrunedLawError) -> [PrunedNeuronLaw] {
    var laws: [PrunedNeuronLaw] = []
    for m in neurons.indices { laws.append(try neurons[m].law(logMultiplier: multiplier)) }
    return laws
  }
}

extension PrunedLayerCurve.Neuron {
  fileprivate init(_ solver: StationarySolver, relativeEpsilon relative: Double) throws(PrunedLawError) {
    self.solver = solver
    isDead = solver.profile.norm == 0
    guard !isDead else {
      (known, end) = ((0, .init(a: 0, lambda: 0)), .infinity)
      return
    }
    guard let place = solver.place(relativeEpsilon: relative),
      let point = solver.point(place, halfSpace: solver.halfSpace),
      let end = solver.endOfCurve(from: place, relativeEpsilon: relative)
    else { throw .notConverged(residual: .infinity) }
    known = (log(point.multiplier.value), place)
    self.end = end
  }

  fileprivate mutating func law(logMultiplier: Double) throws(PrunedLawError) -> PrunedNeuronLaw {
    let wanted = logMultiplier + (isDead ? 0 : log(solver.profile.norm))
    guard wanted > end else { return PrunedNeuronLaw(emptyOf: solver) }
    guard let place = solver.place(multiplier: wanted, from: known) else { throw .notConverged(residual: .infinity) }
    known = (wanted, place)
    return try PrunedNeuronLaw(solver, at: place)
  }
}
