// SPDX-License-Identifier: GPL-3.0-or-later
package import ConvexRecovery
package import LinearAlgebra
package import NetTrim
package import Networks
import RecoveryTheory

/// How a network is pruned.
package enum PruningScheme: String, CaseIterable, Sendable {
  case parallel, cascade, magnitude, filters

  /// Whether it is one of Net-Trim's.
  package var solvesPrograms: Bool { self == .parallel || self == .cascade }
}

/// What is asked of a scheme, but for the options of those that solve no programs.
package struct SchemeQuestion {
  package let scheme: PruningScheme
  /// R: ε relative to the norm of a layer's responses.
  package let epsilon: Double
  package let gamma, kappa, retryKappa, holdout: Double?
  package let method: LayerMethod
  package let tolerance: Double
  package let workers: Int

  /// - Throws: `Mistake` naming the option.
  package init(
    _ scheme: PruningScheme, epsilon: Double?, gamma: Double?, kappa: Double?, retryKappa: Double?, holdout: Double?,
    method: LayerMethod, tolerance: Double, workers: Int
  ) throws(Mistake) {
    (self.scheme, self.epsilon) = (scheme, try Self.validEpsilon(epsilon, scheme))
    (self.gamma, self.kappa, self.retryKappa, self.holdout) = (gamma, kappa, retryKappa, holdout)
    (self.method, self.tolerance, self.workers) = (method, tolerance, workers)
    try validateCascade()
    try validateHoldout()
    try Mistake.requireTolerance(tolerance)
    try Mistake.requireWorkers(workers)
  }

  private static func validEpsilon(_ epsilon: Double?, _ scheme: PruningScheme) throws(Mistake) -> Double {
    guard scheme.solvesPrograms else {
      guard epsilon == nil else {
        throw Mistake(
          "--epsilon belongs to Net-Trim's schemes; --scheme \(scheme) has "
            + (scheme == .filters ? "--density" : "--quality, --density and --like"))
      }
      return 0
    }
    guard let epsilon else {
      throw Mistake("--scheme \(scheme) needs --epsilon, the tolerance relative to the responses, such as 0.05")
    }
    guard epsilon >= 0 && epsilon.isFinite else {
      throw Mistake("--epsilon \(epsilon): expected a finite number, at least 0")
    }
    return epsilon
  }

  private func validateCascade() throws(Mistake) {
    if let gamma, !(gamma >= 1 && gamma.isFinite) {
      throw Mistake("--gamma \(gamma): expected a finite number, at least 1")
    }
    if let kappa, !(kappa > 0 && kappa <= 1) {
      throw Mistake("--kappa \(kappa): expected a number above 0 and at most 1")
    }
    if let retryKappa, !(retryKappa > 0 && retryKappa < 1) {
      throw Mistake("--retry-kappa \(retryKappa): expected a precision between 0 and 1, such as 0.01")
    }
    for (option, value) in [("gamma", gamma), ("kappa", kappa), ("retry-kappa", retryKappa)]
    where value != nil && scheme != .cascade {
      throw Mistake("--\(option) belongs to --scheme cascade; the \(scheme) scheme has no such parameter")
    }
  }

  private func validateHoldout() throws(Mistake) {
    guard let holdout else { return }
    guard scheme == .parallel else {
      throw Mistake("--holdout belongs to --scheme parallel, whose layers the law of the pruned layer is about")
    }
    guard holdout > 0, holdout < 1 else {
      throw Mistake("--holdout \(holdout): expected a share between 0 and 1, such as 0.2")
    }
  }
}

extension SchemeQuestion {
  /// A network as a scheme has pruned it.
  package struct Answer {
    package let pruning: Pruning
    /// What it was pruned on.
    package let samples: Matrix
    package let holdout: Holdout.Outcome?
    package let seconds: Double
  }

  /// Prunes `network` for the rows of `samples` (P×N), the held-out ones aside.
  ///
  /// - Parameters:
  ///   - name: the network's, for messages on its weights.
  ///   - inputs: that of the samples.
  /// - Precondition: the scheme is one of Net-Trim's.
  /// - Throws: `UnfitArray`.
  package func prune(
    _ network: Network, named name: String, _ samples: Matrix, from inputs: String, _ settings: SolverSettings
  ) throws(UnfitArray) -> Answer {
    precondition(scheme.solvesPrograms, "pruning by \(scheme) solves no program")
    guard samples.columns == network.inputs else {
      let error = SchemeError.inputs(found: samples.columns, expected: network.inputs, samples: samples.rows)
      throw UnfitArray(path: inputs, reason: "\(error)")
    }
    let kept = try kept(from: samples, named: inputs)
    let start = ContinuousClock.now
    let pruning: Pruning
    do throws(SchemeError) {
      pruning = try pruned(network, kept?.pruning ?? samples, settings)
    } catch {
      throw UnfitArray(path: inputs, reason: "\(error)")
    }
    let seconds = start.duration(to: .now) / .seconds(1)
    do throws(PrunedLawError) {
      // The law is about ε > 0 below the responses.
      let isPredicted = pruning.isOptimal && epsilon > 0 && epsilon < 1
      let outcome = try isPredicted ? kept?.outcome(of: pruning, relativeEpsilon: epsilon) : nil
      return Answer(pruning: pruning, samples: kept?.pruning ?? samples, holdout: outcome, seconds: seconds)
    } catch {
      throw UnfitArray(path: name, reason: "the law of the pruned layer: \(error)")
    }
  }

  private func kept(from samples: Matrix, named inputs: String) throws(UnfitArray) -> Holdout? {
    guard let holdout else { return nil }
    let count = Holdout.count(samples.rows, holdout)
    guard count > 0, count < samples.rows else {
      throw UnfitArray(
        path: inputs,
        reason: "--holdout \(holdout) of \(samples.rows) samples leaves none on one side; choose another share")
    }
    return Holdout(samples, share: holdout)
  }

  private func pruned(_ network: Network, _ samples: Matrix, _ settings: SolverSettings) throws(SchemeError) -> Pruning
  {
    if scheme == .parallel {
      var scheme = ParallelScheme(relative: epsilon, network: network, inputs: samples)
      (scheme.method, scheme.workers, scheme.settings) = (method, workers, settings)
      return try scheme.prune(network, inputs: samples)
    }
    var scheme = CascadeScheme(relative: epsilon, gamma: gamma ?? 1.1, network: network, inputs: samples)
    (scheme.kappa, scheme.kappaPrecision, scheme.method) = (kappa ?? 1, retryKappa, method)
    (scheme.workers, scheme.settings) = (workers, settings)
    return try scheme.prune(network, inputs: samples)
  }
}
