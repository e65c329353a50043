// SPDX-License-Identifier: GPL-3.0-or-later
public import LinearAlgebra

/// A convolution layer as a `SampleMap`: its samples are the patches the kernel visits, its neurons the filters.
///
/// Weights are ordered (channel, kernel row, kernel column), as in PyTorch's `nn.Conv2d`; samples (image, output row,
/// output column). The patches are never laid out: at stride 1 they would take kernelHeight·kernelWidth times the
/// images' memory.
public struct Convolution: SampleMap {
  /// How the images are stored and visited.
  public struct Geometry: Hashable, Sendable {
    /// Channels of an image.
    public var channels: Int
    /// Rows of an image, in pixels.
    public var height: Int
    /// Columns of an image, in pixels.
    public var width: Int
    /// Rows of a kernel, in pixels.
    public var kernelHeight: Int
    /// Columns of a kernel, in pixels.
    public var kernelWidth: Int
    /// Pixels from one patch to the next.
    public var stride = 1
    /// Rows and columns of zeros around every image.
    public var padding = 0

    /// Images and kernels of these sizes, in pixels.
    public init(
      channels: Int, height: Int, width: Int, kernelHeight: Int, kernelWidth: Int, stride: Int = 1, padding: Int = 0
    ) {
      precondition(stride >= 1 && padding >= 0, "a stride of \(stride) and a padding of \(padding)")
      (self.channels, self.height, self.width) = (channels, height, width)
      (self.kernelHeight, self.kernelWidth) = (kernelHeight, kernelWidth)
      (self.stride, self.padding) = (stride, padding)
    }

    /// Rows of patches of an image.
    public var outputHeight: Int { (height + 2 * padding - kernelHeight) / stride + 1 }
    /// Columns of patches of an image.
    public var outputWidth: Int { (width + 2 * padding - kernelWidth) / stride + 1 }
    var pixels: Int { channels * height * width }
  }

  /// Sizes of images, kernels and steps.
  public let geometry: Geometry
  /// Pixels by (image, channel, row, column).
  public let images: [Double]

  /// - Throws: `KernelTooLarge` if the kernel does not fit into a padded image.
  public init(images: [Double], geometry: Geometry) throws(KernelTooLarge) {
    precondition(images.count.isMultiple(of: geometry.pixels), "whole images of \(geometry.pixels) pixels")
    let (kernel, extent) = (geometry.kernelHeight, geometry.height + 2 * geometry.padding)
    guard kernel <= extent else { throw KernelTooLarge(kernel: kernel, extent: extent) }
    let (kernelWidth, extentWidth) = (geometry.kernelWidth, geometry.width + 2 * geometry.padding)
    guard kernelWidth <= extentWidth else {
      throw KernelTooLarge(kernel: kernelWidth, extent: extentWidth)
    }
    (self.images, self.geometry) = (images, geometry)
  }

  private init(scaled images: [Double], _ geometry: Geometry) { (self.images, self.geometry) = (images, geometry) }

  /// P, the patches of all images.
  public var samples: Int { images.count / geometry.pixels * geometry.outputHeight * geometry.outputWidth }
  /// N, the entries of a kernel.
  public var dimension: Int { geometry.channels * geometry.kernelHeight * geometry.kernelWidth }
  /// max|X|.
  public var largestEntry: Double { images.normInfinity }

  /// The same convolution with the images multiplied by `factor`.
  public func scaled(by factor: Double) -> any SampleMap {
    Convolution(scaled: factor == 1 ? images : factor * images, geometry)
  }

  /// Σ_p x_{jp}² for every entry j of a kernel.
  public var squaredNorms: [Double] {
    var norms = [Double](repeating: 0, count: dimension)
    forEachEntry { _, weight, pixel in norms[weight] += images[pixel] * images[pixel] }
    return norms
  }

  /// All patches, P×N, made anew at each call.
  public var matrix: Matrix {
    var patches = Matrix(rows: samples, columns: dimension)
    forEachEntry { sample, weight, pixel in patches[sample, weight] = images[pixel] }
    return patches
  }

  /// - Complexity: 2·P·N·M flops, as for the patches.
  public func activities(of weights: Matrix) -> Matrix {
    var result = Matrix(rows: samples, columns: weights.columns)
    let rows = samples
    forEachEntry { sample, weight, pixel in
      for m in 0..<weights.columns {
        result.elements[m * rows + sample] += weights.elements[m * dimension + weight] * images[pixel]
      }
    }
    return result
  }

  /// X·Z, N×M, without making the patches' matrix.
  public func adjoint(_ values: Matrix) -> Matrix {
    var result = Matrix(rows: dimension, columns: values.columns)
    let (rows, count) = (samples, dimension)
    forEachEntry { sample, weight, pixel in
      for m in 0..<values.columns {
        result.elements[m * count + weight] += values.elements[m * rows + sample] * images[pixel]
      }
    }
    return result
  }

  /// Conjugate gradients: XXᵀ is not formed either.
  public func normalSolver(scale: Double) -> any NormalSolver { ConjugateGradient(map: self, scale: scale) }

  /// Calls `body` for every entry of Xᵀ that is not padding.
  private func forEachEntry(_ body: (_ sample: Int, _ weight: Int, _ pixel: Int) -> Void) {
    let g = geometry
    let outputs = g.outputHeight * g.outputWidth
    for image in 0..<images.count / g.pixels {
      for weight in 0..<dimension {
        let (kernelRow, kernelColumn) = (weight / g.kernelWidth % g.kernelHeight, weight % g.kernelWidth)
        let plane = image * g.pixels + weight / (g.kernelHeight * g.kernelWidth) * g.height * g.width
        for output in 0..<outputs {
          let row = output / g.outputWidth * g.stride + kernelRow - g.padding
          let column = output % g.outputWidth * g.stride + kernelColumn - g.padding
          guard row >= 0 && row < g.height && column >= 0 && column < g.width else { continue }
          body(image * outputs + output, weight, plane + row * g.width + column)
        }
      }
    }
  }
}

/// A kernel that fits nowhere.
public struct KernelTooLarge: Error, Hashable, Sendable, CustomStringConvertible {
  /// Pixels the kernel spans, and pixels of a padded image in that direction.
  public let kernel: Int
  /// Pixels of a padded image in that direction.
  public let extent: Int

  /// In words, for messages.
  public var description: String {
    "the kernel spans \(kernel) pixels where a padded image has \(extent); enlarge the padding or the images"
  }
}
