// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import LinearAlgebra
import Networks
import SensitivitySampling
import TestSupport
import Testing

@Suite struct FilterPruningTests {
  private let layers: [FilterLayer]
  private let images: [Double]

  /// Two channels of 6×5 pixels, 6 filters of 3×3, then 4 filters of 2×2 with stride 2.
  init() {
    var draws = stream("filters")
    layers = [
      FilterLayer(
        geometry: .init(channels: 2, height: 6, width: 5, kernelHeight: 3, kernelWidth: 3, padding: 1),
        layer: Layer(weights: draws.normals(18, 6), bias: draws.normals(6, 1).elements)),
      FilterLayer(
        geometry: .init(channels: 6, height: 6, width: 5, kernelHeight: 2, kernelWidth: 2, stride: 2),
        layer: Layer(weights: draws.normals(24, 4), bias: draws.normals(4, 1).elements)),
    ]
    images = draws.normals(3 * 60, 1).elements
  }

  /// The response by loops over image, filter, pixel, channel and kernel.
  @Test func theResponseIsAConvolution() throws {
    let response = try layers[0].response(to: images)
    #expect(response.count == 3 * 6 * 30)
    for (image, filter, row, column) in [(0, 0, 0, 0), (2, 5, 5, 4), (1, 3, 2, 1), (2, 1, 0, 3)] {
      var sum = layers[0].layer.bias![filter]
      for (channel, i, j) in (0..<2).flatMap({ c in (0..<9).map { (c, $0 / 3, $0 % 3) } }) {
        let (r, c) = (row + i - 1, column + j - 1)
        guard (0..<6).contains(r) && (0..<5).contains(c) else { continue }
        sum += layers[0].layer.weights[channel * 9 + i * 3 + j, filter] * images[image * 60 + channel * 30 + r * 5 + c]
      }
      expectClose(response[((image * 6 + filter) * 6 + row) * 5 + column], max(sum, 0), absolute: 1e-12)
    }
  }

  /// The sensitivity of a channel: the largest share of its kernel, or of a kernel's entry, over samples, patches, filters and signs, by its
  /// definition.
  @Test(arguments: ChannelSensitivities.Share.allCases)
  func channelSharesAreTheDefinition(share: ChannelSensitivities.Share) throws {
    let patches = try layers[1].patches(of: try layers[0].response(to: images))
    let weights = layers[1].layer.weights
    let shares = largestShares(layers[1], patches, of: share)
    for channel in 0..<6 {
      var largest = 0.0
      for (p, filter, sign) in (0..<patches.rows).flatMap({ p in (0..<8).map { (p, $0 / 2, $0 % 2 == 0 ? 1.0 : -1) } })
      {
        let terms = (0..<24).map { max(sign * weights[$0, filter], 0) * patches[p, $0] }
        let all = terms.reduce(0, +)
        let kernel = terms[4 * channel..<4 * channel + 4]
        if all > 0 { largest = max(largest, (share == .kernel ? kernel.reduce(0, +) : kernel.max()!) / all) }
      }
      expectClose(shares[channel], largest, relative: 1e-12)
    }
  }

  /// A fully connected layer's channel is a neuron: the largest of its edges' sensitivities.
  @Test func denseChannelsAreTheLargestEdges() {
    var draws = stream("dense channels")
    let (weights, inputs) = (draws.normals(7, 5), draws.normals(9, 7))
    var largest = [Double](repeating: 0, count: 7)
    for part in NeuronPart.all(weights: weights, inputs: inputs) {
      for (edge, s) in zip(part.edges, part.distribution.sensitivities) { largest[edge] = max(largest[edge], s) }
    }
    for (found, expected) in zip(largestShares(FilterLayer(Layer(weights: weights)), inputs), largest) {
      expectClose(found, expected, relative: 1e-12)
    }
  }

