// SPDX-License-Identifier: GPL-3.0-or-later
import ArrayFiles
import Foundation
import TestSupport
import Testing

@Suite struct IDXTests {
  /// The bytes of the format's description, by hand: two 2×1 images.
  private let images = Data([0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 1, 7, 255, 0, 128])

  private func refusal(_ bytes: [UInt8]) throws -> String {
    let folder = try TemporaryFolder()
    let path = try folder.path("file")
    try Data(bytes).write(to: URL(filePath: path))
    let error = try #require(throws: ArrayFileError.self) { try IDX.read(path) }
    #expect("\(error)".hasPrefix("\(path): "))
    return "\(error)".replacingOccurrences(of: "\(path): ", with: "")
  }

  @Test func imagesAreReadAndWritten() throws {
    let (array, element) = try IDX.decode(images)
    #expect(array == NumericArray(shape: [2, 2, 1], elements: [7, 255, 0, 128]) && element == .uint8)
    #expect(IDX.encode(array, as: .uint8) == images)
  }

  /// Big-endian bytes of each type, by hand.
  @Test(
    arguments: [
      (8, [200], 200), (9, [0xFE], -2), (0x0B, [0xFF, 0x00], -256), (0x0C, [0, 1, 0, 2], 65_538),
      (0x0D, [0x3F, 0xC0, 0, 0], 1.5), (0x0E, [0xC0, 0x04, 0, 0, 0, 0, 0, 0], -2.5),
    ] as [(UInt8, [UInt8], Double)])
  func everyTypeIsReadAndWritten(code: UInt8, bytes: [UInt8], value: Double) throws {
    let file = Data([0, 0, code, 1, 0, 0, 0, 2] + bytes + bytes)
    let (array, element) = try IDX.decode(file)
    #expect(array == NumericArray(shape: [2], elements: [value, value]))
    #expect(IDX.encode(array, as: element) == file)
    let folder = try TemporaryFolder()
    let path = try folder.path("array")
    try IDX.write(array, as: element, to: path)
    #expect(try IDX.read(path).array == array)
  }

  @Test func filesThatAreNotIDX() throws {
    #expect(try refusal([0x1F, 0x8B, 8, 0]) == "not an IDX file: it is compressed by gzip; run gunzip on it first")
    #expect(try refusal([1, 2, 8, 1]) == "not an IDX file: it begins with [1, 2] instead of [0, 0]")
    #expect(try refusal([0, 0, 10, 1]) == "not an IDX file: type 10 is none of [8, 9, 11, 12, 13, 14]")
    #expect(try refusal([0, 0, 8, 1, 0, 0, 0, 1, 5, 6]) == "1 bytes follow the array; save one array a file")
    #expect(
      try refusal([0, 0, 8, 1, 0, 0, 0, 3, 5, 6])
        == "truncated: the array of shape [3] takes 3 bytes and 2 are left")
    let huge = [UInt8](repeating: 0xFF, count: 12)
    #expect(try refusal([0, 0, 14, 3] + huge).hasSuffix("exceeds any memory"))
    #expect(try refusal([0, 0, 14, 4] + huge + [0, 0, 0, 0]).hasSuffix("exceeds any memory"))
  }

  @Test func noTruncationIsTakenForAFile() {
    for length in 0..<images.count {
      #expect(throws: ArrayFileError.Problem.self, "cut to \(length)") { try IDX.decode(images.prefix(length)) }
    }
  }
}
