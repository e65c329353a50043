// SPDX-License-Identifier: GPL-3.0-or-later

extension Schema {
  /// A cell is its parameters, `[["depth", "3"], …]` in the order of the study.
  static let parameterCell = """
    CREATE TABLE parameter_cell (
      id INTEGER PRIMARY KEY,
      parameters TEXT NOT NULL UNIQUE CHECK (json_type(parameters) = 'array')
    ) STRICT;
    CREATE VIEW parameter AS
    SELECT parameter_cell.id AS cell_id, each.key + 1 AS position,
      json_extract(each.value, '$[0]') AS name, json_extract(each.value, '$[1]') AS value
    FROM parameter_cell, json_each(parameters) AS each;
    """

  static let measuredTrial = """
    CREATE TABLE measured_trial (
      id INTEGER PRIMARY KEY,
      cell_id INTEGER NOT NULL REFERENCES parameter_cell (id),
      number INTEGER NOT NULL CHECK (number >= 1),
      verdict TEXT NOT NULL CHECK (verdict IN ('success', 'failure', 'undecided', 'failed')),
      failure TEXT CHECK ((failure IS NOT NULL) = (verdict = 'failed')),
      seconds REAL CHECK (seconds >= 0),
      UNIQUE (cell_id, number)
    ) STRICT;
    """

  /// `item` numbers the part of the trial that was measured (a layer, say), 0 is the whole; a value that is not a
  /// number is null.
  static let measurement = """
    CREATE TABLE measurement (
      trial_id INTEGER NOT NULL REFERENCES measured_trial (id),
      item INTEGER NOT NULL CHECK (item >= 0),
      quantity TEXT NOT NULL CHECK (quantity <> ''),
      value REAL,
      PRIMARY KEY (trial_id, item, quantity)
    ) STRICT, WITHOUT ROWID;
    """
}
