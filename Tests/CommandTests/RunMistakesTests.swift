// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import TestSupport
import Testing

@Suite struct RunMistakesTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: [
    ("  samples", "  sampels", 65, "tiny.yaml:7: grid.sampels: unknown key; did you mean 'samples'?"),
    ("[2]", "[2, 21]", 65, "tiny.yaml:6: grid.sparsity: sparsity 21 exceeds dimension 20"),
    ("{each: 40}", "{each: -40}", 65, "tiny.yaml:8: trials.each: -40 is out of range; expected 1 to 1000000000"),
    ("[20, 30]", "[]", 65, "tiny.yaml:5: grid.dimension: the list is empty"),
    ("[20, 30]", "[20, many]", 65, "tiny.yaml:5: grid.dimension: expected a whole number, found 'many'"),
    (
      "seed: 1", "seed: 1\nformat: 2", 65,
      "tiny.yaml:4: format: the file has format 2, and this trimlab reads formats up to 1"
    ),
    ("seed: 1", "seed: [1]", 65, "tiny.yaml:3: seed: expected a whole number, found the list [1]"),
    ("grid:", "grid: {", 65, "is not valid YAML"),
  ])
  func inTheStudyFile(_ line: String, _ with: String, _ code: Int32, _ message: String) async throws {
    let text = tinyStudy.replacing(line, with: with, maxReplacements: 1)
    try #require(text != tinyStudy)
    let output = try folder.path("run")
    let outcome = try await trimlab("run", try folder.path("tiny.yaml", text), "--output", output)
    #expect(outcome.code == code)
    #expect(outcome.errors.hasPrefix("error: "))
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
    #expect(outcome.output == "")
    #expect(!folder.exists("run"), "a study that cannot run leaves no folder")
  }

  @Test(arguments: [
    (["--workers", "0"], 64, "--workers 0: expected at least 1"),
    (["--trials", "0"], 64, "--trials 0: expected at least 1"),
    (["--workers", "two"], 64, "The value 'two' is invalid for '--workers"),
    (["--wrokers", "2"], 64, "Did you mean '--workers'?"),
    (["--set", "grid.dimension=[x]"], 65, "--set grid.dimension=[x]: grid.dimension: expected a whole number"),
    (["--set", "method"], 65, "--set method: expected key=value"),
    (["--output", "/proc/trimlab"], 73, "cannot write /proc/trimlab"),
    (["--output", "/dev/null/run"], 73, "cannot write /dev/null/run"),
  ])
  func onTheCommandLine(_ options: [String], _ code: Int32, _ message: String) async throws {
    let study = try folder.path("tiny.yaml", tinyStudy)
    let defaults = options.contains("--output") ? [] : ["--output", try folder.path("run")]
    let outcome = try await trimlab(["run", study] + defaults + options)
    #expect(outcome.code == code)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
    #expect(outcome.output == "")
  }

  /// N·P = 10¹⁵ numbers of eight bytes are more than any machine has.
  @Test func aStudyTooLargeForTheMemory() async throws {
    let text = tinyStudy.replacing("[20, 30]", with: "[20, 10000000]").replacing("[6, 10,", with: "[6, 100000000,")
    let outcome = try await trimlab(
      "run", try folder.path("tiny.yaml", text), "--output", try folder.path("run"), "--no-figures")
    #expect(outcome.code == 65 && outcome.output == "")
    #expect(
      outcome.errors.hasPrefix("error: a trial of dimension=10000000 sparsity=2 inputs=gaussian samples=100000000 "),
      "\(outcome.errors)")
    #expect(outcome.errors.contains("make the cell smaller or use fewer --workers"))
    #expect(!folder.exists("run"))
  }

  @Test(arguments: ["run", "submit"])
  func aStudyThatIsNotThere(_ command: String) async throws {
    let path = try folder.path("absent.yaml")
    let outcome = try await trimlab([command, path] + (command == "submit" ? ["--shards", "2", "--dry-run"] : []))
    #expect(outcome.code == 66)
    let message = "there is no such file; name a study, e.g. Studies/quickstart.yaml"
    #expect(outcome.errors == "error: cannot read \(path): \(message)\n")
  }

  @Test func aFolderForAStudy() async throws {
    let outcome = try await trimlab("run", folder.url.path)
    #expect(outcome.code == 65)
    let message = "it is a folder; name a study file, and a run folder for status, report or replay only"
    #expect(outcome.errors == "error: cannot read \(folder.url.path): \(message)\n")
  }

  @Test(arguments: ["/dev/zero", "/proc/self/mem"])
  func aDeviceForAStudy(_ path: String) async throws {
    let outcome = try await trimlab("run", path)
    #expect([65, 66].contains(outcome.code))
    #expect(outcome.errors.hasPrefix("error: cannot read \(path): "), "\(outcome.errors)")
    #expect(!outcome.errors.contains("Error Domain") && !outcome.errors.contains("couldn"), "\(outcome.errors)")
  }

  @Test func aStudyThatIsNoText() async throws {
    let file = folder.url.appending(path: "binary.yaml")
    try Data([0xFF, 0xFE, 0x00, 0xD8]).write(to: file)
    let outcome = try await trimlab("run", file.path)
    #expect(outcome.code == 65)
    #expect(outcome.errors.contains("binary.yaml:1: is not UTF-8 text"))
  }

  @Test func aChangedStudyDoesNotGoOnInTheSameFolder() async throws {
    let output = try folder.path("run")
    _ = try await trimlab("run", try folder.path("tiny.yaml", tinyStudy), "--output", output, "--no-figures")
    let cells = try folder.read("run/cells.csv")
    let changed = tinyStudy.replacing("seed: 1", with: "seed: 2").replacing("14, ", with: "")
    let outcome = try await trimlab("run", try folder.path("tiny.yaml", changed), "--output", output)
    #expect(outcome.code == 65)
    #expect(outcome.errors.contains("seed: 1 → 2"))
    #expect(outcome.errors.contains("grid.samples: [6, 10, 14, 20] → [6, 10, 20]"))
    #expect(!outcome.errors.contains("grid.dimension"))
    #expect(try folder.read("run/cells.csv") == cells)
  }
}
