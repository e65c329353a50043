// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import Ensembles
import Experiments
import RecoveryTheory

/// What a trial of planted recovery costs on one worker, in multiples of drawing its active samples.
@main
struct TrialCost: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trial-cost",
    abstract: "Times trials of planted recovery beside their draws, both in one run, and prints CSV.",
    discussion: """
      Times are processor time of one thread. Draws and trials take turns, so that a noisy machine slows both; every \
      set of trials is run several times, and its least times count.
      """)

  @Option(parsing: .upToNextOption, help: "N:s of each ensemble.") var sizes: [Size] = [
    Size(dimension: 500, sparsity: 25)
  ]
  @Option(parsing: .upToNextOption, help: "P as multiples of 2δ.") var ratios = [0.8, 1, 1.2, 2]
  @Option(help: "Draws of each P, in millions of numbers; at least one trial, at most 1,000.") var millions = 5.0
  @Option(help: "Times that each set of trials is run.") var repeats = 3
  @Option(
    parsing: .upToNextOption, help: "Methods of decision.",
    transform: { name in
      guard let method = DecisionMethod(rawValue: name) else { throw ValidationError("no method named \(name)") }
      return method
    })
  var methods = [DecisionMethod.certificate]
  @Option(help: "Write the first instances of each P, as X (N×P) and y (P), to this folder.") var export: String?
  @Option(help: "How many instances to write.") var instances = 10

  func run() throws {
    print(Measurement.header)
    for size in sizes {
      let fifty = NormalForm(dimension: size.dimension, sparsity: size.sparsity).median
      for ratio in ratios {
        let samples = max(1, Int((ratio * fifty).rounded()))
        let ensemble = PlantedEnsemble(dimension: size.dimension, sparsity: size.sparsity, samples: samples)
        for method in methods {
          print(measurement(of: ensemble, method).row(ratio: ratio))
        }
        if let export { try InstanceFiles(folder: export).write(ensemble, count: instances) }
      }
    }
  }

  private func measurement(of ensemble: PlantedEnsemble, _ method: DecisionMethod) -> Measurement {
    let numbers = Double(ensemble.samples) / 2 * Double(ensemble.dimension)
    let trials = min(max(1, Int(1e6 * millions / numbers)), 1000)
    return Measurement(ensemble, method, trials: trials, repeats: repeats)
  }
}

/// N and s, written N:s.
struct Size: ExpressibleByArgument {
  let dimension: Int
  let sparsity: Int

  init(dimension: Int, sparsity: Int) { (self.dimension, self.sparsity) = (dimension, sparsity) }

  init?(argument: String) {
    let parts = argument.split(separator: ":").compactMap { Int($0) }
    guard parts.count == 2, (1...max(parts[0], 1)).contains(parts[1]) else { return nil }
    self.init(dimension: parts[0], sparsity: parts[1])
  }

  var defaultValueDescription: String { "\(dimension):\(sparsity)" }
}
