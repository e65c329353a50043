// SPDX-License-Identifier: GPL-3.0-or-later
public import Experiments
import Statistics

/// The values of one parameter on a grid: listed, or described relative to the parameters before it.
public struct Axis: Sendable {
  enum Values {
    case listed([ParameterLiteral])
    /// Shares f of another parameter n, which become max(1, f·n rounded).
    case fractions([Double], of: String)
    /// Multiples m of a reference R, which become max(1, m·R rounded).
    case multiples(AxisRule.Reference, from: Double, to: Double, count: Int)
    /// Found while the study runs, by a search for the quantiles of each success curve.
    case searched(TransitionPolicy)
  }

  /// Whose values they are.
  public let parameter: any GridParameter
  let values: Values

  var laterWhole: AxisRule.LaterWhole? { parameter.axis?.laterWhole }

  /// The parameter after this one without which its values are not known.
  var isDeferredTo: String? {
    guard case .fractions(_, let whole) = values, whole == laterWhole?.name else { return nil }
    return whole
  }

  var policy: TransitionPolicy? { if case .searched(let policy) = values { policy } else { nil } }

  /// The most values that a cell can have.
  var count: Int {
    switch values {
    case .listed(let values): values.count
    case .fractions(let fractions, _): fractions.count
    case .multiples(_, _, _, let count): count
    case .searched: 1
    }
  }

  var isVaried: Bool {
    switch values {
    case .listed(let values): values.count > 1
    case .fractions, .multiples, .searched: true
    }
  }

  /// The values in a cell of the parameters before: ascending if they are computed, none twice.
  func values(in cell: Cell) -> [ParameterLiteral] {
    switch values {
    case .listed(let values): return values
    case .fractions(let fractions, let whole):
      guard case .integer(let size)? = cell[name: whole] else { return [] }
      return fractions.map { $0 * Double(size) }.counts
    case .multiples(let reference, let from, let to, let count):
      let unit = reference.value(cell)
      return (0..<count).map { index in
        unit * (count == 1 ? from : from + (to - from) * Double(index) / Double(count - 1))
      }.counts
    case .searched: return [.integer(guess(in: cell))]
    }
  }

  /// The first value that a search tries.
  func guess(in cell: Cell) -> Int {
    let (least, limit) = (parameter.range.lowerBound, limit(in: cell))
    let guess = parameter.axis?.guess?(cell) ?? Int((Double(least) * Double(limit)).squareRoot())
    return min(max(guess, least), limit)
  }

  /// The largest value that a search tries: of a part, no more than the whole.
  func limit(in cell: Cell) -> Int {
    let whole = parameter.axis?.whole.flatMap { cell[name: $0.name] }.flatMap { Int($0) } ?? .max
    return max(parameter.range.lowerBound, min(parameter.axis?.limit?(cell) ?? .max, whole, parameter.range.upperBound))
  }

  /// The key path in the study file.
  var keyPath: String { parameter.place == .grid ? "grid.\(parameter.name)" : parameter.name }

  /// As a study file could have it.
  var text: String {
    switch values {
    case .listed(let values): "[\(values.map(\.description).joined(separator: ", "))]"
    case .fractions(let fractions, let whole):
      "{\(whole == laterWhole?.name ? laterWhole?.key ?? "" : "fractions"): \(fractions)}"
    case .multiples(let reference, let from, let to, let count):
      "{relative-to: \(reference.name), from: \(from), to: \(to), count: \(count)}"
    case .searched(let policy): "{adaptive: \(policy.text)}"
    }
  }
}

extension [Double] {
  /// Rounded, at least 1, ascending, each once.
  fileprivate var counts: [ParameterLiteral] {
    let most = Double(Int32.max)
    return Set(map { Swift.max(1, Int(Swift.min($0, most).rounded())) }).sorted().map { .integer($0) }
  }
}

extension GridParameter {
  /// Of a whole number.
  var range: ClosedRange<Int> { if case .integers(let range) = domain { range } else { 1...1 } }
}

extension TransitionPolicy {
  var text: String {
    "{half-width: \(halfWidth), confidence: \(confidence), at-most: \(atMost), probabilities: \(probabilities)}"
  }
}
