// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// The JSON that a safetensors file begins with, e.g. `{"b":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}`.
struct SafetensorsHeader {
  /// Where a tensor lies.
  struct Entry {
    let name: String
    let type: TensorType
    let shape: [Int]
    /// First byte in the data, and the one after the last.
    let begin, end: Int

    var byteCount: Int { end - begin }
  }

  /// In the order of their data, which they fill without gap or overlap.
  let entries: [Entry]
  let metadata: [String: String]?

  init(json: Data) throws(ArrayFileError.Problem) {
    // Otherwise Foundation would take the text for UTF-16.
    guard json.first == UInt8(ascii: "{") && !json.contains(0) else {
      throw .malformedTensorHeader("not a JSON object")
    }
    let content: Content
    do {
      content = try JSONDecoder().decode(Content.self, from: json)
    } catch {
      throw .malformedTensorHeader(error.reason)
    }
    if let key = firstRepeatedKey(inJSON: json) { throw .malformedTensorHeader("the key '\(key)' occurs twice") }
    var entries: [Entry] = []
    for (name, record) in content.records { entries.append(try Entry(name: name, record)) }
    entries.sort { ($0.begin, $0.end, $0.name) < ($1.begin, $1.end, $1.name) }
    try Self.requireContiguous(entries)
    (self.entries, metadata) = (entries, content.metadata)
  }

  private static func requireContiguous(_ entries: [Entry]) throws(ArrayFileError.Problem) {
    var end = 0
    for entry in entries {
      guard entry.begin == end else {
        throw .malformedTensorHeader(
          "tensor '\(entry.name)' begins at byte \(entry.begin) of the data where \(end) is expected: "
            + "tensors follow each other without gap or overlap")
      }
      end = entry.end
    }
  }

  /// The header of `file`, compact, the metadata first.
  static func json(of file: TensorFile) -> String {
    var begin = 0
    var members = file.metadata.map { ["\"__metadata__\":\(quoted($0))"] } ?? []
    for tensor in file.tensors {
      let end = begin + tensor.bytes.count
      let shape = tensor.shape.map(String.init).joined(separator: ",")
      members.append(
        "\(quoted(tensor.name)):{\"dtype\":\"\(tensor.type.rawValue)\",\"shape\":[\(shape)],\"data_offsets\":[\(begin),\(end)]}"
      )
      begin = end
    }
    return "{\(members.joined(separator: ","))}"
  }

  private static func quoted(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let json = try? encoder.encode(value) else { preconditionFailure("strings have a JSON form") }
    return String(decoding: json, as: UTF8.self)
  }
}

/// The header as its JSON says it.
private struct Content: Decodable {
  struct Record: Decodable {
    let dtype: String
    let shape: [Int]
    let data_offsets: [Int]
  }

  struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  var records: [(name: String, Record)] = []
  var metadata: [String: String]?

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    for key in container.allKeys {
      if key.stringValue == "__metadata__" {
        metadata = try container.decode([String: String].self, forKey: key)
      } else {
        records.append((key.stringValue, try container.decode(Record.self, forKey: key)))
      }
    }
  }
}

extension SafetensorsHeader.Entry {
  fileprivate init(name: String, _ record: Content.Record) throws(ArrayFileError.Problem) {
    func refusal(_ reason: String) -> ArrayFileError.Problem { .malformedTensorHeader("tensor '\(name)': \(reason)") }
    guard let type = TensorType(rawValue: record.dtype) else { throw refusal("unknown dtype \(record.dtype)") }
    guard record.shape.allSatisfy({ $0 >= 0 }) else { throw refusal("shape \(record.shape) has a negative length") }
    let offsets = record.data_offsets
    guard offsets.count == 2, offsets[0] >= 0, offsets[0] <= offsets[1] else {
      throw refusal("data_offsets \(offsets) are not where data begins and ends")
    }
    guard let bits = product(record.shape + [type.bitCount]) else {
      throw refusal("shape \(record.shape) exceeds any memory")
    }
    guard bits.isMultiple(of: 8) && bits / 8 == offsets[1] - offsets[0] else {
      throw refusal(
        "shape \(record.shape) in \(record.dtype) takes \((bits + 7) / 8) bytes, its data_offsets span \(offsets[1] - offsets[0])"
      )
    }
    self.init(name: name, type: type, shape: record.shape, begin: offsets[0], end: offsets[1])
  }
}

/// nil where it overflows.
private func product(_ factors: [Int]) -> Int? {
  factors.reduce(1) { product, factor in
    guard let (value, overflow) = product?.multipliedReportingOverflow(by: factor) else { return nil }
    return overflow ? nil : value
  }
}

extension Error {
  /// What a decoder complained about, and where.
  fileprivate var reason: String {
    switch self as? DecodingError {
    case .keyNotFound(let key, let context): "\(context.place)'\(key.stringValue)' is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
      "\(context.place)\(context.debugDescription)"
    default: localizedDescription
    }
  }
}

extension DecodingError.Context {
  fileprivate var place: String {
    codingPath.isEmpty ? "" : codingPath.map(\.stringValue).joined(separator: ": ") + ": "
  }
}
