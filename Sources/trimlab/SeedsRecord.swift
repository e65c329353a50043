// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Foundation
import Reporting
import Statistics

/// How a claim fared on several seeds, as `trimlab verify --seeds` prints it.
struct SeedsRecord: Encodable {
  let claim: String
  private(set) var seeds = 0
  /// Seeds that refute it, and seeds at which a false variant or a near miss is not found out.
  private(set) var alarms = 0
  private(set) var controlStood = 0
  private(set) var notBorneOut = 0
  private(set) var inconclusive = 0
  /// The most alarms that the level explains: more have a probability below 10⁻³.
  private(set) var allowed = 0

  init(_ claim: some Claim) { self.claim = claim.name }

  mutating func add(_ report: ClaimReport, _ plan: VerificationPlan) {
    seeds += 1
    alarms += report.finding.verdict == .refuted ? 1 : 0
    controlStood += report.controlHolds ? 0 : 1
    notBorneOut += report.finding.verdict == .notBorneOut ? 1 : 0
    inconclusive += report.finding.verdict == .inconclusive ? 1 : 0
    let law = BinomialDistribution(trials: seeds, successProbability: plan.alarmRate)
    allowed = (law.criticalCount(level: 1e-3) ?? seeds + 1) - 1
  }

  var isAlarming: Bool { alarms > allowed || controlStood > 0 }

  static func table(_ records: [SeedsRecord]) -> String {
    let heading = ["claim", "seeds", "alarms", "allowed", "control stood", "not borne out", "inconclusive"]
    let rows = records.map { record in
      [record.claim]
        + [
          record.seeds, record.alarms, record.allowed, record.controlStood, record.notBorneOut, record.inconclusive,
        ].map { "\($0)" }
    }
    let sides = [TextTable.Side.left] + Array(repeating: .right, count: heading.count - 1)
    return TextTable([heading] + rows, sides: sides).lines.joined(separator: "\n")
  }
}
