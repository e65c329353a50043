// SPDX-License-Identifier: GPL-3.0-or-later
import BuildProvenance
import CGSL
import LinearAlgebra

/// Versions of the program, of the libraries whose results could differ in the last bits, and of the packages built in, for manifests.
package func libraryVersions() -> [String: String] {
  [
    "trimlab": BuildProvenance.versionAndCommit,
    "gsl": GSL_VERSION,
    "openblas": BLASLibrary.configuration,
    "openblas_core": BLASLibrary.core,
  ].merging(BuildProvenance.packages) { own, _ in own }
}
