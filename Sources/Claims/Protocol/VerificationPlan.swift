// SPDX-License-Identifier: GPL-3.0-or-later
public import Experiments
import Parallel

/// How much a verification may cost.
public enum VerificationBudget: String, Sendable, CaseIterable {
  /// All claims within 60 seconds on 2 cores.
  case quick
  /// All claims within 10 minutes.
  case standard
  /// Hours.
  case thorough
}

/// Budget, seed and error rates of a verification, and its way to run trials in parallel.
public struct VerificationPlan: Sendable {
  /// How many trials there are.
  public var budget: VerificationBudget
  /// Of all streams.
  public var seed: UInt64
  /// Probability of refuting one true claim, at most: an equal part (Bonferroni) of the family's, whichever claims are asked for.
  public var alarmRate: Double
  /// Threads that trials are shared among, at least 1.
  public var workers: Int

  /// Probability of refuting any true claim of a family, at most, where nothing else is asked for.
  public static let standardAlarmRate = 1e-4
  /// What is taken where no seed is asked for.
  public static let standardSeed: UInt64 = 20_170_612

  /// - `familyAlarmRate`: probability of refuting any true claim of the registry.
  public init(
    budget: VerificationBudget, seed: UInt64 = standardSeed, familyAlarmRate: Double = standardAlarmRate, workers: Int
  ) {
    self.budget = budget
    self.seed = seed
    alarmRate = familyAlarmRate / Double(ClaimRegistry.all.count)
    self.workers = max(workers, 1)
  }

  /// The number of trials (or the like) for this budget.
  public func choose<Value>(quick: Value, standard: Value, thorough: Value) -> Value {
    switch budget {
    case .quick: quick
    case .standard: standard
    case .thorough: thorough
    }
  }

  /// `body`(workspace, number) for number = 0 ..< count, in that order whatever the number of workers.
  public func map<Value: Sendable>(
    _ count: Int, _ body: @escaping @Sendable (inout TrialWorkspace, Int) -> Value
  ) async -> [Value] {
    concurrentMap(count, workers: workers, workspace: { TrialWorkspace() }, body)
  }
}
