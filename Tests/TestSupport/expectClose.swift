// SPDX-License-Identifier: GPL-3.0-or-later
public import Testing

/// Expects |actual − expected| ≤ absolute + relative·|expected|; a NaN on either side fails.
///
/// Both parts are stated by the caller: a tolerance is never hidden inside an equality.
public func expectClose(
  _ actual: Double, _ expected: Double, absolute: Double = 0, relative: Double = 0, _ label: String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let bound = absolute + relative * abs(expected)
  #expect(
    abs(actual - expected) <= bound,
    "\(label) actual \(actual), expected \(expected), difference \(actual - expected), allowed \(bound)",
    sourceLocation: sourceLocation)
}
