// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import Foundation
import Subprocess

/// Spoils files and has them read, until one ends the reader.
@main
struct Fuzz: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    subcommands: [Search.self, Worker.self], defaultSubcommand: Search.self)
}

struct Search: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Mutated files through every reader: each must be read or refused, and quickly, in less than 2 GB.",
    discussion: """
      A case is its reader, the seed and a number; the same three make the same bytes. What ends a reader is kept in \
      --keep under these three, and the exit code is 1.

      Example: fuzz --seconds 60
      Case 1234 of the reader npy alone: fuzz --reader npy --first 1234 --cases 1
      """)

  @Option(help: "Seconds in all, shared equally by the readers.")
  var seconds = 60.0

  @Option(help: "Cases a reader, whatever time they take, in place of --seconds.")
  var cases: Int?

  @Option(help: "Number of the first case of each reader.")
  var first = 0

  @Option(help: "Another seed makes other cases.")
  var seed: UInt64 = 1

  @Option(help: "Only this reader; may be repeated.")
  var reader: [String] = []

  @Option(help: "Folder for inputs that end a reader.")
  var keep = ".build/fuzz"

  func run() async throws {
    let folder = URL(filePath: keep)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let names = try Worker.withScratch { try Reader.all(in: $0).map(\.name) }
    let chosen = names.filter { reader.isEmpty || reader.contains($0) }
    guard reader.allSatisfy(names.contains), !chosen.isEmpty else {
      throw ValidationError("--reader is one of \(names.joined(separator: ", "))")
    }
    var tally = Tally()
    for name in chosen {
      let campaign = Campaign(
        reader: name, seed: seed, seconds: cases == nil ? seconds / Double(chosen.count) : .infinity,
        range: first..<(cases.map { first + $0 } ?? .max), folder: folder)
      let found = try await campaign.run()
      print("\(name): \(found)")
      tally.add(found)
    }
    print("all: \(tally.summary); seed \(seed)")
    if !tally.ends.isEmpty { throw ExitCode(1) }
  }
}

/// What a campaign came to.
struct Tally: CustomStringConvertible {
  var cases = 0
  var accepted = 0
  var seconds = 0.0
  /// What ended the reader, by the file that it is kept in.
  var ends: [String] = []

  mutating func add(_ other: Tally) {
    cases += other.cases
    accepted += other.accepted
    seconds += other.seconds
    ends += other.ends
  }

  var summary: String {
    "\(cases) cases, \(accepted) of them read, in \(Int(seconds.rounded())) s; \(ends.count) ended the reader"
  }

  var description: String { ([summary] + ends).joined(separator: "\n  ") }
}
