// SPDX-License-Identifier: GPL-3.0-or-later
import ArrayFiles
import Foundation
import TestSupport
import Testing

/// Files that are not what they should be: each is refused with a reason, and none can end the program.
@Suite struct SafetensorsErrorTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The message with which `bytes` are refused, without the path.
  private func refusal(_ bytes: Data) throws -> String {
    let path = try folder.path("net.safetensors")
    try bytes.write(to: URL(filePath: path))
    let error = try #require(throws: ArrayFileError.self) { try Safetensors.read(path) }
    #expect(error.path == path)
    return String("\(error)".trimmingPrefix("\(path): "))
  }

  /// A file with this header, and a number of zero bytes after it.
  private func file(_ header: String, data: Int = 0, length: UInt64? = nil) -> Data {
    withUnsafeBytes(of: (length ?? UInt64(header.utf8.count)).littleEndian) { Data($0) } + Data(header.utf8)
      + Data(count: data)
  }

  /// Headers for 8 bytes of data.
  @Test(
    arguments: [
      (#"{"t":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}"#, nil),
      ("{\"t\" : {\"shape\":[1,2], \"x\":\"\\\"\", \"data_offsets\":[0,8],\n\"dtype\":\"F32\"}}   ", nil),
      (
        #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]},"b":{"dtype":"I8","shape":[4],"data_offsets":[0,4]}}"#,
        nil
      ),
      (
        #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}"#,
        "tensor 'a' begins at byte 4 of the data where 0 is expected: tensors follow each other without gap or overlap"
      ),
      (
        #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[3,7]}}"#,
        "tensor 'b' begins at byte 3 of the data where 4 is expected"
      ),
      (
        #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#,
        "4 bytes follow the data of the last tensor it names"
      ),
      (
        #"{"t":{"dtype":"F64","shape":[2],"data_offsets":[0,16]}}"#,
        "truncated: the data of tensor 't' takes 16 bytes and 8 are left"
      ),
      (
        #"{"t":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}"#,
        "tensor 't': shape [3] in F32 takes 12 bytes, its data_offsets span 8"
      ),
      (#"{"t":{"dtype":"F4","shape":[15],"data_offsets":[0,8]}}"#, "shape [15] in F4 takes 8 bytes"),
      (#"{"t":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}"#, "data_offsets [8, 0] are not where"),
      (#"{"t":{"dtype":"F32","shape":[2],"data_offsets":[-8,0]}}"#, "data_offsets [-8, 0] are not where"),
      (#"{"t":{"dtype":"F32","shape":[2],"data_offsets":[0,4,8]}}"#, "data_offsets [0, 4, 8] are not where"),
      (#"{"t":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}"#, "shape [-2] has a negative length"),
      (
        #"{"t":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,8]}}"#,
        "shape [4611686018427387904, 4] exceeds any memory"
      ),
      (#"{"t":{"dtype":"F32","shape":[1e30],"data_offsets":[0,8]}}"#, "malformed safetensors header: "),
      (#"{"t":{"dtype":"f32","shape":[2],"data_offsets":[0,8]}}"#, "tensor 't': unknown dtype f32"),
      (#"{"t":{"shape":[2],"data_offsets":[0,8]}}"#, "t: 'dtype' is missing"),
      (#"{"t":{"dtype":"F32","data_offsets":[0,8]}}"#, "t: 'shape' is missing"),
      (#"{"t":{"dtype":"F32","shape":[2]}}"#, "t: 'data_offsets' is missing"),
      (#"{"t":[]}"#, "malformed safetensors header: t: "),
      (#"{"__metadata__":{"a":1}}"#, "malformed safetensors header: __metadata__: a: "),
      (
        #"{"t":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"t":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}"#,
        "the key 't' occurs twice"
      ),
      (
        #"{"tt":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"t\u0074":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}"#,
        "the key 'tt' occurs twice"
      ),
      (#"{"t":{"dtype":"F32","shape":[9],"shape":[2],"data_offsets":[0,8]}}"#, "the key 'shape' occurs twice"),
      (#"{"t":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}"#, "malformed safetensors header: "),
      ("[]", "malformed safetensors header: not a JSON object"),
      ("", "malformed safetensors header: not a JSON object"),
      ("{\0}\0", "malformed safetensors header: not a JSON object"),
    ] as [(String, String?)])
  func headers(_ header: String, _ message: String?) throws {
    if let message {
      let found = try refusal(file(header, data: 8))
      #expect(found.contains(message), "\(found)")
    } else {
      _ = try Safetensors.decode(file(header, data: 8))
    }
  }

  @Test func lengthsThatNoHeaderHas() throws {
    let limit = "not a safetensors file: its header would take"
    #expect(try refusal(file("{}", length: 100_000_001)) == "\(limit) 100000001 bytes and the format allows 100000000")
    #expect(
      try refusal(file("{}", length: .max)) == "\(limit) 18446744073709551615 bytes and the format allows 100000000")
    #expect(
      try refusal(file("{}", length: 100_000_000)) == "truncated: the header takes 100000000 bytes and 2 are left")
    #expect(try refusal(file("{}", length: 3)) == "truncated: the header takes 3 bytes and 2 are left")
    #expect(try refusal(Data(count: 7)) == "truncated: the header's length takes 8 bytes and 7 are left")
    #expect(try refusal(Data()) == "truncated: the header's length takes 8 bytes and 0 are left")
  }

  @Test func textThatIsNotUTF8() throws {
    var bytes = file(#"{"t":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}"#, data: 8)
    bytes[10] = 0xFF
    #expect(try refusal(bytes).hasPrefix("malformed safetensors header: "))
  }

  @Test func filesThatAreNotThere() throws {
    let path = try folder.path("absent")
    #expect(throws: ArrayFileError(path: path, problem: .missing)) { try Safetensors.read(path) }
    let error = try #require(throws: ArrayFileError.self) {
      try Safetensors.write(TensorFile(tensors: []), to: "\(path)/net")
    }
    #expect("\(error)".hasPrefix("cannot write \(path)/net: "))
  }

  @Test func noTruncationIsTakenForAFile() throws {
    for group in ["float32", "float64", "metadata", "shapes", "mixed"] {
      let bytes = try #require(tensorFiles(group).first)
      for length in 0..<bytes.count {
        #expect(throws: ArrayFileError.Problem.self, "\(group) cut to \(length)") {
          try Safetensors.decode(bytes.prefix(length))
        }
      }
    }
  }

  /// Whatever a byte is changed to, the file is refused or read as tensors that fill it.
  @Test func noChangedByteEndsTheProgram() throws {
    let sound = try #require(tensorFiles("float32").first)
    for position in sound.indices {
      for byte in stride(from: UInt8.min, through: 254, by: position < 150 ? 1 : 64) {
        var bytes = sound
        bytes[position] = byte
        guard let file = try? Safetensors.decode(bytes) else { continue }
        #expect(Safetensors.encode(file).count <= bytes.count + 8, "byte \(position) = \(byte)")
      }
    }
  }
}
