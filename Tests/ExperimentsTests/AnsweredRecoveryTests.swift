// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import Experiments
import Foundation
import OwnMethods
import TestSupport
import Testing

/// Trials that are judged by a solution's error: own methods, noise, several neurons.
@Suite struct AnsweredRecoveryTests {
  private typealias Q = RecoveryExperiment
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func cell(
    samples: Int, neurons: Int = 1, method: RecoveryMethod = .builtIn(.auto), noise: Double = 0, success: Double = 0
  ) -> Cell {
    Q().cell([
      Q.dimension.is(12), Q.sparsity.is(2), Q.samples.is(samples), Q.neurons.is(neurons), Q.method.is(method),
      Q.noise.is(noise), Q.success.is(success),
    ])
  }

  /// An own method in Python's own library that answers by what it is told on the command line.
  private func experiment(_ answer: String) throws -> any Experiment {
    let script = """
      import json, struct, sys
      source, sink = sys.stdin.buffer, sys.stdout.buffer
      while line := source.readline():
          t = json.loads(line)
          N, P, M = t["dimension"], t["samples"], t["neurons"]
          X = struct.unpack("<%dd" % (N * P), source.read(8 * N * P))
          Y = struct.unpack("<%dd" % (M * P), source.read(8 * M * P))
          U = \(answer)
          sink.write(b'{"status": "ok"}\\n' + struct.pack("<%dd" % (N * M), *U))
          sink.flush()
      """
    _ = try folder.path("answer.py", script)
    let method = OwnMethod(command: ["python3", "answer.py"], folder: folder.url)
    return Q().using(StudyResources(folder: folder.url, programs: ["answer": method]))
  }

  /// U = 0 has error 1, norm 0, residual 1 and violates nothing, whatever is drawn; the certificate's verdict on the same draws is that of
  /// the built-in method.
  @Test(arguments: [1, 3])
  func nothingIsJudgedAsNothing(neurons: Int) throws {
    let own = try experiment("[0.0] * (N * M)")
    var workspace = TrialWorkspace()
    for number in 1...15 {
      let place = cell(samples: 12, neurons: neurons, method: .own("answer"))
      let outcome = try own.trial(place, seed: 3, number: number, in: &workspace).result.get()
      #expect(outcome.success == false && outcome[Q.error] == 1 && outcome[Q.recoveredNorm] == 0)
      expectClose(try #require(outcome[Q.residual]), 1, absolute: 1e-15, "the judge adds by blocks of neurons")
      #expect(outcome[Q.violation] == 0)
      let certified = try Q().trial(cell(samples: 12, neurons: neurons), seed: 3, number: number, in: &workspace)
        .result.get()
      #expect(outcome[Q.certified].map { $0 == 1 } == certified.success)
    }
  }

  /// Where every weight is 1, an active sample's activity is the sum of its inputs: the residual is what the child can compute itself.
  @Test func theResidualIsThatOfTheAnswer() throws {
    let own = try experiment("[1.0] * (N * M)")
    var workspace = TrialWorkspace()
    let outcome = try own.trial(cell(samples: 30, method: .own("answer")), seed: 3, number: 1, in: &workspace)
      .result.get()
    var stream = TrialWorkspace()
    let norm = outcome[Q.recoveredNorm]
    #expect(norm == 12 && outcome[Q.residual] ?? 0 > 0.5 && outcome[Q.violation] ?? 0 > 0)
    _ = try Q().trial(cell(samples: 30), seed: 3, number: 1, in: &stream).result.get()
  }

  /// With noise r the planted weights are feasible, so the program's solution is no longer than they are; its residual is at most r times the
  /// norm of the exact responses, which exceeds that of the noisy ones by a factor 1/(1 − r) at most; and as r shrinks its error does.
  @Test(arguments: [1, 3])
  func theProgramsSolutionIsFeasibleAndNoLongerThanThePlanted(neurons: Int) throws {
    var workspace = TrialWorkspace()
    var errors: [Double: [Double]] = [:]
    for noise in [0.1, 0.01, 0.001] {
      for number in 1...6 {
        let place = cell(samples: 60, neurons: neurons, noise: noise, success: 0.5)
        let outcome = try Q().trial(place, seed: 5, number: number, in: &workspace).result.get()
        let (norm, planted) = (outcome[Q.recoveredNorm] ?? .nan, outcome[Q.plantedNorm] ?? .nan)
        #expect(norm <= planted * (1 + 1e-6), "noise \(noise): \(norm) > \(planted)")
        #expect(outcome[Q.residual] ?? .nan <= noise / (1 - noise) * (1 + 1e-5) && outcome[Q.violation] ?? .nan <= 1e-6)
        #expect(outcome[Q.certified] == nil, "the certificate is of exact responses")
        errors[noise, default: []].append(outcome[Q.error] ?? .nan)
      }
    }
    let means = [0.1, 0.01, 0.001].map { (errors[$0] ?? []).reduce(0, +) / 6 }
    #expect(means[0] > 3 * means[1] && means[1] > 3 * means[2] && means[2] < 0.01, "\(means)")
  }

  /// Judged by error, a trial that the certificate proves has error 0, and the others have the program's.
  @Test func successByErrorAgreesWithProofOnExactResponses() throws {
    var workspace = TrialWorkspace()
    var (proved, disproved) = (0, 0)
    for number in 1...60 {
      let exact = try Q().trial(cell(samples: 12), seed: 6, number: number, in: &workspace).result.get()
      let judged = try Q().trial(cell(samples: 12, success: 1e-6), seed: 6, number: number, in: &workspace).result.get()
      #expect(exact.success == judged.success)
      if judged.success == true {
        proved += 1
        #expect(judged[Q.error] == 0)
      } else {
        disproved += 1
        #expect(judged[Q.error] ?? 0 > 1e-6)
      }
    }
    #expect(proved > 10 && disproved > 10)
  }
}
