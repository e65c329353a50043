// SPDX-License-Identifier: GPL-3.0-or-later
import ArrayFiles
import ConvexRecovery
import LinearAlgebra

/// The `.npy` files of a layer: X (N×P), Y (M×P, or P for one neuron) and V (like Y).
struct LayerFiles {
  let inputs: String
  let responses: String
  let slack: String?

  /// - Throws: `ArrayFileError`, or `UnfitArray` naming the file and what does not fit.
  func program(fit: LayerProgram.Fit, activation: LayerProgram.Activation) throws -> LayerProgram {
    let x = try NPY.read(inputs)
    guard x.shape.count == 2 else {
      throw UnfitArray(path: inputs, reason: "X is one-dimensional; expected N×P, one column per sample")
    }
    let y = try NPY.read(responses)
    let v = try slack.map { path in try NPY.read(path) }
    do throws(ProgramError) {
      return try LayerProgram(
        inputs: x.samplesByRow, responses: y.samplesByRow, slack: v?.samplesByRow, fit: fit,
        activation: activation)
    } catch {
      var hint = ""
      if case .sampleMismatch(_, x.shape[0], _) = error { hint = "; X looks transposed, save X.T" }
      throw UnfitArray(path: file(of: error), reason: "\(error)\(hint)")
    }
  }

  private func file(of error: ProgramError) -> String {
    switch error.array {
    case "X": inputs
    case "V": slack ?? responses
    default: responses
    }
  }
}

/// Numbers in a file that cannot be part of the program.
struct UnfitArray: ExitCoded, CustomStringConvertible {
  let path: String
  let reason: String

  var exitStatus: ExitStatus { .badData }
  var description: String { "\(path): \(reason)" }
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

extension ProgramError {
  /// The array at fault.
  fileprivate var array: String {
    switch self {
    case .empty(let array, _, _), .notFinite(let array, _, _, _), .sampleMismatch(let array, _, _): array
    case .negativeResponse: "Y"
    case .slackShape: "V"
    case .epsilon: "ε"
    case .lambda: "λ"
    }
  }
}

extension NumericArray {
  init(rowsOf matrix: Matrix) {
    self.init(shape: [matrix.rows, matrix.columns], elements: matrix.transposed.elements)
  }

  /// The transpose of a file's array as a matrix, whose columns are the rows of the file as they lie there. A single
  /// dimension counts as one row.
  var samplesByRow: Matrix {
    Matrix(rows: shape.last ?? 1, columns: shape.count == 2 ? shape[0] : 1, elements: elements)
  }
}
