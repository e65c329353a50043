// SPDX-License-Identifier: GPL-3.0-or-later
public import Ensembles
import RecoveryTheory

extension RecoveryDesign {
  /// The grid's cells, by ascending N and s, by inputs as listed, and by ascending P, none twice; none where the samples
  /// are adaptive.
  ///
  /// - Complexity: O(cells), and one statistical dimension per (N, s) of a relative grid.
  public var cells: [PlantedEnsemble] {
    dimensions.ascending.flatMap { dimension in
      sparsities.values(dimension: dimension).flatMap { sparsity in
        let samples = samples.values(dimension: dimension, sparsity: sparsity)
        return inputs.flatMap { inputs in
          samples.map { samples in
            PlantedEnsemble(
              dimension: dimension, sparsity: sparsity, samples: samples, inputs: inputs, weights: weights)
          }
        }
      }
    }
  }
}

extension SparsityGrid {
  /// Fractions f become max(1, f·N rounded).
  func values(dimension: Int) -> [Int] {
    switch self {
    case .counts(let counts): counts.ascending
    case .fractions(let fractions): fractions.map { max(1, Int(($0 * Double(dimension)).rounded())) }.ascending
    }
  }
}

extension SamplesGrid {
  /// Multiples m of the reference R become max(1, m·R rounded).
  func values(dimension: Int, sparsity: Int) -> [Int] {
    switch self {
    case .counts(let counts): return counts.ascending
    case .adaptive: return []
    case .relative(let reference, let from, let to, let count):
      let unit = reference.samples(dimension: dimension, sparsity: sparsity)
      return (0..<count).map { index in
        let multiple = count == 1 ? from : from + (to - from) * Double(index) / Double(count - 1)
        return max(1, Int((multiple * unit).rounded()))
      }.ascending
    }
  }
}

extension SamplesReference {
  fileprivate func samples(dimension: Int, sparsity: Int) -> Double {
    switch self {
    case .predicted: NormalForm(dimension: dimension, sparsity: sparsity).median
    case .theorem3: Double(Theorem3(dimension: dimension, sparsity: sparsity).samples(exponent: 2))
    }
  }
}

extension [Int] {
  fileprivate var ascending: [Int] { Set(self).sorted() }
}
