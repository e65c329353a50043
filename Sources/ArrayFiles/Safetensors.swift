// SPDX-License-Identifier: GPL-3.0-or-later
package import Foundation

/// Files of the safetensors format, as PyTorch models are stored.
///
/// A file is the length of the header (8 bytes, little-endian), the header in JSON, and the entries of the tensors one
/// after the other, little-endian in C order.
///
/// Source: huggingface/safetensors, `README.md` and `safetensors/src/tensor.rs`, whose checks these are.
public enum Safetensors {
  /// The longest header the reference implementation accepts.
  static let headerLimit = 100_000_000

  /// Reads the tensors of a file, of whatever types.
  ///
  /// - Throws: `ArrayFileError` saying what is wrong with the file.
  /// - Complexity: O(bytes).
  public static func read(_ path: String) throws(ArrayFileError) -> TensorFile {
    let file = try Data(contentsOfFile: path)
    do {
      return try decode(file)
    } catch {
      throw ArrayFileError(path: path, problem: error)
    }
  }

  /// Writes the tensors in their order: the whole file or nothing.
  ///
  /// - Throws: `ArrayFileError` when the file cannot be written.
  public static func write(_ file: TensorFile, to path: String) throws(ArrayFileError) {
    try encode(file).write(toFile: path)
  }

  /// The tensors in the bytes of a file.
  package static func decode(_ file: Data) throws(ArrayFileError.Problem) -> TensorFile {
    var reader = ByteReader(file)
    let length = try reader.next(8, of: "header's length").reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard length <= headerLimit else { throw .headerTooLarge(bytes: length, limit: headerLimit) }
    let header = try SafetensorsHeader(json: reader.next(Int(length), of: "header"))
    var tensors: [Tensor] = []
    for entry in header.entries {
      let bytes = try reader.next(entry.byteCount, of: "data of tensor '\(entry.name)'")
      tensors.append(Tensor(name: entry.name, type: entry.type, shape: entry.shape, bytes: Data(bytes)))
    }
    guard reader.isAtEnd else {
      throw .malformedTensorHeader("\(reader.rest.count) bytes follow the data of the last tensor it names")
    }
    return TensorFile(tensors: tensors, metadata: header.metadata)
  }

  package static func encode(_ file: TensorFile) -> Data {
    var json = SafetensorsHeader.json(of: file)
    // The data begins at a multiple of 8 bytes, as the reference implementation has it.
    json += String(repeating: " ", count: (8 - json.utf8.count % 8) % 8)
    var bytes = withUnsafeBytes(of: UInt64(json.utf8.count).littleEndian) { Data($0) }
    bytes.append(contentsOf: json.utf8)
    for tensor in file.tensors { bytes.append(tensor.bytes) }
    return bytes
  }
}
