// SPDX-License-Identifier: GPL-3.0-or-later
import Answers
import ArgumentParser

extension PruneCommand {
  func validate() throws {
    _ = try question()
    try magnitude.validate(for: scheme, output: outputKind)
    if architecture != nil {
      guard holdout == nil else {
        throw ValidationError(
          "--holdout compares with a law of samples drawn independently, which patches of one image are not; "
            + "remove it, or --architecture")
      }
      guard !magnitude.retrain else {
        throw ValidationError("--retrain trains fully connected networks; remove it, or --architecture")
      }
      guard magnitude.like == nil else {
        throw ValidationError("--like compares fully connected networks; use --density, or remove --architecture")
      }
    }
  }

  /// What all schemes share.
  func question() throws -> SchemeQuestion {
    try sayingUsage {
      try SchemeQuestion(
        scheme, epsilon: epsilon, gamma: gamma, kappa: kappa, retryKappa: retryKappa, holdout: holdout, method: method,
        tolerance: tolerance, workers: workers)
    }
  }
}
