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
  /// The estimate.
  public var measured: Double { limit }
  /// 0, what the statement says.
  public var bound: Double { 0 }

  /// Of an estimate this far from 0, were it normal about 0 with its standard error.
  public var pValue: Double {
    isOneSided
      ? erfc(limit / standardError / 2.0.squareRoot()) / 2 : erfc(abs(limit) / standardError / 2.0.squareRoot())
  }

  /// The deviation that is found at `level` with probability 0.9, in the estimate's unit.
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
