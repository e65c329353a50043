// SPDX-License-Identifier: GPL-3.0-or-later
import NetTrim
import Networks
import StudyModel
import Testing

private func architecture(_ text: String) throws -> Architecture {
  try Architecture(StudyFile(name: "net.yaml", text: text))
}

@Suite struct ArchitectureTests {
  @Test func whatIsNotGivenIsStandard() throws {
    let read = try architecture(
      """
      images: {channels: 3, height: 8, width: 9}
      layers:
        - {layer: convolution, stride: 2, padding: 1, pooling: {kind: average, size: 3, stride: 1}}
        - {layer: convolution, pooling: {kind: max, size: 2}}
        - {layer: linear}
      """)
    let expected = Architecture(
      images: Reading.Shape(channels: 3, height: 8, width: 9),
      layers: [
        .init(.convolution(stride: 2, padding: 1), pooling: .init(.average, size: 3, stride: 1)),
        .init(.convolution(stride: 1, padding: 0), pooling: .init(.max, size: 2, stride: 2)), .init(.linear),
      ])
    #expect(read == expected)
  }

  @Test(arguments: [
    ("layers: [{layer: linear}]", "net.yaml:1: the key 'images' is missing"),
    ("images: {channels: 0, height: 8, width: 8}\nlayers: [{layer: linear}]", "images.channels: 0 is out of range"),
    ("images: {channels: 1, height: 8}\nlayers: [{layer: linear}]", "the key 'width' is missing"),
    ("images: {channels: 1, height: 8, width: 8}\nlayers: []", "layers: the list is empty"),
    ("images: {channels: 1, height: 8, width: 8}\nlayers: [{layer: dense}]", "layers.layer"),
    (
      "images: {channels: 1, height: 8, width: 8}\nlayers: [{layer: linear, stride: 2}]",
      "layers.stride: a linear layer has none"
    ),
    (
      "images: {channels: 1, height: 8, width: 8}\nlayers: [{layer: convolution, pooling: {kind: max, size: 2}}]",
      "nothing pools behind the last layer"
    ),
    (
      "images: {channels: 1, height: 8, width: 8}\nlayers: [{layer: convolution, pooling: {kind: median, size: 2}}]",
      "layers.pooling.kind"
    ),
    ("- 1", "expected a mapping"),
  ])
  func mistakesAreNamed(_ text: String, _ words: String) throws {
    let error = #expect(throws: StudyError.self) { _ = try architecture(text) }
    #expect("\(try #require(error))".contains(words), "\(String(describing: error))")
  }
}
