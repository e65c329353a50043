// SPDX-License-Identifier: GPL-3.0-or-later
package import ConvexRecovery
package import Ensembles
import LinearAlgebra
package import RandomStreams

/// A planted neuron with Gaussian inputs that are drawn as its certificate search asks for them.
///
/// Given the active samples on Γ, the columns a_j off Γ are independent N(0, I_n). Hence their correlations c_j with ν₀
/// are N(0, ‖ν₀‖²), their coordinates b_j on the complement of A_Γ are N(0, I_{n−s}), all independent, and the s − 1
/// coordinates that are left touch nothing that a verdict or its evidence depends on.
package struct LazyInstance: ~Copyable {
  package let planted: PlantedSupport
  /// nil if A_Γ lacks full column rank.
  private let onSupport: SupportColumns?
  private var others: LazyInputs

  /// - Complexity: n·s + N draws, n·s² + s³/3 flops.
  package init(
    _ ensemble: PlantedEnsemble, seed: UInt64, trial: Int, arrays: StudyArrays? = nil, stream: inout RandomStream
  ) {
    planted = PlantedSupport(ensemble, seed: seed, trial: trial, arrays: arrays, stream: &stream)
    onSupport = SupportColumns(planted.columns, signs: planted.signs)
    let dimension = max(planted.columns.rows - planted.columns.columns, 0)
    let norm = onSupport?.leastNormCertificate.norm2 ?? 0
    others = LazyInputs(origin: norm * planted.projections, planted.otherInputs(dimension: dimension))
  }

  /// Decides the instance.
  package mutating func decide() -> RecoveryEvidence {
    guard onSupport != nil else {
      return CertificateNewton().nullVectorOnSupport(planted.columns, signs: planted.signs)
    }
    return CertificateNewton().decide(&others)
  }

  /// Normal variates drawn off the support so far.
  package var draws: Int { others.draws }

  /// The same instance with every entry of its samples drawn: what was decided on is a part of it.
  ///
  /// a_j = ν₀·c_j/‖ν₀‖² + Q₂b_j + Π·z_j, where Π projects onto what is left of the span of A_Γ and z_j ~ N(0, I_n).
  package mutating func completed(stream: inout RandomStream) -> PlantedNeuron {
    let coordinates = others.all()
    var columns = Matrix(rows: planted.columns.rows, columns: coordinates.columns) { stream.fillNormal($0) }
    if let onSupport { place(coordinates, onSupport, into: &columns) }
    return planted.completed(by: columns)
  }

  /// Replaces the components of `columns` along ν₀ and on the complement of A_Γ.
  private func place(_ coordinates: Matrix, _ onSupport: SupportColumns, into columns: inout Matrix) {
    let complement = OrthogonalComplement(of: onSupport.columns)
    let drawn = complement.coordinates(of: columns)
    let norm = onSupport.leastNormCertificate.norm2
    for j in 0..<columns.columns {
      var column = Array(columns.column(j))
      column.add(complement.vector(Array(coordinates.column(j)) - Array(drawn.column(j))))
      if norm > 0 {
        let unit = (1 / norm) * onSupport.leastNormCertificate
        column.add(unit, scale: planted.projections[j] - column.dot(unit))
      }
      for i in column.indices { columns[i, j] = column[i] }
    }
  }
}

/// Lazily drawn columns as a certificate search sees them.
private struct LazyInputs: OffSupportInputs, ~Copyable {
  /// c.
  private let origin: [Double]
  /// B.
  private var others: LazyGaussianColumns

  init(origin: [Double], _ others: consuming LazyGaussianColumns) {
    self.others = others
    self.origin = origin
  }

  var dimension: Int { others.dimension }
  var draws: Int { others.draws }

  mutating func correlations(at y: [Double]) -> [Double] {
    var correlations = others.transposeTimes(y)
    correlations.add(origin)
    return correlations
  }

  mutating func change(along direction: [Double]) -> [Double] { others.transposeTimes(direction) }

  mutating func columns(_ indices: [Int]) -> Matrix { others.columns(indices) }

  mutating func all() -> Matrix { others.columns(Array(0..<others.count)) }
}
