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

  /// The mean of the neurons' ln μ where they are, weighted by ‖w_m‖².
  var middle: Double {
    let largest = neurons.reduce(0) { max($0, $1.solver.profile.norm) }
    let sums = neurons.filter { !$0.isDead }.reduce((0.0, 0.0)) { sums, neuron in
      let norm = neuron.solver.profile.norm
      let weight = (norm / largest) * (norm / largest)
      return (sums.0 + weight * (neuron.known.multiplier - log(norm)), sums.1 + weight)
    }
    return sums.0 / sums.1
  }

  /// The layer at ln μ = `multiplier`; its places are where the next call starts from.
  mutating func laws(logMultiplier multiplier: Double, isChecked: Bool) throws(PrunedLawError) -> [PrunedNeuronLaw] {
    var laws: [PrunedNeuronLaw] = []
    for m in neurons.indices { laws.append(try neurons[m].law(logMultiplier: multiplier, isChecked)) }
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
      let point = solver.point(place),
      let end = solver.endOfCurve(from: place, relativeEpsilon: relative)
    else { throw .notConverged(residual: .infinity) }
    known = (log(point.multiplier.value), place)
    self.end = end
  }

  fileprivate mutating func law(
    logMultiplier: Double, _ isChecked: Bool
  ) throws(PrunedLawError) -> PrunedNeuronLaw {
    let wanted = logMultiplier + (isDead ? 0 : log(solver.profile.norm))
    guard wanted > end else { return PrunedNeuronLaw(emptyOf: solver) }
    guard let place = solver.place(multiplier: wanted, from: known) else { throw .notConverged(residual: .infinity) }
    known = (wanted, place)
    // A linear neuron never ends, but for what numbers can tell.
    guard let point = solver.point(place), point.moments.kept.value > 1e-12 else {
      return PrunedNeuronLaw(emptyOf: solver)
    }
    return try PrunedNeuronLaw(solver, at: place, isChecked: isChecked)
  }
}
