// SPDX-License-Identifier: GPL-3.0-or-later
package import ArrayFiles
package import ConvexRecovery
import LinearAlgebra

/// Whether the program at ε = 0 returns planted weights w from their own responses y = max(wᵀX, 0), and what proves it.
///
/// The active samples decide (Lemma A): a dual certificate, or a null vector along which the ℓ₁ norm does not grow. Where samples lie on
/// the neuron's hyperplane a null vector proves nothing, and proposition 2 decides, which is necessary and sufficient.
package struct CertificateAnswer: Encodable {
  package let verdict: RecoveryVerdict
  /// Of the certificate as in `RecoveryEvidence`; by proposition 2 the strictness of its inequalities.
  @FiniteOrNull package var margin: Double
  /// "certificate" or "proposition-2".
  package let method: String
  package let dimension, sparsity, samples, activeSamples: Int
  /// Samples with wᵀx = 0 up to rounding.
  package let ties: Int
  package let iterations: Int

  /// - Parameters:
  ///   - inputs: X, N×P.
  ///   - weights: w, of length N.
  /// - Throws: `UnfitArray` naming the array and the entry.
  package init(inputs: NumericArray, weights: NumericArray) throws(UnfitArray) {
    let neuron = try PlantedSamples(inputs: inputs, weights: weights)
    (dimension, sparsity, samples) = (neuron.weights.count, neuron.support.count, neuron.inputs.rows)
    (activeSamples, ties) = (neuron.active.count, neuron.ties)
    let evidence = neuron.evidence
    iterations = evidence.iterations
    // A null vector says nothing of the samples that are tied.
    let isProved = evidence.verdict == .recovered || evidence.verdict == .notRecovered && neuron.ties == 0
    let (verdict, margin) = isProved ? (evidence.verdict, evidence.margin) : neuron.evidenceOfUniqueness
    method = isProved ? "certificate" : "proposition-2"
    self.verdict = verdict
    self.margin = margin
  }

  package var json: String { get throws { try printedJSON(self) } }
}

extension RecoveryVerdict: Encodable {}

/// A planted neuron and its samples.
private struct PlantedSamples {
  /// P×N.
  let inputs: Matrix
  let weights: [Double]
  let support: [Int]
  let active: [Int]
  let ties: Int
  private let responses: [Double]

  init(inputs array: NumericArray, weights w: NumericArray) throws(UnfitArray) {
    let inputs = try array.samples()
    do throws(ProgramError) {
      // Its checks of X are the program's own.
      _ = try LayerProgram(inputs: inputs, responses: Matrix(rows: inputs.rows, columns: 1))
    } catch {
      throw UnfitArray(path: "X", reason: "\(error)")
    }
    guard w.shape.count == 1, w.elements.count == inputs.columns else {
      throw UnfitArray(
        path: "w",
        reason: "w has the shape \(w.shape) where X has \(inputs.columns) inputs (rows); expected one weight an input")
    }
    _ = try w.columns(named: "w", "w")
    let activities = inputs * w.elements
    // What rounding may make of an activity that is 0.
    let sizes =
      Matrix(rows: inputs.rows, columns: inputs.columns, elements: inputs.elements.map(abs)) * w.elements.map(abs)
    let rounding = Double(inputs.columns + 1) * .ulpOfOne
    let isTied = zip(activities, sizes).map { abs($0) <= rounding * $1 }
    (self.inputs, weights, ties) = (inputs, w.elements, isTied.count { $0 })
    support = w.elements.indices.filter { w.elements[$0] != 0 }
    active = activities.indices.filter { !isTied[$0] && activities[$0] > 0 }
    responses = zip(activities, isTied).map { $1 ? 0 : max($0, 0) }
  }

  /// By the active samples alone.
  var evidence: RecoveryEvidence {
    // u = 0 is the only minimiser where it is feasible.
    if support.isEmpty { return RecoveryEvidence(verdict: .recovered, margin: 1, iterations: 0) }
    if active.isEmpty { return RecoveryEvidence(verdict: .notRecovered, margin: -1, iterations: 0) }
    return CertificateNewton().decide(
      active: inputs.selectingRows(active), support: support, signs: support.map { weights[$0] > 0 ? 1 : -1 })
  }

  /// By the conditions of Karush, Kuhn and Tucker with slacks; where they have no multipliers by the program itself.
  var evidenceOfUniqueness: (RecoveryVerdict, Double) {
    guard let program = try? LayerProgram(inputs: inputs, responses: Matrix(column: responses)) else {
      return (.undecided, 0)
    }
    let certificate = UniquenessCertificate(of: weights, in: program)
    if certificate.provesUniqueness { return (.recovered, certificate.strictness) }
    if !certificate.hasFullRank || certificate.strictness > -.infinity {
      return (.notRecovered, certificate.hasFullRank ? certificate.strictness : 0)
    }
    let solution = program.solve()
    let norm = weights.reduce(0) { $0 + abs($1) }
    guard solution.status == .optimal, solution.objective < norm * (1 - 1e-7) else { return (.undecided, 0) }
    return (.notRecovered, solution.objective / norm - 1)
  }
}
