// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Ensembles
import Experiments
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

  @Test(arguments: [
    ("{distribution: gaussian}", InputDistribution.gaussian), ("{distribution: rademacher}", .rademacher),
    ("{distribution: uniform}", .uniform), ("{distribution: relu-outputs, layers: 2}", .reluOutputs(layers: 2)),
    ("{distribution: sparse-gaussian, density: 0.1}", .sparseGaussian(density: 0.1)),
  ])
  func inputs(_ yaml: String, _ expected: InputDistribution) throws {
    let study = try decode(tinyStudy, overrides: ["inputs=\(yaml)"])
    #expect(Set(study.ensembles.map(\.inputs)) == [expected])
    #expect(study["inputs"] == "[\(expected.name)]")
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
