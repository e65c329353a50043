// SPDX-License-Identifier: GPL-3.0-or-later
import ArrayFiles
public import Foundation
public import StudyModel
public import StudyStore

/// What it takes to know where results came from: `manifest.json`.
public struct Manifest: Codable, Sendable {
  /// The study as it was run.
  public struct Study: Codable, Sendable {
    /// As the file has it.
    public let name: String
    /// Name of the study file, without its folder: results are compared across machines.
    public let file: String
    /// Of the study file.
    public let text: String
    /// SHA-256 of `text`.
    public let sha256: String?
    /// What the command line changed.
    public let overrides: [String]
    /// All settings, defaults filled in.
    public let settings: [String: String]
    /// SHA-256 of the files that the study names, by their paths; absent where it names none.
    public let files: [String: String]?
  }

  /// The state of the program's source; absent where it does not run from its repository.
  public struct Revision: Codable, Sendable {
    /// Its hash.
    public let commit: String
    /// Whether files differed from the commit.
    public let dirty: Bool
  }

  /// Where it ran.
  public struct Machine: Codable, Sendable {
    public let cpu, system: String
    /// Cores of the processor.
    public let cores: Int
  }

  /// What was run.
  public let study: Study
  /// The state of the program's source; nil where it does not run from its repository.
  public let revision: Revision?
  /// Of the libraries, by their names.
  public let versions: [String: String]
  /// Where it ran.
  public let machine: Machine
  public let workers, trials, sessions: Int
  /// The first session's beginning.
  public let started: Date
  /// The last session's end; nil where it was killed.
  public let ended: Date?
  /// By the clock, of all sessions.
  public let seconds: Double
}

extension Manifest {
  /// - `versions`: of the program and the libraries it computes with, by name.
  public init(
    study: StudyModel.Study, versions: [String: String], workers: Int, trials: Int, sessions: SessionSummary
  ) async {
    self.study = Study(
      name: study.name, file: URL(filePath: study.source.name).lastPathComponent, text: study.source.text,
      sha256: await Provenance.sha256(study.source.text), overrides: study.source.overrides,
      settings: Dictionary(uniqueKeysWithValues: study.settings),
      files: study.source.files.flatMap { $0.isEmpty ? nil : $0 })
    revision = await Provenance.revision()
    self.versions = versions
    machine = Machine(
      cpu: await Provenance.cpu(), system: ProcessInfo.processInfo.operatingSystemVersionString,
      cores: ProcessInfo.processInfo.processorCount)
    self.workers = workers
    self.trials = trials
    self.sessions = sessions.sessions
    started = sessions.started
    ended = sessions.ended
    seconds = sessions.seconds
  }

  var json: String { get throws { try jsonDocument(keys: .convertToSnakeCase) } }
}
