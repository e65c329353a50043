// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import Experiments
import StudyModel

/// A small valid study that tests change one line of.
let tinyStudy = """
  study: tiny
  claim: recovery-law
  seed: 1
  grid:
    dimension: [20, 40]
    sparsity: [2, 5]
    samples: [10, 15]
  trials: {each: 20}
  """

func decode(_ text: String, overrides: [String] = []) throws -> Study {
  try Study(StudyFile(name: "tiny.yaml", text: text, overrides: overrides))
}

extension Study {
  /// What is drawn in the cells of a study of recovery.
  var ensembles: [PlantedEnsemble] { grid.cells.map(PlantedEnsemble.init) }

  /// A setting as a study file could have it.
  subscript(setting: String) -> String? { settings.first { $0.key == setting }?.value }
}
