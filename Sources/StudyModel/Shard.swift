// SPDX-License-Identifier: GPL-3.0-or-later

/// One of several parts of a study that are run apart: number I of K, from 1.
public struct Shard: Hashable, Sendable, CustomStringConvertible {
  public let number, count: Int

  /// - Precondition: 1 ≤ `number` ≤ `count`.
  public init(_ number: Int, of count: Int) {
    precondition((1...count).contains(number), "shard \(number) of \(count)")
    (self.number, self.count) = (number, count)
  }

  /// Reads `I/K`; nil where that is no shard.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1], count >= 1, (1...count).contains(number)
    else { return nil }
    (self.number, self.count) = (number, count)
  }

  /// In words, for messages.
  public var description: String { "\(number)/\(count)" }

  /// The elements of this shard, in their order: the costliest first, each goes to the shard that has the least so far.
  ///
  /// The shards are disjoint, together have all elements, and depend on the list and its costs alone. No shard's cost
  /// exceeds 4/3 of the best possible (Graham, SIAM J. Appl. Math. 17, 1969).
  /// - Complexity: O(n log n + nK).
  public func elements<Element>(of all: [Element], cost: (Element) -> Double) -> [Element] {
    let costs = all.map(cost)
    let ranked = all.indices.sorted { (costs[$0], -$0) > (costs[$1], -$1) }
    var loads = [Double](repeating: 0, count: count)
    var mine: [Int] = []
    for index in ranked {
      let least = loads.indices.min { loads[$0] < loads[$1] } ?? 0
      loads[least] += costs[index]
      if least == number - 1 { mine.append(index) }
    }
    return mine.sorted().map { all[$0] }
  }
}
