// SPDX-License-Identifier: GPL-3.0-or-later
import Answers
public import ArgumentParser
public import Claims
import Foundation
import StudyModel

/// `trimlab verify`: tests the theory, and that each test can fail.
package struct VerifyCommand: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Tests the claims of the theory, each beside a false variant that the same test must refute.",
    discussion: """
      Without a name all claims are tested. A true claim is refuted with probability 0.0001 at most, over all claims \
      together; each has an equal part of it, whichever are named. The exit code is 1 if a theorem or a law is refuted, or \
      a false variant is not; what the literature says and our data do not show is "not-borne-out", no alarm. A claim is \
      "inconclusive" where a deviation that matters might have been missed.

      On two cores quick takes up to 60 seconds, standard up to 10 minutes and thorough hours.

      Claims: \(ClaimRegistry.all.map(\.name).joined(separator: ", ")).

      Example: the exact law of recovery, on half a million trials
        trimlab verify recovery-law --budget standard
      """)

  @Argument(help: ArgumentHelp("The claims to test.", valueName: "claim"))
  var claims: [String] = []

  @Option(help: "How much the verification may cost: quick, standard or thorough.")
  var budget = VerificationBudget.standard

  @Option(help: "Seed of all random streams; the result is the same for any number of workers.")
  var seed = VerificationPlan.standardSeed

  @Option(help: ArgumentHelp("Verify on K seeds, from --seed on, and count each claim's alarms.", valueName: "k"))
  var seeds: Int?

  @Option(help: "Trials run at the same time.")
  var workers = ProcessInfo.processInfo.activeProcessorCount

  @Flag(help: "Print a JSON document instead of the table.")
  var json = false

  package init() {}

  package func validate() throws {
    try requireClaims(claims)
    if let seeds, seeds < 1 { throw ValidationError("--seeds \(seeds): expected at least 1") }
    guard workers >= 1 else { throw ValidationError("--workers \(workers): expected at least 1") }
  }

  package func run() async throws {
    let named = ClaimRegistry.all.filter { claims.isEmpty || claims.contains($0.name) }
    if let seeds { try await verify(named, seeds: seeds) } else { try await verify(named) }
  }

  /// Tests `claims`, prints their reports and throws exit code 1 if one of them is alarming.
  package func verify(_ claims: [any Claim]) async throws {
    let plan = VerificationPlan(budget: budget, seed: seed, workers: workers)
    var progress = VerificationProgress(claims: claims.count)
    var reports: [ClaimReport] = []
    for claim in claims {
      progress.begin(claim.name)
      reports.append(await claim.verify(plan))
    }
    progress.end()
    print(json ? try ClaimRecord.json(reports) : verificationTable(reports))
    if reports.contains(where: \.isAlarming) { throw ExitCode(ExitStatus.refuted.rawValue) }
  }

  /// Tests `claims` on so many seeds, prints how often each alarmed, and throws exit code 1 where that is more than its level allows or
  /// a control stood.
  private func verify(_ claims: [any Claim], seeds: Int) async throws {
    var progress = VerificationProgress(claims: claims.count * seeds)
    var records = claims.map { SeedsRecord($0) }
    for seed in 0..<UInt64(seeds) {
      let plan = VerificationPlan(budget: budget, seed: self.seed &+ seed, workers: workers)
      for (index, claim) in claims.enumerated() {
        progress.begin("\(claim.name), seed \(plan.seed)")
        records[index].add(await claim.verify(plan), plan)
      }
    }
    progress.end()
    print(json ? try printedJSON(records) : SeedsRecord.table(records))
    if records.contains(where: \.isAlarming) { throw ExitCode(ExitStatus.refuted.rawValue) }
  }
}

extension VerificationBudget: ExpressibleByArgument {}

/// Which claim is being tested, and for how long yet.
private struct VerificationProgress {
  let claims: Int
  private var begun = 0
  private let start = ContinuousClock.now

  init(claims: Int) { self.claims = claims }

  mutating func begin(_ name: String) {
    let elapsed = start.duration(to: .now)
    // A guess, as the claims do not cost the same.
    let left = begun == 0 ? "" : ", about \((elapsed * (claims - begun) / begun).clock) left"
    begun += 1
    let line = "claim \(begun)/\(claims): \(name), \(elapsed.clock) so far\(left)"
    if Terminal.isInteractive { Terminal.show(line) } else { Terminal.complain(line) }
  }

  func end() {
    if Terminal.isInteractive { Terminal.show("") }
  }
}
