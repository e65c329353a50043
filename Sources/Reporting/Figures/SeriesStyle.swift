// SPDX-License-Identifier: GPL-3.0-or-later

/// How series look: one place for the style of all figures.
///
/// Colours stay apart in grey and for the colour-blind; a point shape and dashes of its own tell each series apart without them.
struct SeriesStyle: Sendable, Hashable {
  let color: String
  /// gnuplot's number of the shape.
  var point = 7
  var dash = 1

  /// What a sample in the key looks like that stands for any colour.
  static let neutral = SeriesStyle(color: "#404040")
  /// Lines to compare with.
  static let reference = SeriesStyle(color: "#707070", dash: 2)

  /// The curve of one rank among several of a quantity with an order: viridis from dark to light, without its yellow end,
  /// which is too pale on white.
  static func rank(_ rank: Int, of count: Int) -> SeriesStyle {
    let place = count <= 1 ? 2 : rank * (viridis.count - 1) / (count - 1)
    return SeriesStyle(color: viridis[place], point: shapes[rank % shapes.count])
  }

  private static let viridis = [
    "#440154", "#46327e", "#365c8d", "#277f8e", "#1fa187", "#4ac16d", "#9fc51d", "#d9b81a",
  ]
  /// Filled and open circles, squares, triangles and diamonds of gnuplot.
  private static let shapes = [7, 5, 9, 13, 6, 4, 8, 12]

  /// The one of several that have no order: colours of Okabe and Ito, and two of Tol's.
  static func choice(_ rank: Int) -> SeriesStyle {
    SeriesStyle(color: okabeIto[rank % okabeIto.count], point: shapes[rank % shapes.count])
  }

  /// Those of several series: by rank where their names are numbers, as many choices where they are words.
  static func all(_ names: [String]) -> [String: SeriesStyle] {
    let distinct = names.grouped { $0 }.map { $0[0] }
    // "samples 40" and "samples 80" are numbers too.
    func number(_ name: String) -> Double? { Double(name.drop { !$0.isNumber && $0 != "-" }) }
    let words = Set(distinct.map { $0.prefix { !$0.isNumber && $0 != "-" } })
    let isOrdered = words.count == 1 && distinct.allSatisfy { number($0) != nil }
    let ordered = isOrdered ? distinct.sorted { (number($0) ?? 0) < (number($1) ?? 0) } : distinct
    if let known = named(distinct) { return known }
    return Dictionary(
      uniqueKeysWithValues: ordered.enumerated().map {
        ($1, isOrdered ? .rank($0, of: ordered.count) : .choice($0))
      })
  }

  private static let okabeIto = [
    "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#404040", "#E69F00", "#56B4E9", "#882255", "#999933",
  ]
}

extension SeriesStyle {
  // The same things look the same in every figure.

  static let recovery = SeriesStyle(color: "#440154", point: 7, dash: 1)
  static let certificate = SeriesStyle(color: "#277f8e", point: 5, dash: 2)
  static let theoremBound = SeriesStyle(color: "#d9b81a", point: 9, dash: 4)

  /// Ways to prune and their theorems, whose order differs from study to study.
  private static let names: [String: SeriesStyle] = [
    "uniform": choice(4), "magnitude": SeriesStyle(color: "#E69F00", point: 6), "CoreNet": choice(0),
    "Bernstein": choice(2),
    "PFP": choice(1), "PFP, random": choice(1), "PFP, deterministic": SeriesStyle(color: "#D55E00", point: 4),
    "SiPP, random": choice(3), "SiPP, deterministic": SeriesStyle(color: "#CC79A7", point: 12),
    "SiPP, hybrid": SeriesStyle(color: "#882255", point: 8), "Net-Trim": SeriesStyle(color: "#009E73", point: 13),
  ]

  /// nil where one of them has no look of its own.
  private static func named(_ series: [String]) -> [String: SeriesStyle]? {
    let known = series.compactMap { name in names[name].map { (name, $0) } }
    return known.count == series.count ? Dictionary(uniqueKeysWithValues: known) : nil
  }

  static let parallel = SeriesStyle(color: "#0072B2", point: 7, dash: 1)
  static let cascade = SeriesStyle(color: "#D55E00", point: 5, dash: 2)

  static func scheme(isCascade: Bool) -> SeriesStyle { isCascade ? .cascade : .parallel }
}
