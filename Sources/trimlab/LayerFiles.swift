// SPDX-License-Identifier: GPL-3.0-or-later
import Answers
import ArrayFiles
import ConvexRecovery

/// The `.npy` files of a layer: X (N×P), Y (M×P, or P for one neuron) and V (like Y).
struct LayerFiles {
  let inputs: String
  let responses: String
  let slack: String?

  /// - Throws: `ArrayFileError`, or `UnfitArray` naming the file and what does not fit.
  func program(_ question: SolveQuestion) throws -> LayerProgram {
    let (x, y) = (try NPY.read(inputs), try NPY.read(responses))
    let v = try slack.map { path in try NPY.read(path) }
    do throws(UnfitArray) {
      return try question.program(inputs: x, responses: y, slack: v)
    } catch {
      throw UnfitArray(path: file(of: error.path), reason: error.reason)
    }
  }

  private func file(of array: String) -> String {
    switch array {
    case "X": inputs
    case "V": slack ?? responses
    default: responses
    }
  }
}

extension UnfitArray: ExitCoded {
  var exitStatus: ExitStatus { .badData }
}

extension ArrayFileError: ExitCoded {
  var exitStatus: ExitStatus {
    switch problem {
    case .missing, .unreadable: .noInput
    case .cannotWrite: .cannotWrite
    default: .badData
    }
  }
}
