// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// The input that is being read, in memory that is a file: it outlives the process that it ends.
struct CurrentCase {
  private let memory: UnsafeMutableRawPointer
  private static let headerSize = 24

  /// - Throws: the system's error when the file cannot be made.
  init(file: URL) throws {
    let size = Self.headerSize + Mutation.sizeLimit
    let descriptor = open(file.path, O_RDWR | O_CREAT | O_TRUNC, 0o644)
    defer { close(descriptor) }
    guard descriptor >= 0, ftruncate(descriptor, off_t(size)) == 0,
      let memory = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0), memory != MAP_FAILED
    else { throw POSIXError(.EIO) }
    self.memory = memory
  }

  /// - `accepted`: how many cases before it were read.
  func note(_ number: Int, _ input: [UInt8], accepted: Int) {
    memory.storeBytes(of: number, as: Int.self)
    memory.storeBytes(of: input.count, toByteOffset: 8, as: Int.self)
    memory.storeBytes(of: accepted, toByteOffset: 16, as: Int.self)
    UnsafeMutableRawBufferPointer(start: memory + Self.headerSize, count: input.count).copyBytes(from: input)
  }

  /// What was noted last in `file`.
  static func read(_ file: URL) throws -> (number: Int, input: Data, accepted: Int) {
    let bytes = try Data(contentsOf: file)
    let header = bytes.withUnsafeBytes { bytes in (0..<3).map { bytes.load(fromByteOffset: 8 * $0, as: Int.self) } }
    return (header[0], bytes.dropFirst(headerSize).prefix(header[1]), header[2])
  }
}
