// SPDX-License-Identifier: GPL-3.0-or-later
public import StudyModel

/// Why a run folder cannot be used.
public enum StoreError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The folder or its database cannot be created or written.
  case cannotWrite(path: String, reason: String)
  /// Another process is running a study in the folder.
  case inUse(path: String)
  /// The folder holds results without the database they came from.
  case notARunFolder(path: String, found: String)
  /// The database is damaged, or is not one of ours.
  case unreadable(path: String, reason: String)
  /// The database is laid out as an earlier or a later version of trimlab does.
  case otherVersion(path: String, isLater: Bool)
  /// The folder belongs to a study that this one does not extend.
  case studyChanged(path: String, changes: [SettingChange])

  /// There is no run in the folder.
  case noRun(path: String)
  /// Another program keeps the database locked.
  case locked(path: String)
  /// The folder holds another part of the study; nil is the whole.
  case otherShard(path: String, stored: Shard?, asked: Shard?)
  /// Two folders that are to be merged hold different studies.
  case otherStudy(path: String, than: String, changes: [SettingChange])
  /// A trial that two folders have in common is not the same in both.
  case trialDiffers(path: String, trial: String, columns: [String])

  /// In words, for messages.
  public var description: String {
    switch self {
    case .cannotWrite(let path, let reason):
      "cannot write \(path): \(reason); free it or choose another folder with --output"
    case .inUse(let path):
      "\(path) is in use by another run; wait for it to end or choose another folder with --output"
    case .notARunFolder(let path, let found):
      "\(path) holds \(found) but no trials.sqlite; choose another folder with --output"
    case .unreadable(let path, let reason):
      "cannot read \(path): \(reason); restore it from a copy, or run the study again into another folder"
    case .otherVersion(let path, let isLater):
      "\(path) was written by \(isLater ? "a later" : "an earlier") version of trimlab; open it with that version, or run the study again "
        + "into another folder with --output"
    case .studyChanged(let path, let changes):
      """
      \(path) holds another study; these settings differ (there → here):
      \(changes.map { "  \($0)" }.joined(separator: "\n"))
      Undo the change, or choose another folder with --output. Only more trials and more cells may be added.
      """
    case .noRun(let path):
      "\(path) holds no trials.sqlite; name the folder of a study that trimlab run has filled"
    case .locked(let path):
      "\(path) is locked by another program; close it and try again, nothing that was stored is lost"
    case .otherShard(let path, let stored, let asked):
      "\(path) holds \(stored.words), not \(asked.words); give every shard a folder of its own with --output"
    case .otherStudy(let path, let first, let changes):
      """
      \(path) holds another study than \(first); these settings differ (there → here):
      \(changes.map { "  \($0)" }.joined(separator: "\n"))
      Merge only folders of the same study.
      """
    case .trialDiffers(let path, let trial, let columns):
      """
      \(path) has trial \(trial) with another \(columns.joined(separator: ", ")) than was merged before it.
      One of the two was run by another version or on another machine; run `trimlab replay` on both, and leave one out.
      """
    }
  }
}

extension Shard? {
  fileprivate var words: String { map { "shard \($0)" } ?? "the whole study" }
}
