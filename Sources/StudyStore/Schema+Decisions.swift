// SPDX-License-Identifier: GPL-3.0-or-later

extension Schema {
  /// `run` tells a session from those of other folders, which merging brings together.
  static let sessionRun = """
    ALTER TABLE session ADD COLUMN run TEXT;
    UPDATE session SET run = lower(hex(randomblob(16)));
    CREATE UNIQUE INDEX session_run ON session (run);
    """

  /// The part of the study that the folder holds; no row where it is the whole.
  static let shard = """
    CREATE TABLE shard (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      number INTEGER NOT NULL CHECK (number BETWEEN 1 AND count),
      count INTEGER NOT NULL
    ) STRICT;
    """

  /// How an adaptive study decides; no row in any other.
  static let policy = """
    CREATE TABLE policy (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      probabilities TEXT NOT NULL CHECK (json_type(probabilities) = 'array'),
      half_width REAL NOT NULL CHECK (half_width > 0),
      confidence REAL NOT NULL CHECK (confidence > 0 AND confidence < 1),
      at_most INTEGER NOT NULL CHECK (at_most >= 1)
    ) STRICT;
    """

  /// What was decided for a success curve after each stage: what was seen, what it said, what was asked for next.
  static let decision = """
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
