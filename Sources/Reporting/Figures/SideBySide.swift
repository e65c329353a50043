// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

extension [PanelFigure.Series] {
  /// Series that were measured at the same places, each a little beside the others, so that no point or interval hides another.
  ///
  /// They stay together: they spread over at most 7 % of the axis, and over 0.6 of the way to the next place.
  func sideBySide(along axis: Axis) -> Self {
    let measured = filter { [.points, .joinedPoints].contains($0.kind.mark) && !$0.label.source.isEmpty }
    let labels = measured.grouped(by: \.label).map { $0[0].label }
    func place(_ point: PanelFigure.Point) -> Double { axis.isLogarithmic ? log10(point.x) : point.x }
    let taken = measured.grouped(by: \.label).map { Set($0.flatMap(\.points).map(place).filter(\.isFinite)) }
    let places = taken.reduce(Set<Double>()) { $0.union($1) }.sorted()
    let shared = places.count { place in taken.count { $0.contains(place) } > 1 }
    guard labels.count > 1, 2 * shared > places.count, allSatisfy({ $0.shift == nil }) else { return self }
    let next = zip(places.dropFirst(), places).map { $0 - $1 }.min() ?? 0.5
    let span = (places.last ?? 0) - (places.first ?? 0)
    let step = Swift.min(0.02 * span, 0.07 * span / Double(labels.count - 1), 0.6 * next / Double(labels.count))
    guard step > 0 else { return self }
    return map { series in
      guard let rank = labels.firstIndex(of: series.label), [.points, .joinedPoints].contains(series.kind.mark) else {
        return series
      }
      var moved = series
      let shift = step * (Double(rank) - Double(labels.count - 1) / 2)
      moved.shift = axis.isLogarithmic ? pow(10, shift) : shift
      return moved
    }
  }
}
