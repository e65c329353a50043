// SPDX-License-Identifier: GPL-3.0-or-later
import ArrayFiles
import Foundation
import TestSupport
import Testing

/// A network small enough to be pruned by hand.
@Suite struct PruneCommandTests {
  private let network: NetworkFolder
  /// R for ε_1² = .5: then y = 1.3x, without bias, and the error of the planted second layer is √.5.
  private let relative = (0.5 / 20).squareRoot()

  init() throws { network = try NetworkFolder() }

  private func document(_ outcome: Outcome) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any], "\(outcome.errors)")
  }

  private func layers(_ document: [String: Any]) throws -> [[String: Any]] {
    try #require(document["layers"] as? [[String: Any]])
  }

  private func expect(
    _ layer: [String: Any], _ measures: [String: Double], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for (key, value) in measures {
      expectClose(
        try #require(layer[key] as? Double), value, absolute: 1e-10, key, sourceLocation: sourceLocation)
    }
  }

  @Test func theDocumentHasEveryMeasure() async throws {
    let outcome = try await trimlab(
      network.pruning("parallel", relative, "--json", "--report", network.folder.path("r")))
    #expect(outcome.code == 0 && outcome.errors == "")
    let document = try document(outcome)
    #expect(
      document.keys.sorted() == [
        "epsilon", "error_as_written", "is_link_normalised", "layers", "nonzeros_after", "nonzeros_before",
        "residual_tolerance", "samples", "scheme", "seconds", "status", "tolerance", "violation_tolerance",
      ])
    #expect(document["status"] as? String == "optimal" && document["samples"] as? Int == 2)
    #expect(document["nonzeros_before"] as? Int == 3 && document["nonzeros_after"] as? Int == 2)
    let layers = try layers(document)
    let columns = try network.folder.read("r/layers.csv").split(separator: "\n")
    #expect(columns.count == 3)
    #expect(Set(layers[0].keys) == Set(columns[0].split(separator: ",").map(String.init)))
    try expect(
      layers[0],
      [
        "norm1_before": 2, "norm1_after": 1.3, "epsilon": 0.5.squareRoot(), "residual_norm": 0.5.squareRoot(),
        "response_norm": 20.0.squareRoot(), "measured_error": 0.5.squareRoot(), "bound": 0.5.squareRoot(),
        "bound_link_normalised": 0.5.squareRoot(), "bound_sharp": 0.5.squareRoot(), "max_violation": 0,
        "relative_violation": 0, "relative_gap": 0, "kappa": 1,
      ])
    // z = u·y with √20·(1 − u) = √.5.
    let u = 1 - relative
    try expect(
      layers[1],
      [
        "norm1_after": u, "measured_error": (pow(1.3 * u - 2, 2) + pow(3.9 * u - 4, 2)).squareRoot(),
        "bound": 2 * 0.5.squareRoot(), "bound_sharp": (1 + u) * 0.5.squareRoot(),
      ])
    for layer in layers { #expect(layer["hypotheses_certified"] as? Bool == true) }
    #expect(try network.folder.read("r/prune.json") == outcome.output)
    #expect(try network.outputs == ["pruned.safetensors", "r"])
  }

  @Test func theTableSaysTheSame() async throws {
    let outcome = try await trimlab(network.pruning("cascade", relative, "--gamma=1"))
    #expect(outcome.code == 0)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines[0].hasPrefix("cascade, R = 0.158") && lines[0].hasSuffix(", γ = 1.0, κ = 1.0, 2 samples, 1 → 1 → 1"))
    #expect(lines[1] == " layer   before    after        ε residual    error  theorem    sharp      gap")
    #expect(lines[2].hasPrefix("     0        2        1 7.07e-01 7.07e-01 7.07e-01 7.07e-01 7.07e-01 "))
    #expect(lines[3].hasPrefix("     1        1        1 7.07e-01 7.07e-01 7.07e-01 7.07e-01 7.07e-01 "))
    #expect(lines[4].hasPrefix("3 → 2 non-zeros, relative error of the responses 0.158, "))
    #expect(lines.count == 5 && lines.allSatisfy { $0.count <= 80 })
  }

  @Test(arguments: [TensorType.float32, .float64])
  func theFileKeepsItsTypeAndWhatIsNoLayer(type: TensorType) async throws {
    let other = network.tensor("other", [2, 2, 1], [1, 2, 3, 4])
    try network.write([
      network.tensor("layers.0.bias", [1], [1], type), other, network.tensor("layers.0.weight", [1, 1], [1], type),
      network.tensor("layers.1.weight", [1, 1], [1], type),
    ])
    let outcome = try await trimlab(network.pruning("parallel", relative, "--json"))
    #expect(outcome.code == 0)
    let pruned = try Safetensors.read(network.path("pruned"))
    #expect(pruned.tensors.map(\.name) == ["layers.0.bias", "other", "layers.0.weight", "layers.1.weight"])
    #expect(pruned.tensors.map(\.type) == [type, .float64, type, type])
    #expect(pruned["other"] == other && pruned.metadata == ["format": "pt"])
    #expect(try pruned["layers.0.bias"]?.elements == [0])
    let weight = try #require(pruned["layers.0.weight"]?.elements.first)
    expectClose(weight, 1.3, absolute: type == .float32 ? 6e-8 : 1e-12)
    // The error of what is in the file.
    let second = try #require(pruned["layers.1.weight"]?.elements.first)
    let error = (pow(weight * second - 2, 2) + pow(3 * weight * second - 4, 2)).squareRoot()
    try expect(document(outcome), ["error_as_written": error])
  }

  @Test func aReLUMayBeTheLast() async throws {
    try network.write([network.tensor("layers.0.weight", [1, 1], [1])])
    try network.writeSamples([2, -5], shape: [1, 2])
    let linear = try await trimlab(network.pruning("parallel", 0.1, "--json"))
    let relu = try await trimlab(network.pruning("parallel", 0.1, "--relu-output", "--force", "--json"))
    try expect(layers(document(linear))[0], ["response_norm": 29.0.squareRoot()])
    try expect(layers(document(relu))[0], ["response_norm": 2, "norm1_after": 0.9])
  }

  @Test func theNumberOfWorkersChangesNothing() async throws {
    let weights: (Int, Int) -> [Double] = { count, seed in (0..<count).map { sin(Double(($0 + seed) * ($0 + 1))) } }
    try network.write([
      network.tensor("layers.0.weight", [12, 8], weights(96, 1)), network.tensor("layers.0.bias", [12], weights(12, 2)),
      network.tensor("layers.1.weight", [10, 12], weights(120, 3)),
      network.tensor("layers.2.weight", [3, 10], weights(30, 4)),
    ])
    try network.writeSamples(weights(400, 5), shape: [8, 50])
    var files: [Data] = []
    for workers in [1, 2, 3] {
      let outcome = try await trimlab(network.pruning("parallel", 0.05, "--workers=\(workers)", "--force"))
      #expect(outcome.code == 0)
      files.append(try Data(contentsOf: URL(filePath: network.path("pruned"))))
    }
    #expect(files[1] == files[0] && files[2] == files[0])
  }

  /// The smallest feasible κ is √.8.
  @Test func aRiskThatNoWeightsMeetEndsWithTwoAndNoFile() async throws {
    let report = try network.folder.path("report")
    let outcome = try await trimlab(
      network.pruning("cascade", relative, "--gamma=1", "--kappa=0.5", "--report", report, "--json"))
    #expect(outcome.code == 2)
    #expect(outcome.errors == "nothing was written: not every layer is optimal\n")
    let document = try document(outcome)
    #expect(document["status"] as? String == "infeasible")
    #expect(try layers(document).map { $0["status"] as? String } == ["optimal", "infeasible"])
    #expect(try layers(document)[1]["relative_gap"] is NSNull)
    #expect(try network.outputs == [])
    let table = try await trimlab(network.pruning("cascade", relative, "--gamma=1", "--kappa=0.5"))
    #expect(
      table.output.hasSuffix(
        "Layer 1 is infeasible at κ = 0.5: enlarge --kappa, or search with --retry-kappa 0.01.\n"))
    #expect(try network.outputs == [])
  }

  @Test func aRiskIsRaisedToTheSmallestThatWeightsMeet() async throws {
    let options = try network.pruning("cascade", relative, "--gamma=1", "--kappa=0.5", "--retry-kappa=0.001", "--force")
    let outcome = try await trimlab(options + ["--json"])
    #expect(outcome.code == 0)
    let document = try document(outcome)
    let kappa = try #require(try layers(document)[1]["kappa"] as? Double)
    #expect(document["kappa"] as? Double == 0.5)
    #expect(kappa >= 0.8.squareRoot() && kappa <= 0.8.squareRoot() + 0.001)
    let table = try await trimlab(options)
    #expect(table.output.contains("No weights were found for κ = 0.5; the last layer has κ = \(kappa).\n"))
  }

  @Test func whatExistsIsReplacedOnlyByForce() async throws {
    let report = try network.folder.path("r")
    #expect(try await trimlab(network.pruning("parallel", relative, "--report", report)).code == 0)
    let again = try await trimlab(network.pruning("parallel", 0, "--report", report))
    #expect(again.code == 73 && again.output == "")
    #expect(again.errors == "error: cannot write \(try network.path("pruned")): the file exists; --force replaces it\n")
    try FileManager.default.removeItem(atPath: network.path("pruned"))
    let table = try await trimlab(network.pruning("parallel", 0, "--report", report))
    #expect(table.code == 73)
    #expect(table.errors == "error: cannot write \(report)/layers.csv: the file exists; --force replaces it\n")
    #expect(try network.outputs == ["r"])
    #expect(try await trimlab(network.pruning("parallel", 0, "--report", report, "--force")).code == 0)
    #expect(try Safetensors.read(network.path("pruned"))["layers.1.weight"]?.elements == [1])
  }

  @Test func helpHasAnExample() async throws {
    let help = try await trimlab("prune", "--help")
    #expect(help.code == 0)
    #expect(help.output.contains("trimlab prune --network net.safetensors --inputs X.npy --scheme cascade"))
    for option in ["epsilon", "gamma", "kappa", "retry-kappa", "linear-output", "workers", "report", "force", "json"] {
      #expect(help.output.contains("--\(option)"), "\(option)")
    }
  }
}
