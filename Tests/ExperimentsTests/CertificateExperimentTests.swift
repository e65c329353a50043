// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments
import Testing

/// One draw serves certificate and program: whatever the extent, ξ is of the same neuron, and where it certifies, the program agrees.
@Test(arguments: 1...20)
func theProgramDecidesTheNeuronOfItsCertificate(number: Int) throws {
  typealias Certificates = CertificateExperiment
  var workspace = TrialWorkspace()
  func outcome(_ extent: Certificates.Extent) throws -> TrialOutcome {
    let trial = Certificates().trial(
      Certificates.cell((40, 2, 90), extent), seed: 11, number: number, in: &workspace)
    return try #require(trial.outcome)
  }
  let (active, program) = (try outcome(.active), try outcome(.program))
  #expect(active.measurements == program.measurements)
  let correlation = try #require(active[Certificates.correlation])
  #expect(active.success == (correlation < 1))
  #expect(program.success == true || correlation >= 1)
}
