// SPDX-License-Identifier: GPL-3.0-or-later
import CChildProcess
import Foundation

/// A pipe whose ends are closed with it.
final class MethodPipe {
  private(set) var reading: CInt = -1
  private(set) var writing: CInt = -1

  init(_ method: OwnMethod) throws {
    let error = make_pipe(&reading, &writing)
    guard error == 0 else { throw MethodUnavailable(method, String(cString: strerror(error))) }
  }

  deinit {
    closeReading()
    closeWriting()
  }

  func closeReading() {
    if reading >= 0 { close(reading) }
    reading = -1
  }

  func closeWriting() {
    if writing >= 0 { close(writing) }
    writing = -1
  }
}

/// The last lines of what a process says on its standard error.
struct ErrorTail {
  private var bytes: [UInt8] = []
  private static let most = 800

  mutating func add(_ more: ArraySlice<UInt8>) {
    bytes += more
    if bytes.count > 2 * Self.most { bytes.removeFirst(bytes.count - Self.most) }
  }

  var text: String {
    let lines = String(decoding: bytes.suffix(Self.most), as: UTF8.self).split(whereSeparator: \.isNewline)
    return lines.suffix(4).joined(separator: " | ")
  }
}
