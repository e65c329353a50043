// SPDX-License-Identifier: GPL-3.0-or-later
public import Foundation
import GRDB
public import StudyModel

/// A run folder opened for reading: no lock is taken and nothing is written, so that a run may go on in it and the disk
/// may be read-only.
public struct StoredRun: Sendable {
  /// Where the run is stored.
  public let folder: URL
  /// The study as the last run of the folder had it.
  public let study: Study
  /// The part of the study that the folder is for; nil for the whole.
  public let shard: Shard?
  /// Whether a run is going on in it.
  public let isInUse: Bool
  let database: DatabaseQueue

  /// - Throws: ``StoreError``; `StudyError` when the stored text is no study of this version.
  public init(_ folder: URL) throws {
    self.folder = folder
    isInUse = FolderLock.isHeld(folder)
    let database = try RunFolder.openForReading(folder)
    let (study, shard) = try translating(RunFolder.database(in: folder)) {
      try database.read { (try $0.storedStudy(), try $0.storedShard()) }
    }
    guard let study else { throw StoreError.noRun(path: folder.path) }
    (self.study, self.shard, self.database) = (study, shard, database)
  }
}
