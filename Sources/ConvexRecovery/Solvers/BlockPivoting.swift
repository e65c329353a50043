// SPDX-License-Identifier: GPL-3.0-or-later

/// Whether an active-set method that exchanges all its failing entries still gets anywhere.
///
/// Exchanging all is fast but can cycle; exchanging only the last is slow but finite for a strictly convex program
/// (Murty's rule). So: all, as long as the number of failures reaches a new low now and then.
///
/// Source: Júdice, Pires, "A block principal pivoting algorithm" (1994), as in Kim, Park, "Fast nonnegative matrix
/// factorization" (2011), algorithm 2.
struct BlockPivoting {
  /// How many exchanges may fail to bring a new low.
  let patience: Int
  /// By what the fewest failures so far are multiplied to make a new low.
  let factor: Double
  private var fewest = Int.max
  private var misses = 0

  init(patience: Int, factor: Double = 1) {
    self.patience = patience
    self.factor = factor
  }

  mutating func hasStalled(failures: Int) -> Bool {
    misses = Double(failures) < factor * Double(fewest) ? 0 : misses + 1
    fewest = min(fewest, failures)
    return misses > patience
  }
}
