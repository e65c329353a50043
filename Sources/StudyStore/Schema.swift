// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments
import GRDB

/// The tables of `trials.sqlite`: the database itself refuses a row that cannot be true.
enum Schema {
  /// SQLite's `user_version` of the file. Other layouts are refused.
  static let version = 4

  static func create(_ database: Database, _ table: TrialTable) throws {
    try database.execute(sql: study + session + shard + policy + decision + table.schema)
    try database.execute(sql: "PRAGMA user_version = \(version)")
  }

  /// nil of a file without tables.
  static func version(of database: Database) throws -> Int? {
    guard try database.tableExists("study") else { return nil }
    // Earlier layouts were told by the migrations that had made them.
    return try Int.fetchOne(database, sql: "PRAGMA user_version")
  }

  /// The one study of the folder: its file, the command line's overrides and the hashes of other files that it names, from which it can be
  /// decoded again.
  private static let study = """
    CREATE TABLE study (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      name TEXT NOT NULL,
      claim TEXT NOT NULL,
      seed TEXT NOT NULL,
      file TEXT NOT NULL,
      text TEXT NOT NULL,
      overrides TEXT NOT NULL CHECK (json_type(overrides) = 'array'),
      files TEXT NOT NULL CHECK (json_type(files) = 'object')
    ) STRICT;
    """

  /// The runs that filled the folder, told from those of other folders, which merging brings together, by `run`; `ended` stays null where
  /// a run was killed.
  private static let session = """
    CREATE TABLE session (
      id INTEGER PRIMARY KEY,
      started TEXT NOT NULL,
      ended TEXT,
      workers INTEGER NOT NULL CHECK (workers >= 1),
      trials INTEGER NOT NULL DEFAULT 0 CHECK (trials >= 0),
      seconds REAL NOT NULL DEFAULT 0 CHECK (seconds >= 0),
      run TEXT NOT NULL UNIQUE
    ) STRICT;
    """

  /// The part of the study that the folder holds; no row where it is the whole.
  private static let shard = """
    CREATE TABLE shard (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      number INTEGER NOT NULL CHECK (number BETWEEN 1 AND count),
      count INTEGER NOT NULL
    ) STRICT;
    """

  /// How an adaptive study decides; no row in any other.
  private static let policy = """
    CREATE TABLE policy (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      probabilities TEXT NOT NULL CHECK (json_type(probabilities) = 'array'),
      half_width REAL NOT NULL CHECK (half_width > 0),
      confidence REAL NOT NULL CHECK (confidence > 0 AND confidence < 1),
      at_most INTEGER NOT NULL CHECK (at_most >= 1)
    ) STRICT;
    """

  /// What was decided for a success curve after each stage: what was seen, what it said, what was asked for next.
  private static let decision = """
    CREATE TABLE decision (
      id INTEGER PRIMARY KEY,
      curve TEXT NOT NULL,
      stage INTEGER NOT NULL CHECK (stage >= 0),
      phase TEXT NOT NULL CHECK (phase IN ('bracket', 'sample', 'reached', 'at-most', 'one-sided')),
      trials INTEGER NOT NULL CHECK (trials >= 0),
      seen TEXT NOT NULL CHECK (json_type(seen) = 'array'),
      estimates TEXT NOT NULL CHECK (json_type(estimates) = 'array'),
      requests TEXT NOT NULL CHECK (json_type(requests) = 'array'),
      UNIQUE (curve, stage)
    ) STRICT;
    """
}
