// SPDX-License-Identifier: GPL-3.0-or-later

/// The candidate that `word` most likely misspells: at most a third of its letters wrong, else nil.
package func nearest(_ word: String, in candidates: [String]) -> String? {
  // No name is as long, and a text of a megabyte would be compared letter by letter.
  guard word.utf8.count <= 100 else { return nil }
  let ranked = candidates.map { (name: $0, distance: editDistance(Array(word), Array($0))) }
  guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
  return best.distance <= max(1, best.name.count / 3) ? best.name : nil
}

/// Insertions, deletions, substitutions and swaps of neighbours that turn `a` into `b` (optimal string alignment).
///
/// - Complexity: O(|a|·|b|).
private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  var distance = (0...a.count).map { i in (0...b.count).map { j in max(i, j) } }
  for i in 1..<a.count + 1 {
    for j in 1..<b.count + 1 {
      let substituted = distance[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
      distance[i][j] = min(substituted, distance[i - 1][j] + 1, distance[i][j - 1] + 1)
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        distance[i][j] = min(distance[i][j], distance[i - 2][j - 2] + 1)
      }
    }
  }
  return distance[a.count][b.count]
}
