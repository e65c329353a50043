// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import Foundation

/// One panel for each condition and dimension: the dimensions of a condition side by side, where they fit.
struct Facets {
  let panels: [[RecoveryResults.Transition]]
  /// nil where one row or the figure's own choice serves.
  let columns: Int?
  let aspect: Double

  init(_ transitions: [RecoveryResults.Transition], aspect: Double = 0.75) {
    let laws = transitions.grouped(by: \.label).map { law in law.grouped(by: \.dimension) }
    panels = laws.joined().map { $0 }.evenly(12)
    let isTable = laws.count > 1 && laws.allSatisfy { $0.count == laws[0].count } && (2...3).contains(laws[0].count)
    columns = isTable && panels.count == laws.count * laws[0].count ? laws[0].count : nil
    // Many rows are low ones, or the figure is taller than a page.
    self.aspect = panels.count > 3 * (columns ?? 3) ? 0.7 * aspect : aspect
  }
}

/// What curves of several dimensions are called so that the same name means the same: by s/N or by s, whichever needs fewer names.
struct SparsityNames {
  private let shown: [Double]
  private let isRelative: Bool
  let note: String

  /// More would not be told apart.
  private static let most = 8

  init(_ transitions: [RecoveryResults.Transition]) {
    func values(relative: Bool) -> [Double] { Set(transitions.map { Self.value($0, relative) }).sorted() }
    let (relative, absolute) = (values(relative: true), values(relative: false))
    isRelative = relative.count < absolute.count
    let all = isRelative ? relative : absolute
    shown = all.evenly(Self.most)
    note = shown.count < all.count ? " Drawn are \(shown.count) of \(all.count) sparsities." : ""
  }

  private static func value(_ transition: RecoveryResults.Transition, _ isRelative: Bool) -> Double {
    let fraction = Double(transition.sparsity) / Double(transition.dimension)
    return isRelative ? Double(String(format: "%.2g", fraction)) ?? fraction : Double(transition.sparsity)
  }

  /// nil where the curve is not drawn.
  subscript(_ transition: RecoveryResults.Transition) -> (label: MarkedText, style: SeriesStyle)? {
    let value = Self.value(transition, isRelative)
    return shown.firstIndex(of: value).map { all[$0] }
  }

  /// From the smallest to the largest.
  var all: [(label: MarkedText, style: SeriesStyle)] {
    shown.enumerated().map { rank, value in
      (
        MarkedText(isRelative ? "$s/N = \(value.brief)$" : "$s = \(Int(value))$"), .rank(rank, of: shown.count)
      )
    }
  }
}

extension RecoveryResults {
  /// "N = 100, uniform inputs".
  func title(_ transition: Transition) -> MarkedText {
    MarkedText("$N = \(transition.dimension)$\(transition.label.isEmpty ? "" : ", " + transition.label)")
  }
}
