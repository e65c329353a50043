// SPDX-License-Identifier: GPL-3.0-or-later
import ArrayFiles
import Foundation
import TestSupport
import Testing

/// The files of a group in `Tests/Fixtures/tensor_files.csv`, made by the safetensors package.
func tensorFiles(_ group: String) throws -> [Data] {
  try String(contentsOf: fixture("tensor_files.csv"), encoding: .utf8).split(separator: "\n").map {
    $0.split(separator: ",")
  }
  .filter { $0[0] == group }.map { try #require(Data(base64Encoded: String($0[1]))) }
}

/// What the script put into a tensor: entry k is (−1)ᵏ(k+1)/8.
private func values(_ count: Int) -> [Double] {
  (0..<count).map { k in Double(k + 1) / (k.isMultiple(of: 2) ? 8 : -8) }
}

/// Files that the safetensors package made, and what is written for it to read.
@Suite struct SafetensorsTests {
  private static let groups = ["float32", "float64", "metadata", "shapes", "none", "special", "mixed", "dtype"]

  @Test(arguments: [("float32", TensorType.float32), ("float64", .float64)])
  func numbersAreReadInTheirShape(group: String, type: TensorType) throws {
    let file = try Safetensors.decode(try #require(tensorFiles(group).first))
    #expect(file.tensors.map(\.name) == ["layers.0.bias", "layers.0.weight"])
    #expect(file.metadata == nil && file["absent"] == nil)
    for (name, shape) in [("layers.0.weight", [2, 3]), ("layers.0.bias", [2])] {
      let tensor = try #require(file[name])
      #expect(tensor.type == type && tensor.shape == shape)
      #expect(try tensor.elements == values(shape.reduce(1, *)))
    }
  }

  @Test func scalarsEmptyTensorsAndManyDimensionsAreRead() throws {
    let file = try Safetensors.decode(try #require(tensorFiles("shapes").first))
    #expect(file.tensors.map(\.shape) == [[2, 1, 2], [0, 3], []])
    #expect(try file.tensors.map { tensor in try tensor.elements } == [values(4), [], values(1)])
  }

  @Test func remarksAreKept() throws {
    let file = try Safetensors.decode(try #require(tensorFiles("metadata").first))
    #expect(file.metadata == ["format": "pt/é \"quoted\""])
    #expect(try Safetensors.decode(try #require(tensorFiles("none").first)) == TensorFile(tensors: []))
  }

  @Test func valuesThatAreNoNumbersAreReadAsTheyAre() throws {
    let file = try Safetensors.decode(try #require(tensorFiles("special").first))
    let elements = try file.tensors[0].elements
    #expect(elements[0].isNaN)
    #expect(elements[1...].elementsEqual([.infinity, -.infinity, 0, 0x1p-149, -0x1p127]))
    #expect(elements[3].sign == .minus)
  }

  /// The package and this writer make the same bytes, of every type, and so does decoding the numbers in between.
  @Test(arguments: groups) func filesAreWrittenAsThePackageWritesThem(group: String) throws {
    let files = try tensorFiles(group)
    #expect(files.count == (group == "dtype" ? 11 : 1))
    for bytes in files {
      var file = try Safetensors.decode(bytes)
      #expect(Safetensors.encode(file) == bytes)
      for (index, tensor) in file.tensors.enumerated() where [.float32, .float64].contains(tensor.type) {
        file.tensors[index] = tensor.replacing(try tensor.elements)
      }
      #expect(Safetensors.encode(file) == bytes)
    }
  }

  @Test func entriesOfOtherTypesAreRefusedAndTheirBytesKept() throws {
    let mixed = try Safetensors.decode(try #require(tensorFiles("mixed").first))
    #expect(try mixed["layers.0.weight"]?.elements == [0.125, -0.25])
    let others =
      try [mixed["half"], mixed["steps"]].compactMap(\.self)
      + tensorFiles("dtype").compactMap { try Safetensors.decode($0)["t"] }
    #expect(others.count == 13)
    for tensor in others {
      #expect(throws: ArrayFileError.Problem.unsupportedTensor(name: tensor.name, type: tensor.type)) {
        try tensor.elements
      }
    }
    let error = ArrayFileError(path: "net", problem: .unsupportedTensor(name: "w", type: .bfloat16))
    #expect(
      "\(error)" == "net: tensor 'w' is BF16; F32 and F64 can be read: in PyTorch, "
        + "save {k: v.float() for k, v in model.state_dict().items()} instead")
  }

  @Test func whatIsWrittenIsRead() throws {
    let folder = try TemporaryFolder()
    let numbers = (0..<60).map { sin(Double($0)) * exp(Double($0 * 20 - 600)) }
    let singles = numbers.map { Double(Float($0)) }
    let file = TensorFile(
      tensors: [
        Tensor(name: "weights \\ \"a\"/é", type: .float64, shape: [3, 4, 5], elements: numbers),
        Tensor(name: "", type: .float32, shape: [60], elements: numbers),
      ], metadata: ["b": "", "a": "line\nline"])
    let path = try folder.path("net")
    try Safetensors.write(file, to: path)
    let read = try Safetensors.read(path)
    #expect(read == file)
    #expect(try read.tensors.map { tensor in try tensor.elements } == [numbers, singles])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["net"])
  }
}
