// SPDX-License-Identifier: GPL-3.0-or-later

/// `transform` of every index, in order, with at most `workers` at work at a time.
///
/// - Throws: the error of the first index, in order of finishing, that fails.
func concurrentMap<Value: Sendable>(
  _ indices: Range<Int>, workers: Int, _ transform: @escaping @Sendable (Int) throws -> Value
) async throws -> [Value] {
  precondition(workers >= 1, "at least one worker")
  return try await withThrowingTaskGroup(of: (Int, Value).self) { group in
    var waiting = indices.makeIterator()
    for _ in 0..<workers {
      guard let index = waiting.next() else { break }
      group.addTask { (index, try transform(index)) }
    }
    var values: [Int: Value] = [:]
    for try await (index, value) in group {
      values[index] = value
      if let next = waiting.next() { group.addTask { (next, try transform(next)) } }
    }
    return indices.compactMap { values[$0] }
  }
}
