// SPDX-License-Identifier: GPL-3.0-or-later
import CGSL
import CPhilox

/// A stream of GSL variates over Philox4x32-10, placed by a `StreamKey`.
///
/// The counter-based generator has 2¹⁶⁰ starting points and 2³⁴ draws from each; a stream costs nothing to start.
///
/// Source: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3" (SC 2011).
public struct RandomStream: ~Copyable {
  @usableFromInline let generator: OpaquePointer

  /// Allocates a generator standing at the first draw of `key`'s stream.
  public init(_ key: StreamKey) {
    gsl_set_error_handler_off()
    guard let allocated = gsl_rng_alloc(philox4x32_type()) else { preconditionFailure("out of memory") }
    generator = OpaquePointer(allocated)
    restart(at: key)
  }

  deinit { gsl_rng_free(UnsafeMutablePointer(generator)) }

  /// Moves to the first draw of `key`'s stream.
  public mutating func restart(at key: StreamKey) {
    let digest = key.digest
    let seed = [UInt32(truncatingIfNeeded: key.seed), UInt32(truncatingIfNeeded: key.seed >> 32)]
    let counter = [key.trial, UInt32(truncatingIfNeeded: digest), UInt32(truncatingIfNeeded: digest >> 32)]
    philox4x32_reset(handle, seed, counter)
  }

  var handle: UnsafeMutablePointer<gsl_rng> { UnsafeMutablePointer(generator) }
}
