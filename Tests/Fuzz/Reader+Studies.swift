// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments
import Foundation
import StudyModel

extension Reader {
  /// A study file, decoded, and its settings with their defaults.
  static var studies: Reader {
    get throws {
      Reader(name: "study", seeds: try studyFiles, words: words) { file in
        _ = try Study(StudyFile(name: "fuzz.yaml", data: file)).settings
      }
    }
  }

  /// A study file, the cells of its grid, and the study compared with itself as a resumed run does.
  static var cells: Reader {
    get throws {
      Reader(name: "cells", seeds: try studyFiles, words: words) { file in
        let study = try Study(StudyFile(name: "fuzz.yaml", data: file))
        _ = study.conflicts(with: study)
        _ = (study.grid.cells.map(study.experiment.cost), study.grid.curves.map(\.name))
      }
    }
  }

  /// The studies of the repository, one with the keys that they do not use, and a nest of aliases.
  private static var studyFiles: [[UInt8]] {
    get throws {
      let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Studies").standardized
      let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        .filter { $0.pathExtension == "yaml" }.sorted { $0.path < $1.path }
      return try files.map { Array(try Data(contentsOf: $0)) } + [Array(tiny.utf8), Array(nest.utf8)]
    }
  }

  static let tiny = """
    study: tiny
    claim: recovery-law
    seed: 7
    inputs: &law {distribution: sparse-gaussian, density: 0.5}
    grid: {dimension: [20], sparsity: {fractions: [0.1, 1]}, samples: {relative-to: theorem-3, from: 0.5, to: 2, count: 3}}
    trials: {half-width: 0.1, confidence: 0.9, at-most: 500}
    alarm-rate: 0.001
    """

  private static let nest =
    "a0: &a0 0\n"
    + (1...9).map { "a\($0): &a\($0) [\(repeatElement("*a\($0 - 1)", count: 9).joined(separator: ", "))]\n" }.joined()

  private static let words = [
    "&a ", "*a", "*a, *a", "&b [*a, *a]", "? ", "- ", ": ", "{", "}", "[", "]", "\n", "  ", "\t", "|\n", ">\n", "---\n",
    "...\n", "!!map ", "!!binary ", "<<: *a", "\"\\x00\"", "\"\\uD800\"", "'", "#", "%YAML 1.1\n", "grid", "samples",
    "dimension: [1]", "sparsity", "adaptive", "relative-to: predicted", "from: ", "to: ", "count: ", "each: ",
    "trials: ",
    "theorem-1", "corenet-network", "\u{1F600}",
  ]
}
