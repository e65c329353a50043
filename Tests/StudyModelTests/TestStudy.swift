// SPDX-License-Identifier: GPL-3.0-or-later
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
  var recovery: RecoveryDesign {
    guard case .recovery(let design) = design else { preconditionFailure("a study of recovery") }
    return design
  }
}
