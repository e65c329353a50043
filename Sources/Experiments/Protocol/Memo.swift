// SPDX-License-Identifier: GPL-3.0-or-later
import Synchronization

/// What a pure function has returned, for whoever asks again: a network is trained once and pruned in many ways.
///
/// Nothing depends on what is kept, only how long it takes.
package final class Memo<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  /// The oldest go first.
  private let kept = Mutex<[(key: Key, value: Value)]>([])
  private let capacity: Int

  package init(capacity: Int) { self.capacity = capacity }

  /// The value kept for `key`, or what `make` returns, which two threads may do at once.
  ///
  /// - Complexity: O(capacity) to look it up.
  package func value(_ key: Key, _ make: () throws -> Value) rethrows -> Value {
    if let value = kept.withLock({ $0.first { $0.key == key }?.value }) { return value }
    let value = try make()
    kept.withLock { kept in
      kept.removeAll { $0.key == key }
      kept.append((key, value))
      if kept.count > capacity { kept.removeFirst() }
    }
    return value
  }
}

/// A trial of what `content` describes.
struct TrialKey<Content: Hashable & Sendable>: Hashable, Sendable {
  let content: Content
  let seed: UInt64
  let trial: Int
}
