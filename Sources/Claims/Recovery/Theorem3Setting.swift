// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import Experiments
import RecoveryTheory
import Statistics

/// An (N, s, μ, M) of Theorem 3, beside the sample counts that its proof's certificate and recovery itself need for the same bound.
struct Theorem3Setting: Sendable {
  let dimension, sparsity: Int
  /// μ.
  var exponent: Double
  /// M.
  var neurons = 1

  var label: String { "N = \(dimension), s = \(sparsity), μ = \(rounded(exponent)), M = \(neurons)" }
  var theorem: Theorem3 { Theorem3(dimension: dimension, sparsity: sparsity) }
  var failureBound: Double { theorem.failureBound(exponent: exponent, neurons: neurons) }

  /// Neurons that share samples are decided on all of them, single ones on what their certificates ask for.
  func cell(samples: Int) -> Cell {
    PlantedEnsemble(dimension: dimension, sparsity: sparsity, samples: samples)
      .cell(neurons: neurons, method: neurons == 1 ? .lazy : .certificate)
  }

  /// The most samples with which a curve's failure, times M, is above (1 + `deviation`) times the bound.
  func samples(_ curve: some RecoveryCurve, exceedingBoundBy deviation: Double) -> Int {
    let failure = (1 + deviation) * failureBound / Double(neurons)
    return failure < 1 ? max(0, curve.samples(failureAtMost: failure) - 1) : 0
  }

  /// Of recovery, by its exact law.
  func samples(exceedingBoundBy deviation: Double) -> Int { samples(law, exceedingBoundBy: deviation) }

  private var law: RecoveryLaw { RecoveryLaw(dimension: dimension, sparsity: sparsity) }

  /// The three counts, and how far each can be cut before failures are found to be too many.
  ///
  /// - Parameter deviation: what is found, relative to the bound.
  func remark(_ cell: RecoveryCell, deviation: Double) -> String {
    guard failureBound < 1, deviation.isFinite else {
      return "\(label): a bound of \(rounded(failureBound)) says nothing"
    }
    let (law, certificate) = (law, CertificateLaw(dimension: dimension, sparsity: sparsity))
    let counts = [
      cell.ensemble.samples, samples(certificate, exceedingBoundBy: 0) + 1, samples(law, exceedingBoundBy: 0) + 1,
    ]
    let found = samples(law, exceedingBoundBy: deviation)
    let ofCertificate = samples(certificate, exceedingBoundBy: deviation)
    return
      "\(label): \(counts[0]) samples by the theorem, \(counts[1]) by the exact certificate, \(counts[2]) by the exact law; refuted at "
      + "\(found), which is \(counts.map { rounded(Double($0) / Double(max(found, 1))) }.joined(separator: ", ")) times fewer; the "
      + "certificate's own bound at \(ofCertificate); \(rounded(cell.count.failures.rate)) failed where \(rounded(failureBound)) may"
  }
}
