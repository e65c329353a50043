// SPDX-License-Identifier: GPL-3.0-or-later
import ArrayFiles
import Foundation
import TestSupport
import Testing

/// Files that numpy made, and what is written for numpy to read.
@Suite struct NPYTests {
  @Test func everyVariantNumPyWritesIsRead() throws {
    let files = try NumPyFile.all("values")
    #expect(files.count == 42)
    for file in files {
      let array = try NPY.decode(file.bytes)
      #expect(array.shape == file.shape, "\(file)")
      #expect(array.elements == file.values, "\(file)")
    }
  }

  @Test func valuesThatAreNoNumbersAreReadAsTheyAre() throws {
    let files = try NumPyFile.all("special")
    #expect(files.map(\.type) == ["<f4", ">f8"])
    for file in files {
      let elements = try NPY.decode(file.bytes).elements
      #expect(elements[0].isNaN, "\(file)")
      #expect(elements[1...].elementsEqual([.infinity, -.infinity, 0, 0x1p-149, -0x1p127]), "\(file)")
      #expect(elements[3].sign == .minus, "\(file)")
    }
  }

  /// numpy.save and this writer make the same bytes.
  @Test func doublesInCOrderAreWrittenAsNumPyWritesThem() throws {
    let files = try NumPyFile.all("values").filter { $0.version == 1 && $0.type == "<f8" && $0.order == "C" }
    #expect(files.count == 8)
    for file in files {
      #expect(NPY.encode(NumericArray(shape: file.shape, elements: file.values)) == file.bytes, "\(file)")
    }
  }

  @Test(arguments: [[7], [1], [0], [3, 5], [5, 3], [1, 1], [0, 9], [12345, 2]])
  func whatIsWrittenIsRead(shape: [Int]) throws {
    let folder = try TemporaryFolder()
    let count = shape.reduce(1, *)
    let array = NumericArray(shape: shape, elements: (0..<count).map { sin(Double($0)) * exp(Double($0 % 1400) - 700) })
    let path = try folder.path("array.npy")
    try NPY.write(array, to: path)
    #expect(try NPY.read(path) == array)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["array.npy"])
  }

  @Test func entriesBeginAtAMultipleOf64Bytes() {
    for exponent in 0..<18 {
      let length = NumericArray(shape: [0, Int(pow(10.0, Double(exponent)))], elements: [])
      #expect(NPY.encode(length).count % 64 == 0, "10^\(exponent)")
    }
  }
}
