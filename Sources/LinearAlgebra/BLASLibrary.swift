// SPDX-License-Identifier: GPL-3.0-or-later
import COpenBLAS

/// Keeps OpenBLAS on one thread: trials are the parallelism, and two threads change the last bits of results.
let singleThreaded: Void = openblas_set_num_threads(1)

/// OpenBLAS's own function of this name says what `OPENBLAS_NUM_THREADS` is, which it asks while it is loaded, before `main`; the
/// executable's takes its place. A second thread would be started, spin for work that never comes, and be waited for at the end: 50 ms
/// of a command that takes 10. Where a library binds its names to itself, as on macOS, nothing changes.
@c(openblas_num_threads_env)
public func threadsAtStart() -> Int32 { 1 }

/// The BLAS this process runs on, for manifests: last bits of results differ between CPU types.
public enum BLASLibrary {
  /// Build configuration, e.g. `"OpenBLAS 0.3.21 NO_LAPACKE DYNAMIC_ARCH NO_AFFINITY Zen MAX_THREADS=64"`.
  public static var configuration: String { String(cString: openblas_get_config()) }

  /// The CPU type whose kernels are in use, e.g. `"Zen"`.
  public static var core: String { String(cString: openblas_get_corename()) }

  /// Number of threads a product uses; 1 from the first product on.
  public static var threads: Int {
    _ = singleThreaded
    return Int(openblas_get_num_threads())
  }

  /// The shared library that provides `cblas_dgemm`.
  public static var file: String { copenblas_dgemm_file().map { String(cString: $0) } ?? "unknown" }
}
