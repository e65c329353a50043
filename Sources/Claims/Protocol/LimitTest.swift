// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Statistics

/// An estimate whose error is normal, beside 0; deviations are in its own unit.
protocol LimitTest: StatementTest {
  /// The estimate, and its standard error.
  var limit: Double { get set }
  var standardError: Double { get }
  /// Whether estimates below 0 are fine.
  var isOneSided: Bool { get }
}

extension LimitTest {
  public var measured: Double { limit }
  public var bound: Double { 0 }

  public var pValue: Double {
    isOneSided
      ? erfc(limit / standardError / 2.0.squareRoot()) / 2 : erfc(abs(limit) / standardError / 2.0.squareRoot())
  }

  public func detectable(level: Double) -> Double {
    detectableShift(level: level, isTwoSided: !isOneSided) * standardError
  }

  /// Away from 0 on the side the estimate is; a one-sided statement, which may have room below, is at `deviation` itself.
  public func bent(by deviation: Double) -> any StatementTest {
    var bent = self
    bent.limit = isOneSided ? deviation : limit + (limit >= 0 ? deviation : -deviation)
    return bent
  }
}
