// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Ensembles
import Experiments
import Foundation
import OwnMethods
import StudyModel
import Testing

@Suite struct StudyDecodingTests {
  @Test func everySettingIsRead() throws {
    let study = try decode(
      """
      study: full.name_1
      claim: recovery-law
      seed: 20170612
      inputs: {distribution: correlated, rho: -0.25}
      weights: {values: signs}
      grid:
        dimension: [100]
        sparsity: {fractions: [0.02, 1]}
        samples: {relative-to: predicted, from: 0.5, to: 1.6, count: 23}
      trials: {half-width: 0.02, confidence: 0.99, at-most: 5000}
      method: certificate
      alarm-rate: 1e-3
      """)
    #expect(study.name == "full.name_1")
    #expect(study.claimName == "recovery-law")
    #expect(study.seed == 20_170_612)
    #expect(study.trials == .precision(halfWidth: 0.02, confidence: 0.99, atMost: 5000))
    #expect(study.alarmRate == 1e-3)
    #expect(Set(study.ensembles.map(\.inputs)) == [.correlated(rho: -0.25)])
    #expect(Set(study.ensembles.map(\.weights)) == [.signs])
    #expect(Set(study.grid.cells.map { $0[RecoveryExperiment.method] }) == [.builtIn(.certificate)])
    #expect(study["grid.sparsity"] == "{fractions: [0.02, 1.0]}")
    #expect(study["grid.samples"] == "{relative-to: predicted, from: 0.5, to: 1.6, count: 23}")
  }

  @Test func absentSettingsHaveTheirDefaults() throws {
    let study = try decode(tinyStudy)
    #expect(Set(study.ensembles.map(\.inputs)) == [.gaussian])
    #expect(Set(study.ensembles.map(\.weights)) == [.gaussian])
    #expect(Set(study.grid.cells.map { $0[RecoveryExperiment.method] }) == [.builtIn(.auto)])
    #expect(Set(study.grid.cells.map { $0[RecoveryExperiment.neurons] }) == [1])
    #expect(study.alarmRate == 1e-4)
  }

  /// A run folder filled before the file said its format goes on after.
  @Test func theFormatIsNotPartOfTheStudy() throws {
    let (silent, stated) = (try decode(tinyStudy), try decode("format: 1\n" + tinyStudy))
    #expect(stated.changes(from: silent).isEmpty && silent.changes(from: stated).isEmpty)
    #expect(stated.grid.cells == silent.grid.cells)
  }

  @Test(arguments: [
    ("{distribution: gaussian}", InputDistribution.gaussian), ("{distribution: rademacher}", .rademacher),
    ("{distribution: uniform}", .uniform), ("{distribution: relu-outputs, layers: 2}", .reluOutputs(layers: 2)),
    ("{distribution: sparse-gaussian, density: 0.1}", .sparseGaussian(density: 0.1)),
    ("{distribution: student, degrees: 5}", .student(degrees: 5)),
    ("{distribution: mixture, share: 0.1, scale: 3}", .mixture(share: 0.1, scale: 3)),
    ("{distribution: correlated, rho: 0.5}", .correlated(rho: 0.5)),
    ("{distribution: correlated, rho: 0.5, block: 4}", .blockCorrelated(rho: 0.5, block: 4)),
    ("{distribution: low-rank, rank: 7}", .lowRank(rank: 7)),
  ])
  func inputs(_ yaml: String, _ expected: InputDistribution) throws {
    let study = try decode(tinyStudy, overrides: ["inputs=\(yaml)"])
    #expect(Set(study.ensembles.map(\.inputs)) == [expected])
    #expect(study["inputs"] == "[\(expected.name)]")
  }

