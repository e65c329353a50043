// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra
import ConvexRecovery
import ArgumentParser
import ArrayFiles
import Claims
import Ensembles
import Foundation
import RandomStreams
import RecoveryTheory

/// What a trial of planted recovery costs on one worker, in multiples of drawing its active samples.
@main
struct TrialCost: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trial-cost",
    abstract: "Times trials of planted recovery beside their draws, both in one run, and prints CSV.")

  @Option(help: "N.") var dimension = 500
  @Option(help: "s.") var sparsity = 25
  @Option(parsing: .upToNextOption, help: "P as multiples of 2δ.") var ratios = [0.8, 1, 1.2, 2]
  @Option(help: "Trials of each P.") var trials = 300
  @Option(help: "Method of decision.") var method = "certificate"
  @Option(help: "Write the first instances of each P, as X (N×P) and y (P), to this folder.") var export: String?
  @Option(help: "How many instances to write.") var instances = 10

  func run() throws {
    guard let method = DecisionMethod(rawValue: method) else { throw ValidationError("no method named \(method)") }
    print("dimension,sparsity,ratio,samples,draw_ms,trial_ms,multiple,recovered,undecided,iterations_mean")
    for ratio in ratios {
      let fifty = NormalForm(dimension: dimension, sparsity: sparsity).median
      let ensemble = PlantedEnsemble(dimension: dimension, sparsity: sparsity, samples: Int((ratio * fifty).rounded()))
      let row = measure(ensemble, method)
      print("\(dimension),\(sparsity),\(ratio),\(ensemble.samples),\(row)")
      if let export { try write(ensemble, to: export) }
    }
  }

  /// Draws and trials take turns, so that a noisy machine slows both.
  private func measure(_ ensemble: PlantedEnsemble, _ method: DecisionMethod) -> String {
    let (clock, experiment) = (ContinuousClock(), RecoveryExperiment(seed: 1, method: method))
    var workspace = TrialWorkspace()
    var stream = freshStream()
    var (drawing, deciding) = (Duration.zero, Duration.zero)
    var (recovered, undecided, iterations) = (0, 0, 0)
    for number in 0..<trials {
      drawing += clock.measure { draw(ensemble, number, &stream) }
      let start = clock.now
      let trial = experiment.trial(ensemble, number: number, in: &workspace)
      deciding += start.duration(to: clock.now)
      recovered += trial.verdict == .recovered ? 1 : 0
      undecided += trial.verdict == .undecided ? 1 : 0
      iterations += trial.iterations
    }
    let milliseconds = [drawing, deciding].map { $0 / .milliseconds(1) / Double(trials) }
    let numbers = [milliseconds[0], milliseconds[1], milliseconds[1] / milliseconds[0]].map {
      String(format: "%.4f", $0)
    }
    let mean = String(format: "%.2f", Double(iterations) / Double(trials))
    return (numbers + ["\(recovered)", "\(undecided)", mean]).joined(separator: ",")
  }

  /// The floor: as many normal variates as the trial's active samples have entries, and nothing else.
  private func draw(_ ensemble: PlantedEnsemble, _ number: Int, _ stream: inout RandomStream) {
    stream.restart(at: StreamKey(seed: 2, content: "floor", trial: UInt32(number), purpose: "draws"))
    let active = stream.binomial(trials: ensemble.samples, probability: 0.5)
    withUnsafeTemporaryAllocation(of: Double.self, capacity: active * ensemble.dimension) { stream.fillNormal($0) }
  }

  private func freshStream() -> RandomStream {
    RandomStream(StreamKey(seed: 1, content: "trial cost", trial: 0, purpose: "instances"))
  }

  private func write(_ ensemble: PlantedEnsemble, to folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var stream = freshStream()
    for number in 0..<instances {
      let neuron = PlantedNeuron(ensemble, seed: 1, trial: number, stream: &stream)
      let inactive = neuron.inactive(stream: &stream)
      let name = "\(folder)/N\(ensemble.dimension)_s\(ensemble.sparsity)_P\(ensemble.samples)_\(number)"
      let x = (0..<ensemble.dimension).flatMap { neuron.active.column($0) + inactive.column($0) }
      let y = neuron.responses + Array(repeating: 0, count: inactive.rows)
      try NPY.write(NumericArray(shape: [ensemble.dimension, ensemble.samples], elements: x), to: "\(name)_X.npy")
      try NPY.write(NumericArray(shape: [ensemble.samples], elements: y), to: "\(name)_y.npy")
    }
  }
}
