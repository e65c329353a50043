// SPDX-License-Identifier: GPL-3.0-or-later

/// Why an array file cannot be read or written.
public struct ArrayFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong with a file.
  public enum Problem: Error, Hashable, Sendable {
    /// There is no such file.
    case missing
    case unreadable(reason: String)
    /// The file is not of the format it was taken for.
    case notNPY
    case notIDX(reason: String)
    case notCSV(line: Int, reason: String)
    case unsupportedVersion(Int)
    case malformedHeader(String)
    /// The file ends within `part`.
    case truncated(part: String, expectedBytes: Int, foundBytes: Int)
    case trailingBytes(Int)
    case unsupportedType(String)
    case dimensions(shape: [Int])
    /// A safetensors header longer than any reader accepts.
    case headerTooLarge(bytes: UInt64, limit: Int)
    case malformedTensorHeader(String)
    /// A tensor whose entries are needed as numbers and are not F32 or F64.
    case unsupportedTensor(name: String, type: TensorType)
    case cannotWrite(reason: String)
  }

  /// The file's path.
  public let path: String
  /// What is wrong with it.
  public let problem: Problem

  /// The error that the file at `path` has this problem.
  public init(path: String, problem: Problem) {
    self.path = path
    self.problem = problem
  }

  /// In words, for messages.
  public var description: String {
    switch problem {
    case .cannotWrite(let reason): "cannot write \(path): \(reason)"
    default: "\(path): \(problem)"
    }
  }
}

extension ArrayFileError.Problem: CustomStringConvertible {
  /// What is wrong, without the file's name.
  public var description: String {
    switch self {
    case .missing: "no such file"
    case .unreadable(let reason), .cannotWrite(let reason): reason
    case .notNPY: "not an .npy file; write one with numpy.save"
    case .notIDX(let reason): "not an IDX file: \(reason)"
    case .notCSV(let line, let reason): "line \(line): \(reason)"
    case .unsupportedVersion(let version): ".npy format version \(version); versions 1, 2 and 3 can be read"
    case .malformedHeader(let reason): "malformed .npy header: \(reason)"
    case .truncated(let part, let expected, let found):
      "truncated: the \(part) takes \(expected) bytes and \(found) are left"
    case .trailingBytes(let count): "\(count) bytes follow the array; save one array a file"
    case .unsupportedType(let type):
      "dtype \(type) is not supported; '<f4', '>f4', '<f8' and '>f8' are: save a.astype('<f8') instead"
    case .dimensions(let shape):
      "\(shape.count)-dimensional, of shape (\(shape.map(String.init).joined(separator: ", "))); "
        + "reshape to one or two dimensions"
    case .headerTooLarge(let bytes, let limit):
      "not a safetensors file: its header would take \(bytes) bytes and the format allows \(limit)"
    case .malformedTensorHeader(let reason): "malformed safetensors header: \(reason)"
    case .unsupportedTensor(let name, let type):
      "tensor '\(name)' is \(type.rawValue); F32 and F64 can be read: in PyTorch, "
        + "save {k: v.float() for k, v in model.state_dict().items()} instead"
    }
  }
}
