// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Synchronization

/// As many threads as are wanted, whatever the machine's cores: trials that sleep keep them, as trials that compute keep cores.
final class ThreadExecutor: TaskExecutor {
  private let condition = NSCondition()
  private let jobs = Mutex<(waiting: [UnownedJob], next: Int)>(([], 0))

  init(threads: Int) {
    for _ in 0..<threads {
      let thread = Thread { [self] in while true { next().runSynchronously(on: asUnownedTaskExecutor()) } }
      thread.stackSize = 1 << 20
      thread.start()
    }
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    condition.lock()
    jobs.withLock { $0.waiting.append(job) }
    condition.signal()
    condition.unlock()
  }

  /// The job that has waited longest.
  private func next() -> UnownedJob {
    condition.lock()
    defer { condition.unlock() }
    while true {
      if let job = take() { return job }
      condition.wait()
    }
  }

  private func take() -> UnownedJob? {
    jobs.withLock { queue in
      guard queue.next < queue.waiting.count else { return nil }
      defer {
        queue.next += 1
        if 2 * queue.next > queue.waiting.count {
          queue.waiting.removeFirst(queue.next)
          queue.next = 0
        }
      }
      return queue.waiting[queue.next]
    }
  }
}
