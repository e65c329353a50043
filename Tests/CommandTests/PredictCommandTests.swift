// SPDX-License-Identifier: GPL-3.0-or-later
import ArrayFiles
import Foundation
import RecoveryTheory
import TestSupport
import Testing

@Suite struct PredictCommandTests {
  private func predict(_ arguments: [String]) async throws -> Outcome { try await trimlab(["predict"] + arguments) }

  /// Every key of the interface; the values are the published example N = 100, s = 5, μ = 2: 572, 178 and 68 samples.
  @Test func documentHasTheInterfacesKeys() async throws {
    let outcome = try await predict(
      ["--dimension", "100", "--sparsity", "5", "--samples", "572", "--probability", "0.95", "--neurons", "100"]
        + ["--json"])
    #expect(outcome.code == 0 && outcome.errors.isEmpty)
    let parsed = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let document = try #require(parsed as? [String: Double])
    let counts = [
      "dimension": 100, "sparsity": 5, "samples_50_percent": 40, "theorem3_samples": 572, "certificate_samples": 178,
      "recovery_samples": 68, "samples_for_probability": 59, "neurons": 100, "theorem3_samples_all_neurons": 857,
    ]
    for (key, count) in counts { #expect(document[key] == Double(count), "\(key)") }
    let reals = [
      "statistical_dimension_asymptotic": 20.389985633, "statistical_dimension_exact": 19.8949355492,
      "success_exact": 1, "failure_exact": 4.3107569e-103, "success_normal": 1, "certificate_success_exact": 1,
      "certificate_failure_exact": 1.378833e-10, "failure_bound_all_neurons": 1,
    ]
    for (key, value) in reals { expectClose(try #require(document[key]), value, relative: 5e-8, key) }
  }

  @Test func optionalKeysComeOnlyWithTheirOptions() async throws {
    let outcome = try await predict(["--dimension", "20", "--sparsity", "2", "--json"])
    for key in ["success_exact", "samples_for_probability", "neurons"] { #expect(!outcome.output.contains(key)) }
  }

  @Test func tableSetsTheCountsSideBySide() async throws {
    let outcome = try await predict(["--dimension", "100", "--sparsity", "5"])
    let rows = outcome.output.split(separator: "\n").map { $0.split(separator: " ") }
    for (name, count) in [("Theorem", "572"), ("certificate", "178"), ("recovery", "68"), ("asymptotic", "68")] {
      #expect(rows.contains { $0.prefix(2).contains(Substring(name)) && $0.contains(Substring(count)) }, "\(name)")
    }
  }

  @Test(arguments: [
    (["--sparsity", "11"], "--sparsity 11", "0 to 10"),
    (["--sparsity", "-1"], "--sparsity -1", "0 to 10"),
    (["--dimension", "0"], "--dimension 0", "from 1"),
    (["--mu", "1"], "--mu 1", "above 1"),
    (["--mu", "400"], "--mu 400", "at most 301"),
    (["--probability", "1"], "--probability 1", "between 0 and 1"),
    (["--samples", "-3"], "--samples -3", "from 0"),
    (["--neurons", "0"], "--neurons 0", "from 1"),
    // Regression: these took 15 s and more, or 1.8 GB.
    (["--samples", "100000000"], "--samples 100000000", "to 1000000"),
    (["--dimension", "100000000"], "--dimension 100000000", "to 100000"),
  ])
  func badValueIsNamedWithItsRemedy(option: [String], value: String, remedy: String) async throws {
    var arguments = ["--dimension": "10", "--sparsity": "2"]
    arguments[option[0]] = option[1]
    let outcome = try await predict(arguments.flatMap { [$0.key, $0.value] })
    #expect(outcome.code == 64)
    #expect(outcome.output.isEmpty && outcome.errors.contains(value) && outcome.errors.contains(remedy), "\(outcome)")
  }
}

/// `predict --weights` and `predict --network`.
@Suite struct PredictPruningTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Two neurons of four inputs.
  private let columns = [[1.0, -0.5, 2, 0.1], [0.3, 0, -1, 0.7]]

  private func writeWeights() throws -> String {
    let path = try folder.path("W.npy")
    try NPY.write(NumericArray(shape: [4, 2], elements: (0..<8).map { columns[$0 % 2][$0 / 2] }), to: path)
    return path
  }

  private func document(_ arguments: [String]) async throws -> [String: Any] {
    let outcome = try await trimlab(["predict"] + arguments + ["--json"])
    #expect(outcome.code == 0, "\(outcome.errors)")
    return try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  @Test func documentOfWeightsHasTheInterfacesKeys() async throws {
    let path = try writeWeights()
    let found = try await document(["--weights", path, "--samples", "12", "--epsilon", "0.3"])
    let law = try PrunedLayerLaw(weights: columns, samples: 12, goal: .relativeEpsilon(0.3))
    let expected = [
      "dimension": 4, "neurons": 2, "samples": 12, "relative_epsilon": 0.3, "kept": law.kept,
      "kept_fraction": law.kept / 8, "norm1_ratio": law.norm1Ratio, "fresh_error": law.freshError,
    ]
    for (key, value) in expected { expectClose(try #require(found[key] as? Double), value, relative: 1e-12, key) }
    #expect(found["linear"] as? Bool == false)
    let neurons = try #require(found["per_neuron"] as? [[String: Double]])
    #expect(neurons.count == 2)
    expectClose(try #require(neurons[1]["lambda"]), law.neurons[1].lambda, relative: 1e-12)
    #expect(
      neurons[0].keys.sorted() == [
        "alpha_over_omega", "fresh_error", "kept", "lambda", "norm1_ratio", "relative_epsilon", "tau_over_omega",
      ])
  }

  @Test func otherGoalsAnswerWithTheTolerance() async throws {
    let path = try writeWeights()
    let dense = try await document(["--weights", path, "--samples", "12", "--density", "0.4", "--linear"])
    expectClose(try #require(dense["kept_fraction"] as? Double), 0.4, relative: 1e-9)
    #expect(dense["linear"] as? Bool == true)
    let error = try await document(["--weights", path, "--samples", "12", "--fresh-error", "0.6"])
    expectClose(try #require(error["fresh_error"] as? Double), 0.6, relative: 1e-9)
  }

  /// The least P whose law keeps the error on new inputs within (1 + C)·R: one sample less does not.
  @Test func excessAsksForTheSamples() async throws {
    let path = try writeWeights()
    let found = try await document(["--weights", path, "--epsilon", "0.3", "--excess", "0.2"])
    let samples = try #require(found["samples"] as? Int)
    func error(_ samples: Int) throws -> Double {
      try PrunedLayerLaw(weights: columns, samples: samples, goal: .relativeEpsilon(0.3)).freshError
    }
    #expect(try error(samples) <= 0.36 && error(samples - 1) > 0.36)
    let unlimited = try #require(found["unlimited"] as? [String: Double])
    let limit = try PopulationLimit(weights: columns, relativeEpsilon: 0.3)
    expectClose(try #require(unlimited["kept"]), limit.kept, relative: 1e-12)
  }

  /// A file of one dimension is one neuron.
  @Test func tableNamesWhatIsLeft() async throws {
    let path = try folder.path("w.npy")
    try NPY.write(NumericArray(shape: [4], elements: columns[0]), to: path)
    let outcome = try await trimlab("predict", "--weights", path, "--samples", "12", "--epsilon", "0.3")
    let law = try PrunedNeuronLaw(weights: columns[0], samples: 12, relativeEpsilon: 0.3)
    #expect(outcome.code == 0 && outcome.output.contains(String(format: "%.5g", law.kept)), "\(outcome)")
  }

  @Test func dataAtFaultAreNamed() async throws {
    let path = try folder.path("bad.npy")
    try NPY.write(NumericArray(shape: [2, 2], elements: [1, 2, .nan, 3]), to: path)
    let pruning = ["--samples", "12", "--epsilon", "0.3"]
    let notFinite = try await trimlab(["predict", "--weights", path] + pruning)
    #expect(notFinite.code == 65 && notFinite.errors.contains("W[1, 0] is nan"), "\(notFinite)")
    let missing = try await trimlab(["predict", "--weights", "none.npy"] + pruning)
    #expect(missing.code == 66 && missing.errors.contains("none.npy"), "\(missing)")
    try NPY.write(NumericArray(shape: [2, 2], elements: [0, 0, 0, 0]), to: path)
    let zero = try await trimlab(["predict", "--weights", path] + pruning)
    #expect(zero.code == 65 && zero.errors.contains("zero"), "\(zero)")
  }

  @Test(arguments: [
    (["--weights", "W.npy", "--epsilon", "0.3"], "--samples"),
    (["--weights", "W.npy", "--samples", "12"], "--epsilon, --density and --fresh-error"),
    (["--weights", "W.npy", "--samples", "12", "--epsilon", "0.3", "--density", "0.2"], "2 are given"),
    (["--weights", "W.npy", "--samples", "12", "--epsilon", "1"], "--epsilon 1.0"),
    (["--weights", "W.npy", "--samples", "9", "--epsilon", "0.3", "--excess", "0.1"], "leave out --samples"),
    (["--weights", "W.npy", "--density", "0.3", "--excess", "0.1"], "--excess needs --epsilon"),
    (["--weights", "W.npy", "--epsilon", "0.3", "--excess", "0"], "--excess 0.0"),
    (["--weights", "W.npy", "--samples", "0", "--epsilon", "0.3"], "--samples 0"),
    (["--weights", "W.npy", "--samples", "12", "--epsilon", "0.3", "--sparsity", "2"], "--sparsity"),
    (["--network", "n.safetensors", "--epsilon", "0.3"], "--samples, --inputs"),
    (["--network", "n.safetensors", "--samples", "3"], "--epsilon"),
    (["--dimension", "5", "--sparsity", "2", "--epsilon", "0.1"], "--epsilon"),
    (["--sparsity", "2"], "--dimension"),
  ])
  func usageIsExplained(arguments: [String], named: String) async throws {
    let outcome = try await trimlab(["predict"] + arguments)
    #expect(outcome.code == 64 && outcome.output.isEmpty && outcome.errors.contains(named), "\(outcome)")
  }

  /// x → ReLU(W₁ᵀx + b₁) → linear: isotropic, each layer by the law of its weights with the bias as one more.
  @Test func networksAreTakenLayerByLayer() async throws {
    let path = try folder.path("net.safetensors")
    let first = columns.flatMap { $0 }
    try Safetensors.write(
      TensorFile(
        tensors: [
          Tensor(name: "layers.0.weight", type: .float64, shape: [2, 4], elements: first),
          Tensor(name: "layers.0.bias", type: .float64, shape: [2], elements: [0.2, -0.1]),
          Tensor(name: "layers.1.weight", type: .float64, shape: [1, 2], elements: [1, -2]),
        ], metadata: [:]), to: path)
    let isotropic = try await document(["--network", path, "--samples", "20", "--epsilon", "0.2"])
    let layers = try #require(isotropic["layers"] as? [[String: Any]])
    let law = try PrunedLayerLaw(
      weights: [columns[0] + [0.2], columns[1] + [-0.1]], samples: 20, goal: .relativeEpsilon(0.2))
    expectClose(try #require(layers[0]["kept"] as? Double), law.kept, relative: 1e-12)
    #expect(layers.count == 2 && layers[1]["linear"] as? Bool == true)
    let inputs = try folder.path("X.npy")
    try NPY.write(
      NumericArray(shape: [4, 30], elements: (0..<120).map { sin(Double($0 * $0) * 0.7) }), to: inputs)
    let asked = try await document(["--network", path, "--samples", "20", "--epsilon", "0.2", "--excess", "0.5"])
    let needed = try #require((asked["layers"] as? [[String: Any]])?[0]["samples_for_excess"] as? Int)
    let expected = try PrunedLayerLaw.samples(
      weights: [columns[0] + [0.2], columns[1] + [-0.1]], relativeEpsilon: 0.2, excess: 0.5)
    #expect(needed == expected)
    let moments = try await document(["--network", path, "--inputs", inputs, "--epsilon", "0.2"])
    #expect(moments["samples"] as? Int == 30 && moments["inputs"] as? String == "moments")
    for layer in try #require(moments["layers"] as? [[String: Any]]) {
      let error = try #require(layer["fresh_error"] as? Double)
      #expect(0.1 < error && error < 1, "\(layer)")
    }
  }
}
