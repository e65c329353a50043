// SPDX-License-Identifier: GPL-3.0-or-later

/// How a layer sees what comes in, images of one or more channels: pooled, then cut into the patches that its kernels visit.
///
/// The layer's neurons are its filters, their weights ordered (channel, kernel row, kernel column) as in PyTorch's `nn.Conv2d`, and each
/// patch is one of its samples. A fully connected layer behind images is one whose kernels are as large as they: `nn.Flatten`'s order.
public struct Reading: Hashable, Sendable {
  /// What becomes of every window of size×size pixels; the windows lie `stride` apart, and those beyond the border are left out.
  public struct Pooling: Hashable, Sendable {
    /// How a window is pooled.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
      case max, average
    }

    /// How a window is pooled.
    public let kind: Kind
    public let size, stride: Int

    /// Windows of `size`×`size` pixels, `stride` apart.
    public init(_ kind: Kind, size: Int, stride: Int) {
      precondition(size >= 1 && stride >= 1, "windows of \(size) pixels, \(stride) apart")
      (self.kind, self.size, self.stride) = (kind, size, stride)
    }
  }

  /// Channels, rows and columns of images.
  public struct Shape: Hashable, Sendable {
    public var channels, height, width: Int

    /// Images of so many channels, rows and columns.
    public init(channels: Int, height: Int, width: Int) {
      (self.channels, self.height, self.width) = (channels, height, width)
    }

    /// Pixels of a channel.
    public var pixels: Int { height * width }
  }

  /// Kernels of so many rows and columns, `stride` apart, on images with `padding` rows and columns of zeros around them.
  public struct Kernel: Hashable, Sendable {
    public var height, width, stride, padding: Int

    /// Kernels of these sizes in pixels, `stride` pixels apart, with so many pixels of zeros around the image.
    public init(height: Int, width: Int, stride: Int = 1, padding: Int = 0) {
      (self.height, self.width, self.stride, self.padding) = (height, width, stride, padding)
    }
  }

  /// Of what comes in, and of what is left of it when pooled.
  public let incoming, pooled: Shape
  /// What comes before the patches are taken; nil for none.
  public let pooling: Pooling?
  /// Sizes and steps of the patches.
  public let kernel: Kernel

  /// nil where a window or a kernel does not fit.
  public init?(_ incoming: Shape, pooling: Pooling? = nil, kernel: Kernel) {
    precondition(incoming.channels >= 1 && incoming.pixels >= 1, "images without pixels")
    precondition(kernel.height >= 1 && kernel.width >= 1 && kernel.stride >= 1 && kernel.padding >= 0, "\(kernel)")
    guard let pooled = incoming.pooled(by: pooling), kernel.height <= pooled.height + 2 * kernel.padding,
      kernel.width <= pooled.width + 2 * kernel.padding
    else { return nil }
    (self.incoming, self.pooled, self.pooling, self.kernel) = (incoming, pooled, pooling, kernel)
  }

  /// N, the pixels of a patch.
  public var inputs: Int { pooled.channels * kernel.height * kernel.width }
  /// Rows and columns of patches of an image.
  public var patchRows: Int { (pooled.height + 2 * kernel.padding - kernel.height) / kernel.stride + 1 }
  /// Patches in a row of an image.
  public var patchColumns: Int { (pooled.width + 2 * kernel.padding - kernel.width) / kernel.stride + 1 }
  /// Patches of an image.
  public var patches: Int { patchRows * patchColumns }

  /// By how much a discrepancy of what comes in can grow in Frobenius norm: in how many windows, and then patches, a pixel is.
  ///
  ///     ⌈k/s⌉ of maxima, ⌈k/s⌉/k of averages;   √(min(⌈h/t⌉, patch rows)·min(⌈w/t⌉, patch columns)) of h×w kernels t apart.
  ///
  /// |max a − max b|² and, but for 1/k², |mean a − mean b|² are at most Σ(a − b)² over the window.
  public var growth: Double {
    func overlap(_ size: Int, _ stride: Int) -> Int { (size + stride - 1) / stride }
    let windows = pooling.map { pooling in
      Double(overlap(pooling.size, pooling.stride)) / (pooling.kind == .average ? Double(pooling.size) : 1)
    }
    let rows = min(overlap(kernel.height, kernel.stride), patchRows)
    let columns = min(overlap(kernel.width, kernel.stride), patchColumns)
    return (windows ?? 1) * Double(rows * columns).squareRoot()
  }
}

extension Reading.Shape {
  /// What `pooling` leaves; nil where its window is larger than the images.
  public func pooled(by pooling: Reading.Pooling?) -> Self? {
    guard let pooling else { return self }
    guard pooling.size <= min(height, width) else { return nil }
    func count(_ extent: Int) -> Int { (extent - pooling.size) / pooling.stride + 1 }
    return Self(channels: channels, height: count(height), width: count(width))
  }
}
