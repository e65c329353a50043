// SPDX-License-Identifier: GPL-3.0-or-later
import Synchronization

/// Asks a run to end early; what is in flight is finished and stored.
public final class StopSignal: Sendable {
  private let requested = Atomic(false)

  public init() {}

  public var isRequested: Bool { requested.load(ordering: .relaxed) }

  public func request() { requested.store(true, ordering: .relaxed) }
}
