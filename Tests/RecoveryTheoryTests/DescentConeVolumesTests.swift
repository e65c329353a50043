// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import RecoveryTheory
import TestSupport
import Testing

@Suite struct DescentConeVolumesTests {
  /// The descent cone at a vertex of the square is a quadrant.
  @Test func squareVertexIsAQuadrant() {
    let volumes = DescentConeVolumes(dimension: 2, sparsity: 1)
    for (index, expected) in [0.25, 0.5, 0.25].enumerated() {
      expectClose(volumes[index], expected, relative: 1e-14, "v_\(index)")
    }
    #expect(volumes[-1] == 0 && volumes[3] == 0)
  }

  /// At a vertex of the octahedron: solid angle 4 arcsin(1/3), four faces of 60°, four edges of exterior angle arccos(1/3).
  @Test func octahedronVertexHasItsAngles() {
    let volumes = DescentConeVolumes(dimension: 3, sparsity: 1)
    expectClose(volumes[3], asin(1.0 / 3) / .pi, relative: 1e-14, "v₃")
    expectClose(volumes[2], 4 * (1.0 / 6) / 2, relative: 1e-14, "v₂")
    expectClose(volumes[1], 4 * acos(1.0 / 3) / (2 * .pi) / 2, relative: 1e-14, "v₁")
    expectClose(volumes[0], 1.0 / 6, relative: 1e-14, "v₀")
  }

  /// On an edge of the octahedron the cone is a wedge of the dihedral angle arccos(−1/3) times a line.
  @Test func octahedronEdgeIsAWedge() {
    let volumes = DescentConeVolumes(dimension: 3, sparsity: 2)
    expectClose(volumes[3], acos(-1.0 / 3) / (2 * .pi), relative: 1e-14, "v₃")
    expectClose(volumes[2], 0.5, relative: 1e-14, "v₂")
    expectClose(volumes[1], acos(1.0 / 3) / (2 * .pi), relative: 1e-14, "v₁")
    #expect(volumes[0] == 0)
  }

  @Test(arguments: [1, 5, 1000])
  func densePointIsAHalfSpace(dimension: Int) {
    let volumes = DescentConeVolumes(dimension: dimension, sparsity: dimension)
    expectClose(volumes[dimension], 0.5, relative: 1e-15, "v_N")
    expectClose(volumes[dimension - 1], 0.5, relative: 1e-15, "v_{N−1}")
    expectClose(volumes.statisticalDimension, Double(dimension) - 0.5, relative: 1e-15, "δ")
  }

  @Test func zeroIsTheTrivialSubspace() {
    let volumes = DescentConeVolumes(dimension: 4, sparsity: 0)
    #expect(volumes[0] == 1 && volumes[1] == 0 && volumes.statisticalDimension == 0 && volumes.variance == 0)
  }

  /// Two sums that hold for every cone that is not a subspace, each over factors of very different size.
  @Test(arguments: [
    (1, 1), (7, 3), (20, 2), (100, 20), (400, 8), (1000, 1), (1000, 50), (1000, 500), (1000, 999), (2000, 100),
    (100_000, 1000),
  ])
  func volumesSumToOneAndOddOnesToHalf(dimension: Int, sparsity: Int) {
    let volumes = DescentConeVolumes(dimension: dimension, sparsity: sparsity)
    // Beyond N = 10⁴ the rounding of logarithms of size N takes over.
    let tolerance = max(1e-12, Double(dimension) * 1e-16)
    expectClose(volumes.total, 1, absolute: tolerance, "Σ v")
    expectClose(volumes.oddTotal, 0.5, absolute: tolerance, "Σ_odd v")
  }

  @Test(arguments: [(10, 1), (100, 5), (100, 90), (1000, 50), (3000, 3)])
  func exactDimensionLiesInTheBracket(dimension: Int, sparsity: Int) {
    let exact = DescentConeVolumes(dimension: dimension, sparsity: sparsity).statisticalDimension
    let bracket = StatisticalDimension(dimension: dimension, sparsity: sparsity).bracket
    #expect(bracket.contains(exact), "\(exact) in \(bracket)")
  }

  /// The asymptotic δ and σ² are off by a bounded amount as N grows at s/N = .05: .495 and .129.
  @Test func asymptoticErrorStaysBounded() {
    for dimension in [200, 2000, 20_000] {
      let exact = DescentConeVolumes(dimension: dimension, sparsity: dimension / 20)
      let asymptotic = StatisticalDimension(dimension: dimension, sparsity: dimension / 20)
      expectClose(asymptotic.value - exact.statisticalDimension, 0.495, absolute: 0.001, "δ at N = \(dimension)")
      expectClose(exact.variance - asymptotic.variance, 0.1295, absolute: 0.001, "σ² at N = \(dimension)")
    }
  }

  @Test func basisPursuitFailureFallsWithTheMeasurements() {
    let volumes = DescentConeVolumes(dimension: 60, sparsity: 4)
    #expect(volumes.basisPursuitFailure(measurements: 0) > 0.999_999_999)
    for n in 0..<60 {
      let (failure, success) = (
        volumes.basisPursuitFailure(measurements: n), volumes.basisPursuitSuccess(measurements: n)
      )
      let rounding = 1 + 1e-14
      #expect(volumes.basisPursuitFailure(measurements: n + 1) <= failure * rounding, "n = \(n)")
      #expect(volumes.basisPursuitSuccess(measurements: n + 1) * rounding >= success, "n = \(n)")
      expectClose(failure + success, 1, absolute: 1e-14, "n = \(n)")
    }
    #expect(volumes.basisPursuitFailure(measurements: 60) == 0 && volumes.basisPursuitSuccess(measurements: 60) == 1)
  }

  /// One measurement a = (a₁, a₂) recovers a 1-sparse vector of ℝ² iff |a₁| > |a₂|.
  @Test func basisPursuitInThePlane() {
    let volumes = DescentConeVolumes(dimension: 2, sparsity: 1)
    expectClose(volumes.basisPursuitSuccess(measurements: 1), 0.5, relative: 1e-14, "p_BP(1)")
    expectClose(volumes.basisPursuitSuccess(measurements: 0), 0, absolute: 1e-15, "p_BP(0)")
  }

  @Test(arguments: [(50, 3), (400, 8), (1000, 50)])
  func theoremIIHoldsForTheExactLaw(dimension: Int, sparsity: Int) {
    let volumes = DescentConeVolumes(dimension: dimension, sparsity: sparsity)
    let bound = PhaseTransitionBound(dimension: dimension, statisticalDimension: volumes.statisticalDimension)
    for n in 0...dimension {
      let wrong =
        Double(n) < bound.statisticalDimension
        ? volumes.basisPursuitSuccess(measurements: n) : volumes.basisPursuitFailure(measurements: n)
      #expect(wrong <= bound.tolerance(measurements: n), "n = \(n)")
    }
    let edge = Int(bound.transition(tolerance: 0.01).upperBound.rounded(.up))
    #expect(bound.tolerance(measurements: edge) <= 0.01 && bound.tolerance(measurements: edge - 1) > 0.01)
  }
}
