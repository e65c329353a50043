// SPDX-License-Identifier: GPL-3.0-or-later
package import Foundation

/// Refuses a path that `write` could not write to, so that a command can fail before the work rather than after it.
///
/// - `replacing`: Whether a file that is there may be replaced; folders, devices and pipes never are.
/// - Throws: `ArrayFileError` saying what is in the way.
public func requireWritable(_ path: String, replacing: Bool) throws(ArrayFileError) {
  func refusal(_ reason: String) -> ArrayFileError { ArrayFileError(path: path, problem: .cannotWrite(reason: reason)) }
  let file = URL(filePath: path).resolvingSymlinksInPath()
  if let attributes = try? FileManager.default.attributesOfItem(atPath: file.path) {
    guard attributes[.type] as? FileAttributeType == .typeRegular else { throw refusal("not a regular file") }
    guard replacing else { throw refusal("the file exists; --force replaces it") }
  }
  let folder = file.deletingLastPathComponent().path
  guard FileManager.default.isWritableFile(atPath: folder) else {
    throw refusal("\(folder) is not a folder that can be written to")
  }
}

extension Data {
  /// The bytes of a file or pipe.
  init(contentsOfFile path: String) throws(ArrayFileError) {
    do {
      self = try FileHandle(forReadingFrom: URL(filePath: path)).readToEnd() ?? Data()
    } catch CocoaError.fileReadNoSuchFile, CocoaError.fileNoSuchFile {
      throw ArrayFileError(path: path, problem: .missing)
    } catch {
      throw ArrayFileError(path: path, problem: .unreadable(reason: error.systemMessage))
    }
  }

  /// Writes the whole file or nothing; what a symbolic link points to is written, not the link.
  package func write(toFile path: String) throws(ArrayFileError) {
    try requireWritable(path, replacing: true)
    do {
      try write(to: URL(filePath: path).resolvingSymlinksInPath(), options: .atomic)
    } catch {
      throw ArrayFileError(path: path, problem: .cannotWrite(reason: error.systemMessage))
    }
  }
}

extension Error {
  /// What the operating system said, which Foundation's own message may hide.
  fileprivate var systemMessage: String {
    let underlying = (self as NSError).userInfo[NSUnderlyingErrorKey] as? any Error
    let cause = (underlying ?? self) as NSError
    return cause.domain == NSPOSIXErrorDomain ? String(cString: strerror(Int32(cause.code))) : localizedDescription
  }
}
