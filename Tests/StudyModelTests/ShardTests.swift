// SPDX-License-Identifier: GPL-3.0-or-later
import StudyModel
import Testing

@Suite struct ShardTests {
  private let costs = (1...60).map { Double(($0 * 37) % 61) }

  @Test(arguments: [1, 2, 3, 7, 60, 90])
  func shardsAreDisjointAndCompleteAndKeepTheOrder(_ count: Int) {
    let shards = (1...count).map { Shard($0, of: count).elements(of: costs) { $0 } }
    #expect(shards.flatMap { $0 }.sorted() == costs.sorted())
    let positions = shards.map { $0.compactMap(costs.firstIndex) }
    #expect(positions.allSatisfy { $0 == $0.sorted() })
  }

  /// Graham's bound for the longest-first rule, against the lower bound max(mean load, largest cost).
  @Test(arguments: [2, 3, 7])
  func loadsAreBalanced(_ count: Int) {
    let loads = (1...count).map { Shard($0, of: count).elements(of: costs) { $0 }.reduce(0, +) }
    let best = max(costs.reduce(0, +) / Double(count), costs.max() ?? 0)
    #expect((loads.max() ?? 0) <= best * 4 / 3)
  }

  /// Worked by hand: 8 | 8, 7 | 8, 7 6 | 8 5, 7 6 | 8 5 4, 7 6.
  @Test func eachElementGoesWhereTheCostIsLeast() {
    let shards = (1...2).map { Shard($0, of: 2).elements(of: [4, 5, 6, 7, 8]) { $0 } }
    #expect(shards == [[4, 5, 8], [6, 7]])
  }

  @Test func isReadAsNumberOfCount() {
    #expect(Shard("2/4") == Shard(2, of: 4) && Shard("2/4")?.description == "2/4")
    for text in ["0/4", "5/4", "1/0", "-1/4", "1", "1/2/3", "a/b", "", "/"] { #expect(Shard(text) == nil, "\(text)") }
  }
}
