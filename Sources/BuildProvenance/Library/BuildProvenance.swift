// SPDX-License-Identifier: GPL-3.0-or-later

/// What this program was built of; `commit` and `packages` are written while it is built, by `Sources/BuildProvenance/Tool`.
public enum BuildProvenance {
  /// The version of the suite, here and in `CITATION.cff` (semver.org: what scripts may rely on is in the manual pages).
  public static let version = "1.0.0"

  /// `1.0.0 (4f2a91c03b7e)`; without the parenthesis where the sources were no git repository.
  public static var versionAndCommit: String { commit.map { "\(version) (\($0))" } ?? version }
}
