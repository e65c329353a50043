// SPDX-License-Identifier: GPL-3.0-or-later
import Dispatch
import Synchronization

/// `transform` of 0, …, `count` − 1, in order, on at most `workers` threads; each value is what it is on one thread.
///
/// - Throws: the error of the first index, in order, that fails; the others run all the same.
public func concurrentMap<Value: Sendable, Failure: Error>(
  _ count: Int, workers: Int, _ transform: @Sendable (Int) throws(Failure) -> Value
) throws(Failure) -> [Value] {
  try concurrentMap(count, workers: workers, workspace: {}) { (_: inout Void, index) throws(Failure) in
    try transform(index)
  }
}

/// The same with a workspace for every worker, made once and handed to each of its calls.
public func concurrentMap<Value: Sendable, Workspace: ~Copyable, Failure: Error>(
  _ count: Int, workers: Int, workspace: @Sendable () -> Workspace,
  _ transform: @Sendable (inout Workspace, Int) throws(Failure) -> Value
) throws(Failure) -> [Value] {
  precondition(workers >= 1, "at least one worker")
  let found = Mutex([Result<Value, Failure>?](repeating: nil, count: count))
  let next = Atomic(0)
  @Sendable func work() {
    var space = workspace()
    while true {
      let index = next.add(1, ordering: .relaxed).oldValue
      guard index < count else { return }
      let value = Result { () throws(Failure) in try transform(&space, index) }
      found.withLock { $0[index] = value }
    }
  }
  if min(workers, count) > 1 {
    DispatchQueue.concurrentPerform(iterations: min(workers, count)) { _ in work() }
  } else {
    work()
  }
  var values: [Value] = []
  for case let result? in found.withLock({ $0 }) { values.append(try result.get()) }
  return values
}
