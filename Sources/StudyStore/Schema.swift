// SPDX-License-Identifier: GPL-3.0-or-later
import GRDB

/// The tables of `trials.sqlite`: the database itself refuses a row that cannot be true.
///
/// A released migration is never edited; a later version adds another.
enum Schema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("recovery studies") { database in
      try database.execute(sql: study + session + cell + trial + log)
    }
    migrator.registerMigration("studies of named parameters") { database in
      try database.execute(sql: parameterCell + measuredTrial + measurement)
    }
    migrator.registerMigration("shards and decisions") { database in
      try database.execute(sql: sessionRun + shard + policy + decision)
    }
    return migrator
  }

  /// The one study of the folder: its file and the command line's overrides, from which it can be decoded again.
  private static let study = """
    CREATE TABLE study (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      name TEXT NOT NULL,
      claim TEXT NOT NULL,
      seed TEXT NOT NULL,
      file TEXT NOT NULL,
      text TEXT NOT NULL,
      overrides TEXT NOT NULL CHECK (json_type(overrides) = 'array')
    ) STRICT;
    """

  /// The runs that filled the folder; `ended` stays null where a run was killed.
  private static let session = """
    CREATE TABLE session (
      id INTEGER PRIMARY KEY,
      started TEXT NOT NULL,
      ended TEXT,
      workers INTEGER NOT NULL CHECK (workers >= 1),
      trials INTEGER NOT NULL DEFAULT 0 CHECK (trials >= 0),
      seconds REAL NOT NULL DEFAULT 0 CHECK (seconds >= 0)
    ) STRICT;
    """

  private static let cell = """
    CREATE TABLE cell (
      id INTEGER PRIMARY KEY,
      dimension INTEGER NOT NULL CHECK (dimension >= 1),
      sparsity INTEGER NOT NULL CHECK (sparsity BETWEEN 1 AND dimension),
      samples INTEGER NOT NULL CHECK (samples >= 1),
      inputs TEXT NOT NULL,
      weights TEXT NOT NULL,
      UNIQUE (dimension, sparsity, samples, inputs, weights)
    ) STRICT;
    """

  /// A trial's stream is keyed by the seed, its cell and its number.
  private static let trial = """
    CREATE TABLE trial (
      id INTEGER PRIMARY KEY,
      cell_id INTEGER NOT NULL REFERENCES cell (id),
      number INTEGER NOT NULL CHECK (number >= 1),
      verdict TEXT NOT NULL CHECK (verdict IN ('recovered', 'not-recovered', 'undecided', 'failed')),
      failure TEXT CHECK ((failure IS NOT NULL) = (verdict = 'failed')),
      active_samples INTEGER CHECK (active_samples >= 0),
      error REAL CHECK (error >= 0),
      planted_norm REAL CHECK (planted_norm >= 0),
      recovered_norm REAL CHECK (recovered_norm >= 0),
      gap REAL,
      margin REAL,
      iterations INTEGER CHECK (iterations >= 0),
      method TEXT CHECK ((method IS NULL) = (verdict = 'failed')),
      seconds REAL CHECK (seconds >= 0),
      UNIQUE (cell_id, number)
    ) STRICT;
    """

  /// Trials with their parameters and stream key, for whoever opens the file with another tool.
  private static let log = """
    CREATE VIEW trial_log AS
    SELECT trial.id AS trial, 'seed=' || seed || ' N=' || dimension || ' s=' || sparsity || ' P=' || samples ||
      ' inputs=' || inputs || ' weights=' || weights || ' trial=' || number AS stream_key,
      dimension, sparsity, samples, inputs, weights, number, verdict, failure, active_samples, error, planted_norm,
      recovered_norm, gap, margin, iterations, method, seconds
    FROM trial JOIN cell ON cell.id = cell_id CROSS JOIN study;
    """
}
