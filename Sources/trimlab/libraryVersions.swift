// SPDX-License-Identifier: GPL-3.0-or-later
import CGSL
import LinearAlgebra

/// Versions of the program and of the libraries whose results could differ in the last bits, for manifests.
func libraryVersions() -> [String: String] {
  [
    "trimlab": TrimLab.version,
    "gsl": GSL_VERSION,
    "openblas": BLASLibrary.configuration,
    "openblas_core": BLASLibrary.core,
  ]
}
