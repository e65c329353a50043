// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import LinearAlgebra
import RandomStreams
import TestSupport
import Testing

private let geometries = [
  Convolution.Geometry(channels: 1, height: 6, width: 5, kernelHeight: 3, kernelWidth: 3),
  Convolution.Geometry(channels: 2, height: 6, width: 7, kernelHeight: 2, kernelWidth: 3, stride: 2, padding: 1),
  Convolution.Geometry(channels: 3, height: 5, width: 5, kernelHeight: 5, kernelWidth: 1, stride: 3, padding: 2),
]

private func convolution(_ geometry: Convolution.Geometry) throws -> Convolution {
  var stream = RandomStream(StreamKey(seed: 9, content: "\(geometry)", trial: 0, purpose: "images"))
  let images = (0..<2 * geometry.channels * geometry.height * geometry.width).map { _ in stream.normal() }
  return try Convolution(images: images, geometry: geometry)
}

/// Pixel (row, column) of a padded image by its definition: zero outside.
private func pixel(_ c: Convolution, image: Int, channel: Int, _ row: Int, _ column: Int) -> Double {
  let g = c.geometry
  guard (0..<g.height).contains(row) && (0..<g.width).contains(column) else { return 0 }
  return c.images[((image * g.channels + channel) * g.height + row) * g.width + column]
}

@Test(arguments: geometries)
func patchesAreThoseOfTheDefinition(geometry g: Convolution.Geometry) throws {
  let c = try convolution(g)
  let patches = c.matrix
  #expect(patches.rows == c.samples && patches.columns == c.dimension)
  var sample = 0
  for image in 0..<2 {
    for row in stride(from: -g.padding, through: g.height + g.padding - g.kernelHeight, by: g.stride) {
      for column in stride(from: -g.padding, through: g.width + g.padding - g.kernelWidth, by: g.stride) {
        var weight = 0
        for channel in 0..<g.channels {
          for y in 0..<g.kernelHeight {
            for x in 0..<g.kernelWidth {
              #expect(patches[sample, weight] == pixel(c, image: image, channel: channel, row + y, column + x))
              weight += 1
            }
          }
        }
        sample += 1
      }
    }
  }
  #expect(sample == c.samples)
  for (norm, expected) in zip(c.squaredNorms, patches.squaredNorms) { expectClose(norm, expected, relative: 1e-14) }
}

@Test(arguments: geometries)
func convolutionSolvesTheProgramOfItsPatches(geometry: Convolution.Geometry) throws {
  let c = try convolution(geometry)
  var stream = RandomStream(StreamKey(seed: 10, content: "\(geometry)", trial: 0, purpose: "filters"))
  var filters = Matrix(rows: c.dimension, columns: 3)
  for m in 0..<3 { for j in stream.subset(size: 3, of: c.dimension) { filters[j, m] = stream.normal() } }
  let responses = (c.matrix * filters).mapped { max($0, 0) }
  let epsilon = 0.1 * responses.frobeniusNorm
  let program = try LayerProgram(convolution: c, responses: responses, epsilon: epsilon)
  let dense = try LayerProgram(inputs: c.matrix, responses: responses, epsilon: epsilon)
  for method in [LayerMethod.admm, .automatic] {
    let (solution, expected) = (program.solve(method: method), dense.solve(method: method))
    #expect(solution.status == .optimal && expected.status == .optimal, "\(method) \(solution.relativeGap)")
    expectClose(solution.objective, expected.objective, relative: 2e-8, "\(method)")
    for (u, v) in zip(solution.weights.elements, expected.weights.elements) {
      expectClose(u, v, absolute: 1e-6 * expected.objective, "\(method)")
    }
  }
}

@Test func kernelsLargerThanTheImagesAreRefused() throws {
  let geometry = Convolution.Geometry(channels: 1, height: 3, width: 3, kernelHeight: 3, kernelWidth: 6, padding: 1)
  let error = #expect(throws: KernelTooLarge.self) {
    try Convolution(images: Array(repeating: 1, count: 9), geometry: geometry)
  }
  #expect(error?.kernel == 6 && error?.extent == 5)
}
