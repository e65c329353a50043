// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// A request on its way: its line, X and Y, in this order.
struct Outgoing {
  private let parts: [[UInt8]]
  private let inputs, responses: [Double]
  private var part = 0, offset = 0

  init(_ request: MethodRequest) {
    parts = [Array(request.line.utf8)]
    (inputs, responses) = (request.inputs, request.responses)
  }

  var isEmpty: Bool { part == 3 }

  /// Writes as much as the pipe takes; false where nobody reads any more.
  mutating func write(to descriptor: CInt) -> Bool {
    while !isEmpty {
      let written = withBytes { bytes in
        Foundation.write(descriptor, bytes.baseAddress.map { $0 + offset }, bytes.count - offset)
      }
      if written < 0 { return errno == EAGAIN || errno == EINTR }
      offset += written
      if offset == withBytes(\.count) { (part, offset) = (part + 1, 0) }
    }
    return true
  }

  private func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    switch part {
    case 0: parts[0].withUnsafeBytes(body)
    case 1: inputs.withUnsafeBytes(body)
    default: responses.withUnsafeBytes(body)
    }
  }
}
