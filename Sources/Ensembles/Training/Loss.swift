// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
package import LinearAlgebra

extension DataSet.Targets {
  /// The mean loss of the outputs Z (B×K) for B samples, and its derivative ∂loss/∂Z, written into `derivative`.
  ///
  /// Classes c_p: soft-max cross-entropy, (1/B) Σ_p [log Σ_k exp(z_pk) − z_{p,c_p}]. Values Y: squared error,
  /// (1/2B) Σ_p ‖z_p − y_p‖².
  ///
  /// - Parameter samples: which targets the rows of Z belong to.
  /// - Complexity: O(B·K).
  package func loss(of outputs: Matrix, samples: ArraySlice<Int>, into derivative: inout Matrix) -> Double {
    precondition(outputs.columns == self.outputs, "\(outputs.columns) outputs for \(self.outputs) targets")
    switch self {
    case .classes(let classes, _): return crossEntropy(outputs, samples.lazy.map { classes[$0] }, &derivative)
    case .values(let values): return squaredError(outputs, values, samples, &derivative)
    }
  }
}

private func crossEntropy(_ outputs: Matrix, _ classes: some Collection<Int>, _ derivative: inout Matrix) -> Double {
  let share = 1 / Double(outputs.rows)
  var sum = 0.0
  for (p, wanted) in classes.enumerated() {
    // The largest output is taken off before exp, which then cannot overflow.
    var largest = -Double.infinity
    for k in 0..<outputs.columns { largest = max(largest, outputs[p, k]) }
    var total = 0.0
    for k in 0..<outputs.columns {
      derivative[p, k] = exp(outputs[p, k] - largest)
      total += derivative[p, k]
    }
    for k in 0..<outputs.columns { derivative[p, k] *= share / total }
    derivative[p, wanted] -= share
    sum += log(total) + largest - outputs[p, wanted]
  }
  return share * sum
}

private func squaredError(
  _ outputs: Matrix, _ values: Matrix, _ samples: ArraySlice<Int>, _ derivative: inout Matrix
) -> Double {
  let share = 1 / Double(outputs.rows)
  var sum = 0.0
  for k in 0..<outputs.columns {
    for (p, sample) in samples.enumerated() {
      let error = outputs[p, k] - values[sample, k]
      derivative[p, k] = share * error
      sum += error * error
    }
  }
  return share * sum / 2
}