  /// A run folder's study is decoded whether its files are there or not; the path may have what separates fields.
  @Test func filesAndProgramsAreNamed() throws {
    let text = tinyStudy.replacing(
      "seed: 1",
      with: """
        seed: 1
        inputs: [{file: "a, b(1)=2.npy", standardise: true}, {file: x.csv, standardise: false}]
        weights: [{file: W.npy}, {values: power-law, exponent: 1.5}]
        method: [auto, {command: [python3, omp.py], timeout: 5}]
        noise: {relative: [0.05, 0]}
        success: {relative-error: 0.1}
        """)
    let study = try Study(StudyFile(name: "in/tiny.yaml", text: text, files: [:]))
    #expect(study.files == ["W.npy", "a, b(1)=2.npy", "x.csv"])
    #expect(
      Set(study.ensembles.map(\.inputs)) == [
        .file(FileSamples(path: "a, b(1)=2.npy", isStandardised: true)), .file(FileSamples(path: "x.csv")),
      ])
    #expect(Set(study.ensembles.map(\.weights)) == [.file(path: "W.npy"), .powerLaw(exponent: 1.5)])
    #expect(Set(study.grid.cells.map { $0[RecoveryExperiment.method] }) == [.builtIn(.auto), .own("omp")])
    #expect(Set(study.grid.cells.map { $0[RecoveryExperiment.noise] }) == [0, 0.05])
    #expect(study.programs["omp"]?.timeout == 5 && study.programs["omp"]?.folder.relativePath == "in")
    #expect(study["method.omp"] == #"["python3", "omp.py"], timeout 5.0 s"#)
  }

  @Test func aSurveyHasNoClaim() throws {
    let study = try decode(tinyStudy.replacing("recovery-law", with: "survey"))
    #expect(study.claim == nil && study.claimName == "survey" && study["claim"] == "survey")
  }

  /// A changed file is another study; one that only the grown study names is not.
  @Test func aChangedFileIsAConflict() throws {
    func study(_ inputs: String, _ files: [String: String]) throws -> Study {
      let text = tinyStudy.replacing("seed: 1", with: "seed: 1\ninputs: \(inputs)")
      return try Study(StudyFile(name: "tiny.yaml", text: text, files: files))
    }
    let one = try study("[{file: a.npy}]", ["a.npy": "1"])
    #expect(try study("[{file: a.npy}]", ["a.npy": "1"]).conflicts(with: one).isEmpty)
    let changed = try study("[{file: a.npy}]", ["a.npy": "2"]).conflicts(with: one)
    #expect(changed.map(\.description) == ["files.a.npy: SHA-256 1 → SHA-256 2"])
    let more = try study("[{file: a.npy}, {file: b.npy}]", ["a.npy": "1", "b.npy": "3"])
    #expect(more.conflicts(with: one).isEmpty)
  }

  /// s = max(1, round(ρ·P)), P = round(f·N), by N, P and s.
  @Test func sparsitiesMayBeSharesOfTheSamples() throws {
    let grid = "grid={dimension: [20, 40], sparsity: {of-samples: [0.1, 0.5]}, samples: {fractions: [0.25, 1]}}"
    let study = try decode(tinyStudy, overrides: [grid])
    #expect(
      study.ensembles.map { [$0.dimension, $0.sparsity, $0.samples] } == [
        [20, 1, 5], [20, 3, 5], [20, 2, 20], [20, 10, 20], [40, 1, 10], [40, 5, 10], [40, 4, 40], [40, 20, 40],
      ])
    #expect(study.grid.cells[0].entries.map(\.name).prefix(4) == ["dimension", "sparsity", "inputs", "samples"])
    #expect(study["grid.sparsity"] == "{of-samples: [0.1, 0.5]}" && study["grid.samples"] == "{fractions: [0.25, 1.0]}")
  }

  @Test func overridesWinOverTheFileAndOverEarlierOnes() throws {
    let study = try decode(tinyStudy, overrides: ["grid.dimension=[30]", "trials.each=7", "grid.dimension=[50, 60]"])
    #expect(Set(study.ensembles.map(\.dimension)) == [50, 60])
    #expect(study.trials == .each(7))
  }

  @Test func anOverrideMayReplaceAListByAMapping() throws {
    let study = try decode(tinyStudy, overrides: ["grid.sparsity.fractions=[0.1]"])
    #expect(study["grid.sparsity"] == "{fractions: [0.1]}")
  }

  /// Parameters at the top take one value or a list, and those of two words take both by name.
  @Test func everyParameterAtTheTopTakesAList() throws {
    let inputs = "[{distribution: correlated, rho: 0.5}, {distribution: gaussian}]"
    let study = try decode(tinyStudy, overrides: ["inputs=\(inputs)", "method=[program, auto]"])
    #expect(study["inputs"] == "[correlated(rho=0.5), gaussian]" && study["method"] == "[program, auto]")
    #expect(study.grid.cells.count == 8 * 4 && Set(study.grid.cells).count == 8 * 4)
    let layers = try decode(schemeStudy, overrides: ["claim=general-bounds", "output=both", "bias=[false]"])
    #expect(layers["output"] == "[relu, linear]" && layers["bias"] == "[false]")
    #expect(layers["scheme"] == "[parallel, cascade]")
  }

  @Test func severalNeuronsShareTheSamples() throws {
    let study = try decode(tinyStudy, overrides: ["neurons=[10, 1]", "grid.dimension=[20]"])
    #expect(Set(study.grid.cells.map { $0[RecoveryExperiment.neurons] }) == [1, 10])
    #expect(study["neurons"] == "[1, 10]")
  }
}
