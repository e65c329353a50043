// SPDX-License-Identifier: GPL-3.0-or-later
public import Networks

/// What tensors do not say of a network with convolutions: how large its images are, how kernels visit them, and what is pooled.
public struct Architecture: Hashable, Sendable {
  /// A layer as its tensors do not say: what it does with images.
  public struct Layer: Hashable, Sendable {
    /// What a layer is.
    public enum Kind: Hashable, Sendable {
      /// `nn.Conv2d`.
      case convolution(stride: Int, padding: Int)
      /// `nn.Linear`, behind `nn.Flatten` where images come in.
      case linear
    }

    /// What the layer is.
    public let kind: Kind
    /// Of the layer's responses, after its ReLU.
    public let pooling: Reading.Pooling?

    /// A layer of this kind, whose responses are pooled.
    public init(_ kind: Kind, pooling: Reading.Pooling? = nil) { (self.kind, self.pooling) = (kind, pooling) }
  }

  /// Of the network's inputs.
  public let images: Reading.Shape
  /// From the first to the last.
  public let layers: [Layer]

  /// The layers of a network whose inputs are images of this shape.
  public init(images: Reading.Shape, layers: [Layer]) { (self.images, self.layers) = (images, layers) }

  /// How layer `index`, whose weights are the tensor `name`, reads what `before` gives; the network's images where that is nil.
  ///
  /// - Throws: ``NetworkFileError``.
  func reading(
    _ index: Int, _ name: String, _ shape: [Int], after before: (reading: Reading, filters: Int)?
  ) throws(NetworkFileError) -> Reading {
    let incoming =
      before.map {
        Reading.Shape(channels: $0.filters, height: $0.reading.patchRows, width: $0.reading.patchColumns)
      } ?? images
    let pooling = index == 0 ? nil : layers[index - 1].pooling
    guard let pooled = incoming.pooled(by: pooling) else {
      throw .window(name, size: pooling?.size ?? 1, height: incoming.height, width: incoming.width)
    }
    let kernel: Reading.Kernel
    switch layers[index].kind {
    case .convolution(let stride, let padding):
      guard shape.count == 4, !shape.contains(0) else { throw .filterShape(name, shape) }
      guard shape[1] == pooled.channels else { throw .channels(name, found: shape[1], expected: pooled.channels) }
      kernel = Reading.Kernel(height: shape[2], width: shape[3], stride: stride, padding: padding)
    case .linear:
      guard shape.count == 2, !shape.contains(0) else { throw .weightShape(name, shape) }
      guard shape[1] == pooled.channels * pooled.pixels else {
        throw .flattened(name, found: shape[1], channels: pooled.channels, height: pooled.height, width: pooled.width)
      }
      kernel = Reading.Kernel(height: pooled.height, width: pooled.width)
    }
    guard let reading = Reading(incoming, pooling: pooling, kernel: kernel) else {
      throw .kernel(name, shape, height: pooled.height, width: pooled.width, padding: kernel.padding)
    }
    return reading
  }
}
