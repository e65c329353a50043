// SPDX-License-Identifier: GPL-3.0-or-later
public import ConvexRecovery
public import LinearAlgebra
public import Networks

/// A convolution layer: its filters are the neurons of a `Layer` whose inputs are patches; a fully connected layer is one with
/// images of one pixel.
public struct FilterLayer: Hashable, Sendable {
  /// Of the layer's images and kernels; 1×1 of a dense one.
  public let geometry: Convolution.Geometry
  /// (channels·kernelHeight·kernelWidth)×filters, rows ordered (channel, kernel row, kernel column).
  public var layer: Layer

  /// - Precondition: the weights have a row for every entry of a patch.
  public init(geometry: Convolution.Geometry, layer: Layer) {
    precondition(
      layer.inputs == geometry.channels * geometry.kernelHeight * geometry.kernelWidth, "a row for each patch entry")
    (self.geometry, self.layer) = (geometry, layer)
  }

  /// A fully connected layer.
  public init(_ layer: Layer) {
    let geometry = Convolution.Geometry(channels: layer.inputs, height: 1, width: 1, kernelHeight: 1, kernelWidth: 1)
    self.init(geometry: geometry, layer: layer)
  }

  /// Layer `index` of a network, as it reads what comes in.
  init(_ network: Network, _ index: Int) {
    guard let reading = network.readings?[index] else {
      self.init(network.layers[index])
      return
    }
    let (images, kernel) = (reading.pooled, reading.kernel)
    let geometry = Convolution.Geometry(
      channels: images.channels, height: images.height, width: images.width, kernelHeight: kernel.height,
      kernelWidth: kernel.width, stride: kernel.stride, padding: kernel.padding)
    self.init(geometry: geometry, layer: network.layers[index])
  }

  /// Channels that come in.
  public var channels: Int { geometry.channels }
  /// Filters, one a channel that goes out.
  public var filters: Int { layer.neurons }
  /// Rows of the weights that belong to one channel.
  public var rowsPerChannel: Int { layer.inputs / channels }

  /// The patches that the filters see, one a row, by (image, output row, output column).
  ///
  /// - Throws: `KernelTooLarge`.
  public func patches(of images: [Double]) throws(KernelTooLarge) -> Matrix {
    try Convolution(images: images, geometry: geometry).matrix
  }

  /// ReLU of the filters' responses, as images with a channel for each filter.
  ///
  /// - Throws: `KernelTooLarge`.
  public func response(to images: [Double]) throws(KernelTooLarge) -> [Double] {
    let activities = layer.activities(of: try patches(of: images)).rectified
    let pixels = geometry.outputHeight * geometry.outputWidth
    var response = [Double](repeating: 0, count: activities.elements.count)
    for filter in 0..<filters {
      for (patch, value) in activities.column(filter).enumerated() {
        response[(patch / pixels * filters + filter) * pixels + patch % pixels] = value
      }
    }
    return response
  }

  /// The layer with every channel's weights multiplied by its factor; biases stay.
  public func scalingChannels(_ factors: [Double]) -> FilterLayer {
    var scaled = self
    for row in 0..<layer.inputs {
      for filter in 0..<filters { scaled.layer.weights[row, filter] *= factors[row / rowsPerChannel] }
    }
    return scaled
  }

  /// The layer without the filters whose factor is 0: their weights and biases become 0.
  public func removingFilters(_ factors: [Double]) -> FilterLayer {
    var reduced = self
    for filter in 0..<filters where factors[filter] == 0 {
      for row in 0..<layer.inputs { reduced.layer.weights[row, filter] = 0 }
      reduced.layer.bias?[filter] = 0
    }
    return reduced
  }
}
