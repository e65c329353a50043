// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import OwnMethods
import Reporting
import StudyModel

extension Study {
  /// The study in the file at `path`, with the hashes of the files that it names; its programs are there.
  ///
  /// - Throws: ``UnreadableInput``, `StudyError` or `MethodUnavailable`.
  init(reading path: String, overrides: [String], trials: Int?) async throws {
    try self.init(StudyFile(reading: path, overrides: overrides, trials: trials))
    for method in programs.values { try method.requireProgram() }
    source = try await source.fingerprinted(files)
  }
}

extension StudyFile {
  /// The study file at `path` with what the command line changes in it.
  ///
  /// - Throws: ``UnreadableInput``; `StudyError` when the file is no text.
  init(reading path: String, overrides: [String], trials: Int?) throws {
    let changes = overrides + (trials.map { ["trials={each: \($0)}"] } ?? [])
    let contents = try Self.contents(of: path, "a study", example: "Studies/quickstart.yaml")
    try self.init(name: path, data: contents, overrides: changes)
  }

  /// The file of an architecture at `path`.
  ///
  /// - Throws: as above.
  init(readingArchitecture path: String) throws {
    try self.init(name: path, data: try Self.contents(of: path, "an architecture", example: "lenet.yaml"))
  }

  private static func contents(
    of path: String, _ what: String, example: String
  ) throws(UnreadableInput) -> Data {
    guard let kind = try? FileManager.default.attributesOfItem(atPath: target(of: path))[.type] as? FileAttributeType
    else {
      throw UnreadableInput(path: path, reason: "there is no such file; name \(what), e.g. \(example)")
    }
    guard kind != .typeDirectory else {
      throw UnreadableInput(
        path: path,
        reason:
          "it is a folder; name \(what) file\(what == "a study" ? ", and a run folder for status, report or replay only" : "")",
        exitStatus: .badData)
    }
    // No more than a study may have: a device has no end.
    let read = try? FileHandle(forReadingFrom: URL(filePath: path)).read(upToCount: byteLimit + 1) ?? Data()
    guard let data = read else {
      throw UnreadableInput(path: path, reason: "the system does not let it be read; look at its permissions")
    }
    guard data.count <= byteLimit else {
      throw UnreadableInput(
        path: path, reason: "it is longer than \(byteLimit) bytes; \(what) is a short text in YAML",
        exitStatus: .badData)
    }
    return data
  }

  private static func target(of path: String) -> String { URL(filePath: path).resolvingSymlinksInPath().path }
}
