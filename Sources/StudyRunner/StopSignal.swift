// SPDX-License-Identifier: GPL-3.0-or-later
import Synchronization

/// Asks a run to end early; what is in flight is finished and stored.
public final class StopSignal: Sendable {
  private let requested = Atomic(false)

  /// A signal that has not been given.
  public init() {}

  /// Whether the run is to stop after the trials in flight.
  public var isRequested: Bool { requested.load(ordering: .relaxed) }

  /// Asks the run to stop after the trials in flight; from any thread.
  public func request() { requested.store(true, ordering: .relaxed) }
}
