// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import StudyModel

extension StudyFile {
  /// The study file at `path` with what the command line changes in it.
  ///
  /// - Throws: ``UnreadableInput``; `StudyError` when the file is no text.
  init(reading path: String, overrides: [String], trials: Int?) throws {
    let changes = overrides + (trials.map { ["trials={each: \($0)}"] } ?? [])
    do {
      try self.init(name: path, data: try Data(contentsOf: URL(filePath: path)), overrides: changes)
    } catch let error as CocoaError {
      throw UnreadableInput(path: path, reason: error.localizedDescription)
    }
  }
}
