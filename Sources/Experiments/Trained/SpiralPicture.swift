// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import LinearAlgebra
import Networks

/// What the figures of one pruned spiral network are drawn from: its answer over the plane, and how large its weights are.
public enum SpiralPicture {
  /// Pixels of each side of the map, and what half of it covers.
  public static let side = 60
  /// What half of a side covers, in units of the samples.
  public static let reach = 1.15
  /// Classes of weights from −R to R, R the layer's largest before and after.
  public static let bins = 41

  /// The centre of pixel `number`, from 1; rows from below.
  public static func place(ofPixel number: Int) -> (x: Double, y: Double) {
    func coordinate(_ index: Int) -> Double { reach * (Double(2 * index + 1) / Double(side) - 1) }
    return (coordinate((number - 1) % side), coordinate((number - 1) / side))
  }

  /// The points that the cell's network number `trial` was trained on.
  ///
  /// - Precondition: a cell of ``SpiralExperiment``.
  public static func samples(
    _ cell: Cell, seed: UInt64, trial: Int
  ) -> [(x: Double, y: Double, isSecond: Bool)] {
    let data = SpiralNetworks(cell).data(seed: seed, trial: trial)
    guard case .classes(let classes, _) = data.targets else { return [] }
    return classes.indices.map { (data.inputs[$0, 0], data.inputs[$0, 1], classes[$0] == 1) }
  }

  /// Second output less the first at a pixel, before pruning.
  public static let marginBefore = Quantity(
    "margin_before", "Second output less the first at a pixel, before pruning", of: .item, isTabulated: false)
  /// The same after pruning.
  public static let marginAfter = Quantity(
    "margin_after", "The same after pruning", of: .item, isTabulated: false)
  /// Of layers 1 to 3.
  public static let sizesBefore = (1...3).map {
    Quantity(
      "sizes_before_\($0)", "Non-zero weights of layer \($0) in a bin", kind: .count, of: .item, isTabulated: false)
  }
  /// Non-zero weights of each layer in a bin, after pruning.
  public static let sizesAfter = (1...3).map {
    Quantity("sizes_after_\($0)", "The same after pruning", kind: .count, of: .item, isTabulated: false)
  }

  static let quantities = [marginBefore, marginAfter] + zip(sizesBefore, sizesAfter).flatMap { [$0, $1] }

  static func measurements(_ pruned: PrunedSpirals) -> [Measurement] {
    map(marginBefore, pruned.original) + map(marginAfter, pruned.pruned)
      + zip(pruned.original.layers, pruned.pruned.layers).enumerated().flatMap { index, layers in
        let largest = max(layers.0.weights.elements.normInfinity, layers.1.weights.elements.normInfinity)
        return histogram(sizesBefore[index], layers.0, largest) + histogram(sizesAfter[index], layers.1, largest)
      }
  }

  private static func map(_ quantity: Quantity, _ network: Network) -> [Measurement] {
    let numbers = 1...side * side
    let places = numbers.map(place(ofPixel:))
    let inputs = Matrix(rows: side * side, columns: 2, elements: places.map(\.x) + places.map(\.y))
    let outputs = network.output(for: inputs)
    return numbers.map { Measurement(quantity, item: $0, outputs[$0 - 1, 1] - outputs[$0 - 1, 0]) }
  }

  private static func histogram(_ quantity: Quantity, _ layer: Layer, _ largest: Double) -> [Measurement] {
    var counts = Array(repeating: 0, count: bins)
    for weight in layer.weights.elements where weight != 0 {
      counts[min(Int((weight / largest + 1) / 2 * Double(bins)), bins - 1)] += 1
    }
    return counts.enumerated().map { Measurement(quantity, item: $0 + 1, $1) }
  }
}
