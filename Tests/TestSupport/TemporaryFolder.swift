// SPDX-License-Identifier: GPL-3.0-or-later
public import Foundation

/// A folder of its own for each test, gone with it.
public final class TemporaryFolder: Sendable {
  /// The folder, which is removed with this value.
  public let url = FileManager.default.temporaryDirectory.appending(path: "trimlab-\(UUID().uuidString)")

  /// Makes the folder.
  public init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The path of a file or folder in here, written with `text` if there is any.
  public func path(_ name: String, _ text: String? = nil) throws -> String {
    let file = url.appending(path: name)
    if let text { try Data(text.utf8).write(to: file) }
    return file.path
  }

  /// The text of a file in the folder.
  public func read(_ name: String) throws -> String {
    try String(contentsOf: url.appending(path: name), encoding: .utf8)
  }

  /// Whether the folder has a file of that name.
  public func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: url.appending(path: name).path)
  }
}

/// A committed file or folder of reference values, `Tests/Fixtures/<name>`.
public func fixture(_ name: String) -> URL {
  URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Fixtures/\(name)").standardized
}