  /// A filter that is gone answers 0, which is what the factor 0 makes of its channel.
  @Test func removedFiltersAreZeroChannels() throws {
    let factors: [Double] = [1, 0, 2.5, 0, 1, 0.5]
    let reduced = try layers[0].removingFilters(factors).response(to: images)
    let answers = [reduced, try layers[0].response(to: images)].map { signal in
      try? layers[1].scalingChannels(factors).response(to: signal)
    }
    #expect(answers[0] == answers[1] && reduced.contains { $0 > 0 })
    #expect(layers[0].removingFilters(factors).layer.nonzeros == 3 * 19 + 19)
  }

  /// 6 patches of 4 entries a kernel and 4 filters: K(6 + 2ε)·2C·S·log(8·7·4/δ)/ε² of the code, K = C = 3, beside (6 + 2ε)·S·log(4·24/δ)/ε².
  @Test func theCountsArePublished() {
    let layer = layers[1]
    expectClose(FilterCount.theorem.logarithm(of: layer, delta: 0.1), 6.866933, relative: 1e-6)
    expectClose(FilterCount.code.logarithm(of: layer, delta: 0.1), 7.714231, relative: 1e-6)
    expectClose(FilterCount.theorem.draws(total: 2, epsilon: 0.5, logarithm: 5), 280, relative: 1e-14)
    expectClose(FilterCount.code.draws(total: 2, epsilon: 0.5, logarithm: 5), 5_040, relative: 1e-14)
  }

  @Test(arguments: FilterPruning.Choice.allCases, FilterCount.allCases)
  func theSizeIsMet(choice: FilterPruning.Choice, count: FilterCount) throws {
    var stream = stream("sizes \(choice.rawValue)")
    let pruning = try FilterPruning(layers, images: images, count: count)
    let whole = layers.reduce(0) { $0 + $1.layer.nonzeros }
    let all = pruning.pruned(keeping: whole, choice: .deterministic, from: &stream)
    #expect(all == layers)
    var mean = 0.0
    for _ in 0..<200 {
      let size = pruning.pruned(keeping: 120, choice: choice, from: &stream).reduce(0) { $0 + $1.layer.nonzeros }
      mean += Double(size) / 200
      #expect((size - 4) % 35 == 0, "filters come whole: 18 + 1 and 4·4 weights each")
    }
    expectClose(mean, 120, absolute: 18)
  }

  /// The next layer's sums are estimated without bias: 6 standard errors over 4,000 draws, false alarms 2e-9 each.
  @Test func drawnFiltersAreUnbiased() throws {
    var stream = stream("unbiased filters")
    let pruning = try FilterPruning(layers, images: images)
    let weights = layers[1].layer.weights.elements
    var (sums, squares) = (weights.map { _ in 0.0 }, weights.map { _ in 0.0 })
    for _ in 0..<4_000 {
      let drawn = pruning.pruned(keeping: 120, choice: .random, from: &stream)[1].layer.weights.elements
      for i in drawn.indices {
        sums[i] += drawn[i] / 4_000
        squares[i] += drawn[i] * drawn[i] / 4_000
      }
    }
    for i in weights.indices {
      expectClose(sums[i], weights[i], absolute: 6 * ((squares[i] - sums[i] * sums[i]) / 4_000).squareRoot())
    }
  }

  /// Neurons that no sample needs are left out: the pruned network of all that matter answers as before.
  @Test func networksLoseWholeNeurons() {
    var draws = stream("neurons")
    let network = draws.network([6, 15, 12, 3])
    let inputs = draws.normals(25, 6)
    let pruned = network.pruningFilters(keeping: 150, choice: .deterministic, inputs: inputs, from: &draws)
    for (layer, next) in zip(pruned.layers, pruned.layers.dropFirst()) {
      for neuron in 0..<layer.neurons {
        let isKept = layer.weights.column(neuron).contains { $0 != 0 }
        #expect(isKept == next.weights.row(neuron).contains { $0 != 0 })
      }
    }
    expectClose(Double(pruned.nonzeros), 150, absolute: 30)
    let whole = network.pruningFilters(keeping: network.nonzeros, choice: .deterministic, inputs: inputs, from: &draws)
    let (before, after) = (network.responses(to: inputs)[2], whole.responses(to: inputs)[2])
    for (z, estimate) in zip(before.elements, after.elements) { expectClose(estimate, z, absolute: 1e-12) }
  }
}
