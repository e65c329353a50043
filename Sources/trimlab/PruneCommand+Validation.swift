// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser

extension PruneCommand {
  func validate() throws {
    try validateEpsilon()
    try magnitude.validate(for: scheme, output: outputKind)
    try validateCascade()
    try validateHoldout()
    if architecture != nil {
      guard !magnitude.retrain else {
        throw ValidationError("--retrain trains fully connected networks; remove it, or --architecture")
      }
      guard magnitude.like == nil else {
        throw ValidationError("--like compares fully connected networks; use --density, or remove --architecture")
      }
    }
    guard tolerance > 0 && tolerance < 1 else {
      throw ValidationError("--tolerance \(tolerance): expected a number between 0 and 1, such as 1e-8")
    }
    guard workers >= 1 else { throw ValidationError("--workers \(workers): expected at least 1") }
  }

  private func validateCascade() throws {
    if let gamma, !(gamma >= 1 && gamma.isFinite) {
      throw ValidationError("--gamma \(gamma): expected a finite number, at least 1")
    }
    if let kappa, !(kappa > 0 && kappa <= 1) {
      throw ValidationError("--kappa \(kappa): expected a number above 0 and at most 1")
    }
    if let retryKappa, !(retryKappa > 0 && retryKappa < 1) {
      throw ValidationError("--retry-kappa \(retryKappa): expected a precision between 0 and 1, such as 0.01")
    }
    for (option, value) in [("gamma", gamma), ("kappa", kappa), ("retry-kappa", retryKappa)]
    where value != nil && scheme != .cascade {
      throw ValidationError("--\(option) belongs to --scheme cascade; the \(scheme) scheme has no such parameter")
    }
  }

  private func validateHoldout() throws {
    guard let holdout else { return }
    guard scheme == .parallel else {
      throw ValidationError("--holdout belongs to --scheme parallel, whose layers the law of the pruned layer is about")
    }
    guard architecture == nil else {
      throw ValidationError(
        "--holdout compares with a law of samples drawn independently, which patches of one image are not; "
          + "remove it, or --architecture")
    }
    guard holdout > 0, holdout < 1 else {
      throw ValidationError("--holdout \(holdout): expected a share between 0 and 1, such as 0.2")
    }
  }

  private func validateEpsilon() throws {
    guard !scheme.solvesPrograms else {
      guard let epsilon else {
        throw ValidationError(
          "--scheme \(scheme) needs --epsilon, the tolerance relative to the responses, such as 0.05")
      }
      guard epsilon >= 0 && epsilon.isFinite else {
        throw ValidationError("--epsilon \(epsilon): expected a finite number, at least 0")
      }
      return
    }
    guard epsilon == nil else {
      throw ValidationError(
        "--epsilon belongs to Net-Trim's schemes; --scheme \(scheme) has "
          + (scheme == .filters ? "--density" : "--quality, --density and --like"))
    }
  }
}

extension PruneCommand.Scheme {
  /// Whether it is one of Net-Trim's.
  var solvesPrograms: Bool { self == .parallel || self == .cascade }
}
