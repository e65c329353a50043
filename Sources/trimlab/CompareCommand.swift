// SPDX-License-Identifier: GPL-3.0-or-later
import Answers
import ArgumentParser
import Foundation
import Reporting
import StudyModel
import StudyStore

struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Lays the success curves of several runs over each other.",
    discussion: """
      Every curve is compared with the first of its N and s, in the order of the folders: the ratio of the numbers of samples at 50 % success \
      with its interval, and a test of equal success, paired where both runs have the same draws (same seed, N, s, P, inputs and weights).

      Example:
        trimlab compare results/l1 results/omp --output results/l1-omp
        trimlab compare results/own-methods --output results/methods
      """)

  @Argument(
    help: "Run folders of studies of recovery; one will do where it has several conditions.", completion: .directory)
  var folders: [String]

  @Option(help: "Where to write pairs.csv, figures and comparison.html.", completion: .directory)
  var output: String

  @Flag(help: "Print a JSON document instead of a table.")
  var json = false

  func validate() throws {
    if folders.isEmpty {
      throw ValidationError("expected a run folder, e.g. trimlab compare results/l1 results/omp --output DIR")
    }
  }

  func run() async throws {
    let target = URL(filePath: output, directoryHint: .isDirectory)
    guard !FileManager.default.fileExists(atPath: target.appending(path: "trials.sqlite").path) else {
      throw ValidationError("--output \(output): it is a run folder; choose another")
    }
    let comparison = try RecoveryComparison(try runs())
    if let missing = try await comparison.write(into: target) { Terminal.complain("warning: no figure: \(missing)") }
    print(json ? try printedJSON(Pairs(comparison)) : text(comparison))
  }

  /// The runs by the names of their studies, or of their folders where two studies have one name.
  private func runs() throws -> [RecoveryComparison.Run] {
    let runs = try folders.map { try StoredRun(URL(filePath: $0, directoryHint: .isDirectory)) }
    let names = Set(runs.map(\.study.name)).count == runs.count ? runs.map(\.study.name) : folders
    return try zip(names, runs).map { name, run in
      RecoveryComparison.Run(
        name: name, study: run.study, trials: try TrialStore(reading: run).trials(of: run.study.grid))
    }
  }

  private func text(_ comparison: RecoveryComparison) -> String {
    """
    \(comparison.table.text)
    Ratios are of P50, second over first. p is of equal success (Holm over all pairs):
    exact on shared draws, of which "only 2nd/1st" counts those with one success.
    Comparison: \(output)
    """
  }
}

extension ComparisonError: ExitCoded {
  var exitStatus: ExitStatus { .badData }
}

/// The rows of `pairs.csv` as a JSON document.
private struct Pairs: Encodable {
  let pairs: [[String: Field]]

  init(_ comparison: RecoveryComparison) {
    let table = comparison.pairsTable
    pairs = table.rows.map { row in
      Dictionary(uniqueKeysWithValues: zip(table.columns.map(\.name), row.map(Field.init)))
    }
  }

  struct Field: Encodable {
    let value: (any CSVValue)?

    init(_ value: (any CSVValue)?) { self.value = value }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch value {
      case let number as Int: try container.encode(number)
      case let number as Double: try container.encode(number)
      case let text as String: try container.encode(text)
      default: try container.encodeNil()
      }
    }
  }
}
