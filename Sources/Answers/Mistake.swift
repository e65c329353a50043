// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import RecoveryTheory

/// A value that makes no sense, named as the option of the command line that it is; exit code 64 there.
package struct Mistake: Error, Equatable, CustomStringConvertible {
  package let description: String

  package init(_ description: String) { self.description = description }

  /// - Throws: `Mistake` unless `value` is in `range`.
  package static func requireCount(_ option: String, _ value: Int, _ range: ClosedRange<Int>) throws(Mistake) {
    guard range.contains(value) else {
      throw Mistake(
        "\(option) \(value) is out of range: give a whole number from \(range.lowerBound) to \(range.upperBound).")
    }
  }

  /// - Throws: `Mistake` unless 0 < `value` < 1.
  package static func requireShare(_ option: String, _ value: Double) throws(Mistake) {
    guard value > 0, value < 1 else {
      throw Mistake("\(option) \(value) is not between 0 and 1, both excluded: give one that is, such as 0.2.")
    }
  }

  /// - Throws: `Mistake` unless C is from 0.001 to 1000.
  package static func requireExcess(_ excess: Double) throws(Mistake) {
    guard excess >= 0.001, excess <= 1000 else {
      throw Mistake("--excess \(excess) is out of range: give a number from 0.001 to 1000, such as 0.2.")
    }
  }

  /// R of a law: between 0 and 1.
  ///
  /// - Throws: `Mistake`, also where there is none.
  package static func requireRelativeEpsilon(_ epsilon: Double?) throws(Mistake) -> Double {
    guard let epsilon else { throw Mistake("Give --epsilon, the tolerance relative to the responses, such as 0.1.") }
    try requireShare("--epsilon", epsilon)
    return epsilon
  }

  /// - Throws: `Mistake` unless 0 < T < 1.
  static func requireTolerance(_ tolerance: Double) throws(Mistake) {
    guard tolerance > 0 && tolerance < 1 else {
      throw Mistake("--tolerance \(tolerance): expected a number between 0 and 1, such as 1e-8")
    }
  }

  /// - Throws: `Mistake` unless there is at least one.
  static func requireWorkers(_ workers: Int) throws(Mistake) {
    guard workers >= 1 else { throw Mistake("--workers \(workers): expected at least 1") }
  }
}

/// Numbers that cannot be what they were given for; exit code 65.
package struct UnfitArray: Error, CustomStringConvertible {
  /// The file they are from, or the name of the array.
  package let path: String
  /// What is wrong with them, and what would be right.
  package let reason: String

  package init(path: String, reason: String) { (self.path, self.reason) = (path, reason) }

  package var description: String { "\(path): \(reason)" }
}
