// SPDX-License-Identifier: GPL-3.0-or-later
import ArrayFiles
import Foundation
import TestSupport
import Testing

/// Files that are not what they should be: each is refused with a reason, and none can end the program.
@Suite struct NPYErrorTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The message with which `bytes` are refused, without the path.
  private func refusal(_ bytes: Data) throws -> String {
    let path = try folder.path("a.npy")
    try bytes.write(to: URL(filePath: path))
    let error = try #require(throws: ArrayFileError.self) { try NPY.read(path) }
    #expect(error.path == path)
    return String("\(error)".trimmingPrefix("\(path): "))
  }

  /// A version 1 file with this header, and a number of zero bytes after it.
  private func file(_ header: String, entries: Int = 0, version: UInt8 = 1) -> Data {
    let length = UInt16(header.utf8.count)
    let preamble = [0x93] + Array("NUMPY".utf8) + [version, 0, UInt8(length & 0xFF), UInt8(length >> 8)]
    return Data(preamble + header.utf8) + Data(count: entries)
  }

  @Test func otherTypes() throws {
    let files = try NumPyFile.all("dtype")
    #expect(files.count == 7)
    for file in files {
      let name = file.type.hasPrefix("|V") ? "with named fields" : file.type
      #expect(
        try refusal(file.bytes)
          == "dtype \(name) is not supported; '<f4', '>f4', '<f8' and '>f8' are: save a.astype('<f8') instead")
    }
  }

  @Test func otherDimensions() throws {
    let messages = try NumPyFile.all("dimensions").map { try refusal($0.bytes) }
    #expect(
      messages == [
        "0-dimensional, of shape (); reshape to one or two dimensions",
        "3-dimensional, of shape (2, 2, 2); reshape to one or two dimensions",
      ])
  }

  @Test(
    arguments: [
      ("{'descr': '<f8', 'fortran_order': False, 'shape': (2,)}", 16, nil),
      (#"{"shape":(2,1),"fortran_order":True,"descr":"<f8"}"#, 16, nil),
      (
        "{'descr': '<f8', 'fortran_order': False, 'shape': (2,)}", 15,
        "truncated: the array of shape [2] takes 16 bytes and 15 are left"
      ),
      (
        "{'descr': '<f8', 'fortran_order': False, 'shape': (2,)}", 24, "8 bytes follow the array; save one array a file"
      ),
      (
        "{'descr': '<f8', 'fortran_order': False, 'shape': (-2,)}", 0,
        "expected a length from 0 to 9223372036854775807, found '-2,)}' at character 51"
      ),
      ("{'descr': '<f8', 'fortran_order': False, 'shape': (9223372036854775808,)}", 0, "expected a length from 0 to"),
      ("{'descr': '<f8', 'fortran_order': False, 'shape': (4611686018427387904, 4)}", 0, "exceeds any memory"),
      ("{'descr': '<f8', 'fortran_order': False, 'shape': (4611686018427387904,)}", 0, "exceeds any memory"),
      (
        "{'descr': '<f8', 'fortran_order': False, 'shape': (1152921504606846975,)}", 0,
        "takes 9223372036854775800 bytes and 0 are left"
      ),
      ("{'descr': '<f8', 'fortran_order': True, 'shape': (9223372036854775807, 0)}", 0, nil),
      ("{'descr': '<f8', 'fortran_order': False, 'shape': 2}", 0, "expected '(', found '2}' at character 50"),
      ("{'descr': '<f8', 'fortran_order': 0, 'shape': (2,)}", 0, "expected True or False, found '0,"),
      ("{'descr': '<f8', 'fortran_order': False}", 0, "'shape' is missing"),
      ("{'fortran_order': False, 'shape': (2,)}", 0, "'descr' is missing"),
      ("{'descr': '<f8', 'shape': (2,)}", 0, "'fortran_order' is missing"),
      ("{'descr': '<f8', 'order': False, 'shape': (2,)}", 0, "unknown key 'order'"),
      ("{'descr': '<f8, 'fortran_order': False, 'shape': (2,)}", 0, "malformed .npy header"),
      ("{'descr': '<f8", 0, "expected ''', found the end at character 14"),
      ("{'descr': '<f8', 'fortran_order': False, 'shape': (2,)} x", 0, "expected nothing more, found 'x'"),
      ("", 0, "expected '{', found the end at character 0"),
    ] as [(String, Int, String?)])
  func headers(_ header: String, _ entries: Int, _ message: String?) throws {
    if let message {
      let found = try refusal(file(header, entries: entries))
      #expect(found.contains(message))
    } else {
      _ = try NPY.decode(file(header, entries: entries))
    }
  }

  @Test func filesOfOtherKinds() throws {
    #expect(try refusal(Data("1,2,3\n".utf8)) == "not an .npy file; write one with numpy.save")
    #expect(try refusal(file("", version: 4)) == ".npy format version 4; versions 1, 2 and 3 can be read")
    #expect(try refusal(Data()) == "truncated: the magic string takes 6 bytes and 0 are left")
    let endless = Data([0x93] + Array("NUMPY".utf8) + [2, 0, 0xFF, 0xFF, 0xFF, 0xFF])
    #expect(try refusal(endless) == "truncated: the header takes 4294967295 bytes and 0 are left")
  }

  @Test func filesThatAreNotThere() throws {
    let path = try folder.path("absent.npy")
    #expect(throws: ArrayFileError(path: path, problem: .missing)) { try NPY.read(path) }
    let error = try #require(throws: ArrayFileError.self) { try NPY.read(folder.url.path) }
    guard case .unreadable = error.problem else {
      Issue.record("a folder: \(error)")
      return
    }
  }

  @Test(arguments: ["absent/u.npy", "file/u.npy", "folder"])
  func placesThatCannotBeWritten(name: String) throws {
    try Data().write(to: folder.url.appending(path: "file"))
    try FileManager.default.createDirectory(at: folder.url.appending(path: "folder"), withIntermediateDirectories: true)
    let path = try folder.path(name)
    let error = try #require(throws: ArrayFileError.self) {
      try NPY.write(NumericArray(shape: [1], elements: [1]), to: path)
    }
    #expect("\(error)".hasPrefix("cannot write \(path): "))
  }

  @Test func noTruncationIsTakenForAFile() throws {
    for file in try NumPyFile.all("values") where !file.values.isEmpty {
      for length in 0..<file.bytes.count {
        #expect(throws: ArrayFileError.Problem.self, "\(file) cut to \(length)") {
          try NPY.decode(file.bytes.prefix(length))
        }
      }
    }
  }

  /// Whatever a byte is changed to, the file is refused or read as an array of the size that it now says.
  @Test func noChangedByteEndsTheProgram() throws {
    let changed = try NumPyFile.all("values").filter { $0.order == "F" && $0.type == "<f8" }
    #expect(changed.map(\.version) == [1, 2, 3])
    for file in changed {
      var read = 0
      for position in file.bytes.indices {
        for byte in UInt8.min...UInt8.max {
          var bytes = file.bytes
          bytes[position] = byte
          guard let array = try? NPY.decode(bytes) else { continue }
          read += 1
          #expect(array.elements.count == array.shape.reduce(1, *), "\(file), byte \(position) = \(byte)")
        }
      }
      // At least every value of every byte of the entries.
      #expect(read >= file.values.count * 8 * 256, "\(file)")
    }
  }
}
