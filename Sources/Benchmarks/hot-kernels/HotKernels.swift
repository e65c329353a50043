// SPDX-License-Identifier: GPL-3.0-or-later
import Benchmark
import ConvexRecovery
import DrawFloor
import Ensembles
import Experiments
import LinearAlgebra
import RandomStreams
import RecoveryTheory

/// What the loops that studies spend their time in cost, in multiples of draws made in the same moment.
///
/// Names without spaces: the files of their thresholds are found by them.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.multiple], warmupIterations: 2, maxDuration: .seconds(2), maxIterations: 200,
    thresholds: [.multiple: BenchmarkThresholds(relative: [.p90: 30])])
  certificateSearches()
  programs()
  theory()
}

private let planted = PlantedEnsemble(dimension: 500, sparsity: 25, samples: 204)

/// Whole trials with N = 500 and s = 25, draws included, at P/2δ = 0.8, 1, 1.2 and 2; in multiples of drawing their active samples.
private func certificateSearches() {
  for method in [DecisionMethod.certificate, .lazy] {
    for (name, samples) in [("0.8", 163), ("1", 204), ("1.2", 245), ("2", 408)] {
      var ensemble = planted
      ensemble.samples = samples
      Benchmark("\(method.rawValue)-trials-at-\(name)") { benchmark in
        let recovery = PlantedRecovery(seed: 1, method: method)
        var workspace = TrialWorkspace()
        benchmark.measureMultiple(ofDraws: 16 * ensemble.samples / 2 * ensemble.dimension) {
          for number in 0..<16 { blackHole(recovery.trial(ensemble, number: number, in: &workspace)) }
        }
      }
    }
  }
}

/// Whole programs: one neuron by the homotopy, and a layer with an error allowed.
private func programs() {
  Benchmark("homotopy-at-1.2") { benchmark in
    var ensemble = planted
    ensemble.samples = 245
    let recovery = PlantedRecovery(seed: 1, method: .program)
    var workspace = TrialWorkspace()
    benchmark.measureMultiple(ofDraws: 4 * ensemble.samples * ensemble.dimension) {
      for number in 0..<4 { blackHole(recovery.trial(ensemble, number: number, in: &workspace)) }
    }
  }
  Benchmark("layer") { benchmark in
    let program = plantedLayer(dimension: 100, neurons: 20, samples: 300)
    benchmark.measureMultiple(ofDraws: 1_000_000) { blackHole(program.solve()) }
  }
}

private func theory() {
  Benchmark("exact-law") { benchmark in
    benchmark.measureMultiple(ofDraws: 1_000_000) {
      blackHole(RecoveryLaw(dimension: 1000, sparsity: 50).success(samples: 408))
    }
  }
}

/// Gaussian inputs, a third of the weights non-zero, ε = .05‖Y‖_F.
private func plantedLayer(dimension: Int, neurons: Int, samples: Int) -> LayerProgram {
  var stream = RandomStream(StreamKey(seed: 1, content: "planted layer", trial: 0, purpose: "benchmark"))
  let inputs = Matrix(rows: samples, columns: dimension) { stream.fillNormal($0) }
  var weights = Matrix(rows: dimension, columns: neurons) { stream.fillNormal($0) }
  for i in weights.elements.indices where stream.uniform() > 1.0 / 3 { weights.elements[i] = 0 }
  var responses = inputs * weights
  for i in responses.elements.indices { responses.elements[i] = max(responses.elements[i], 0) }
  do {
    return try LayerProgram(inputs: inputs, responses: responses, epsilon: 0.05 * responses.frobeniusNorm)
  } catch {
    fatalError("a planted layer is a program: \(error)")
  }
}
