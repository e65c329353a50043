// SPDX-License-Identifier: GPL-3.0-or-later
public import NetTrim
import Networks

extension Architecture {
  /// What a file in YAML says of a network with convolutions:
  ///
  ///     images: {channels: 1, height: 28, width: 28}
  ///     layers:
  ///       - {layer: convolution, padding: 2, pooling: {kind: max, size: 2}}
  ///       - {layer: linear}
  ///
  /// `stride` is 1 and `padding` 0 where they are not given; windows lie as far apart as they are wide.
  ///
  /// - Throws: ``StudyError`` naming the line, the key path, the value and what would be right.
  public init(_ file: StudyFile) throws {
    let section = try Section(try file.settings(), known: ["images", "layers"])
    let images = try Section(section.required("images"), known: ["channels", "height", "width"])
    func extent(_ key: String) throws -> Int { try images.required(key).integer(1...Self.mostPixels) }
    let layers = try section.required("layers").list()
    guard let last = layers.last else { preconditionFailure("a list has items") }
    self.init(
      images: Reading.Shape(
        channels: try extent("channels"), height: try extent("height"), width: try extent("width")),
      layers: try layers.map { try Layer($0) })
    if self.layers.last?.pooling != nil { throw last.error("nothing pools behind the last layer; remove its pooling") }
  }

  fileprivate static let mostPixels = 100_000
}

extension Architecture.Layer {
  private enum Name: String, CaseIterable {
    case convolution, linear
  }

  fileprivate init(_ setting: Setting) throws {
    let section = try Section(setting, known: ["layer", "stride", "padding", "pooling"])
    let name: Name = try section.required("layer").choice()
    let (stride, padding) = (section.optional("stride"), section.optional("padding"))
    let pooling = try section.optional("pooling").map { try Reading.Pooling($0) }
    switch name {
    case .convolution:
      self.init(
        .convolution(
          stride: try stride?.integer(1...Architecture.mostPixels) ?? 1,
          padding: try padding?.integer(0...Architecture.mostPixels) ?? 0), pooling: pooling)
    case .linear:
      if let stranger = stride ?? padding ?? section.optional("pooling") {
        throw stranger.error("a linear layer has none; remove it")
      }
      self.init(.linear)
    }
  }
}

extension Reading.Pooling {
  fileprivate init(_ setting: Setting) throws {
    let section = try Section(setting, known: ["kind", "size", "stride"])
    let size = try section.required("size").integer(1...Architecture.mostPixels)
    self.init(
      try section.required("kind").choice(), size: size,
      stride: try section.optional("stride")?.integer(1...Architecture.mostPixels) ?? size)
  }
}
