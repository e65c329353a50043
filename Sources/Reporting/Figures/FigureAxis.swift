// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// What is measured along an axis, and how it is drawn.
package struct Axis: Sendable, Hashable {
  /// Of the column in the table.
  package let name: String
  let label: MarkedText
  /// In the table's description; the label where it is empty.
  var meaning = ""
  var unit = "1"
  package var isLogarithmic = false
  /// Where the quantity itself ends, as a share at 0 and 1, or what is beyond is not drawn; the points decide where they are nil.
  var from, to: Double?
  var ticks = Ticks.automatic
  /// Whether all panels with this axis show the same stretch of it.
  var isShared = true

  enum Ticks: Sendable, Hashable {
    case automatic
    case every(Double)
    case named([Name])
  }

  struct Name: Sendable, Hashable {
    let place: Double
    let label: MarkedText
  }

  static func share(_ name: String, _ label: MarkedText, _ meaning: String = "") -> Axis {
    Axis(name: name, label: label, meaning: meaning, from: 0, to: 1)
  }
}

/// An axis with the stretch of it that is shown.
struct AxisRange: Hashable {
  let axis: Axis
  let low, high: Double

  /// The stretch that holds all of `values` and a little more.
  ///
  /// It never is empty: a study of one cell would else ask gnuplot for an axis without length.
  init(_ axis: Axis, holding values: [Double]) {
    self.axis = axis
    func forth(_ value: Double) -> Double { axis.isLogarithmic ? log10(value) : value }
    func back(_ value: Double) -> Double { axis.isLogarithmic ? pow(10, value) : value }
    let places = values.filter { $0.isFinite && (!axis.isLogarithmic || $0 > 0) }.map(forth)
    let (least, most) = (axis.from.map(forth) ?? places.min() ?? 0, axis.to.map(forth) ?? places.max() ?? 1)
    let margin = most > least ? 0.04 * (most - least) : max(0.1, abs(most) / 10)
    low = axis.from ?? back(least - margin)
    high = axis.to ?? back(most + margin)
  }

  /// gnuplot's settings of the axis `letter`, with or without its ticks' labels and what is written beside it.
  func commands(_ letter: String, isLabelled: Bool, _ name: [MarkedText]) -> String {
    """
    \(axis.isLogarithmic ? "set" : "unset") logscale \(letter)
    set \(letter)range [\(low):\(high)]
    \(ticks(letter, isLabelled: isLabelled))
    set format \(letter) "\(isLabelled ? "%h" : "")"
    set \(letter)label \(name.gnuplot)
    """
  }

  private func ticks(_ letter: String, isLabelled: Bool) -> String {
    if let ticks = listedTicks { return list(letter, ticks, isLabelled) }
    if case .every(let step) = axis.ticks { return "set \(letter)tics nomirror \(step)" }
    return "set \(letter)tics nomirror autofreq"
  }

  /// nil where the program that draws finds them.
  var listedTicks: [Tick]? {
    switch axis.ticks {
    case .named(let names): names.map { Tick(label: $0.label, place: $0.place) }
    case .automatic where axis.isLogarithmic: logarithmicTicks
    case .automatic: evenTicks
    case .every: nil
    }
  }

  struct Tick {
    /// nil for a small one.
    let label: MarkedText?
    let place: Double
  }

  private func list(_ letter: String, _ ticks: [Tick], _ isLabelled: Bool) -> String {
    let marks = ticks.map { tick in
      "\(isLabelled ? tick.label?.gnuplot ?? "''" : "''") \(tick.place)\(tick.label == nil ? " 1" : "")"
    }
    return "set \(letter)tics nomirror (\(marks.joined(separator: ", ")))"
  }

  /// gnuplot's own logarithmic ticks are whole decades: too few on an axis of one or two. Beyond three they are powers of ten.
  private var logarithmicTicks: [Tick] {
    let span = log10(high / low)
    guard span > 0.7 else { return evenTicks }
    let decades = Int(log10(low).rounded(.down))...Int(log10(high).rounded(.up))
    let (step, major) = (max(1, Int((span / 6).rounded(.up))), span > 1.7 ? [1] : [1, 2, 5])
    return decades.flatMap { decade in
      (span > 4 ? 1...1 : 1...9).compactMap { digit in
        let place = Double("\(digit)e\(decade)") ?? .nan
        guard place >= low * 0.9999, place <= high * 1.0001 else { return nil }
        let isMajor = major.contains(digit) && decade % step == 0
        return Tick(label: isMajor ? Self.label(digit, decade, asPower: span > 3) : nil, place: place)
      }
    }
  }

  /// Even steps of 1, 2 or 5 times a power of ten, five of them at most.
  private var evenTicks: [Tick] {
    let rough = (high - low) / 5.05
    let power = pow(10, log10(rough).rounded(.down))
    let step = ([1, 2, 5].map { $0 * power }.first { $0 >= rough } ?? 10 * power)
    return (Int((low / step).rounded(.up))...Int((high / step).rounded(.down))).map {
      // Of whole numbers, for 0.3 and not 0.30000000000000004.
      let place = step < 1 ? Double($0) / (1 / step).rounded() : Double($0) * step
      return Tick(label: MarkedText(place.brief), place: place)
    }
  }

  private static func label(_ digit: Int, _ decade: Int, asPower: Bool) -> MarkedText {
    asPower ? "$10^{\(decade)}$" : MarkedText((Double("\(digit)e\(decade)") ?? .nan).brief)
  }
}

extension Double {
  /// With no more digits than it has, six at most: 0.05, 20, 1e-05.
  var brief: String { String(format: "%g", self) }
}
