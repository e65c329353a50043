// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import Foundation

/// Reads one case after the other in this process.
struct Worker: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "work", shouldDisplay: false)

  /// A case that takes longer counts as a hang: SIGALRM ends the process.
  private static let hangSeconds: UInt32 = 20

  @Option var reader: String
  @Option var seed: UInt64
  @Option var first: Int
  @Option var end: Int
  @Option var seconds: Double
  @Option var file: String

  func run() throws {
    try Self.withScratch { folder in
      guard let reader = try Reader.all(in: folder).first(where: { $0.name == self.reader }) else {
        throw ValidationError("no reader \(self.reader)")
      }
      try read(reader, CurrentCase(file: URL(filePath: file)))
    }
  }

  private func read(_ reader: Reader, _ current: CurrentCase) {
    let deadline = seconds.isFinite ? ContinuousClock.now + .seconds(seconds) : nil
    var (number, accepted) = (first, 0)
    repeat {
      let input = Mutation.input(for: reader, seed: seed, number: number)
      current.note(number, input, accepted: accepted)
      alarm(Self.hangSeconds)
      if (try? reader.read(Data(input))) != nil { accepted += 1 }
      number += 1
    } while number < end && deadline.map { ContinuousClock.now < $0 } ?? true
  }

  /// A folder for files that readers want to have, gone afterwards; in memory where the system has such a place.
  static func withScratch<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let memory = URL(filePath: "/dev/shm")
    let place =
      FileManager.default.isWritableFile(atPath: memory.path) ? memory : FileManager.default.temporaryDirectory
    let folder = place.appending(path: "fuzz-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }
}
