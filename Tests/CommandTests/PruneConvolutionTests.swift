// SPDX-License-Identifier: GPL-3.0-or-later
import ArrayFiles
import Foundation
import RandomStreams
import TestSupport
import Testing

/// `trimlab prune --architecture`: images of 4×4 pixels, three filters of 3×3, maxima of 2×2, two outputs.
@Suite struct PruneConvolutionTests {
  private let files: NetworkFolder

  init() throws {
    files = try NetworkFolder()
    var stream = RandomStream(StreamKey(seed: 5, content: "convolution", trial: 0, purpose: "test"))
    func normal(_ count: Int) -> [Double] { (0..<count).map { _ in stream.normal() } }
    try files.write([
      files.tensor("layers.0.weight", [3, 1, 3, 3], normal(27), .float32),
      files.tensor("layers.0.bias", [3], normal(3), .float32),
      files.tensor("layers.1.weight", [2, 12], normal(24)), files.tensor("steps", [1], [7]),
    ])
    try files.writeSamples(normal(16 * 40), shape: [16, 40])
    try write(padding: 1)
  }

  private func write(padding: Int, size: Int = 2) throws {
    _ = try files.folder.path(
      "net.yaml",
      """
      images: {channels: 1, height: 4, width: 4}
      layers:
        - {layer: convolution, padding: \(padding), pooling: {kind: max, size: \(size)}}
        - {layer: linear}
      """)
  }

  private var architecture: [String] { get throws { ["--architecture", try files.folder.path("net.yaml")] } }

  private var shapes: [String: [Int]] {
    get throws {
      let written = try Safetensors.read(files.path("pruned"))
      return Dictionary(written.tensors.map { ($0.name, $0.shape) }) { first, _ in first }
    }
  }

  @Test(arguments: ["parallel", "cascade"])
  func tensorsKeepTheirShapes(_ scheme: String) async throws {
    let run = try await trimlab(try files.pruning(scheme, 0.2) + (try architecture) + ["--json"])
    #expect(run.code == 0, "\(run.errors)")
    #expect(
      try shapes == ["layers.0.weight": [3, 1, 3, 3], "layers.0.bias": [3], "layers.1.weight": [2, 12], "steps": [1]])
    let document = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let layers = try #require(document["layers"] as? [[String: Any]])
    for layer in layers {
      let error = try #require(layer["measured_error"] as? Double)
      #expect(try error <= #require(layer["bound_sharp"] as? Double) * (1 + 1e-9))
      #expect(try #require(layer["nonzeros_after"] as? Int) < #require(layer["nonzeros_before"] as? Int))
    }
  }

  /// A filter goes with its bias and with what the next layer had for its pixels.
  @Test func filtersGoAsAWhole() async throws {
    let arguments = [
      "prune", "--network", try files.path("net"), "--inputs", try files.folder.path("X.npy"), "--scheme", "filters",
      "--density", "0.7", "--output", try files.path("pruned"),
    ]
    let run = try await trimlab(arguments + (try architecture))
    #expect(run.code == 0, "\(run.errors)")
    let written = try Safetensors.read(files.path("pruned"))
    let (filters, biases, next) = (
      try #require(try written["layers.0.weight"]?.elements), try #require(try written["layers.0.bias"]?.elements),
      try #require(try written["layers.1.weight"]?.elements)
    )
    let removed = (0..<3).filter { filter in filters[9 * filter..<9 * filter + 9].allSatisfy { $0 == 0 } }
    #expect(removed.count == 1)
    for filter in 0..<3 {
      let isRemoved = removed.contains(filter)
      #expect((biases[filter] == 0) == isRemoved)
      for output in 0..<2 {
        let pixels = next[12 * output + 4 * filter..<12 * output + 4 * filter + 4]
        #expect(pixels.allSatisfy { ($0 == 0) == isRemoved })
      }
    }
  }

  @Test func magnitudePrunesConvolutions() async throws {
    let arguments = [
      "prune", "--network", try files.path("net"), "--inputs", try files.folder.path("X.npy"), "--scheme", "magnitude",
      "--density", "0.5", "--output", try files.path("pruned"),
    ]
    let run = try await trimlab(arguments + (try architecture))
    #expect(run.code == 0, "\(run.errors)")
    let written = try Safetensors.read(files.path("pruned"))
    #expect(try #require(try written["layers.1.weight"]?.elements).count { $0 != 0 } == 12)
  }

  @Test func shapesThatDoNotFitAreBadData() async throws {
    try write(padding: 0)
    let run = try await trimlab(try files.pruning("parallel", 0.2) + (try architecture))
    #expect(run.code == 65)
    #expect(
      run.errors.contains("'layers.1.weight' takes 12 inputs where 3 channels of 1×1 pixels come in"), "\(run.errors)")
    try write(padding: 1, size: 5)
    let pooled = try await trimlab(try files.pruning("parallel", 0.2) + (try architecture))
    #expect(pooled.code == 65 && pooled.errors.contains("windows of 5×5 pixels"), "\(pooled.errors)")
    let plain = try await trimlab(try files.pruning("parallel", 0.2))
    #expect(plain.code == 65 && plain.errors.contains("--architecture"), "\(plain.errors)")
    #expect(try files.outputs == ["net.yaml"])
  }

  @Test func filesThatAreMissingOrNotYAMLAreNamed() async throws {
    let missing = try await trimlab(try files.pruning("parallel", 0.2, "--architecture", "nowhere.yaml"))
    #expect(missing.code == 66 && missing.errors.contains("nowhere.yaml"), "\(missing.errors)")
    _ = try files.folder.path("net.yaml", "images: 3\n")
    let wrong = try await trimlab(try files.pruning("parallel", 0.2) + (try architecture))
    #expect(wrong.code == 65 && wrong.errors.contains("net.yaml:1"), "\(wrong.errors)")
  }

  @Test(arguments: [
    (["--scheme", "parallel", "--epsilon", "0.1", "--holdout", "0.2"], "--holdout compares with a law"),
    (
      ["--scheme", "magnitude", "--density", "0.5", "--retrain", "--labels", "y.npy"],
      "--retrain trains fully connected"
    ),
    (["--scheme", "magnitude", "--like", "other.safetensors"], "--like compares fully connected"),
    (["--scheme", "filters"], "--scheme filters needs --density"),
    (["--scheme", "filters", "--density", "2"], "--density 2.0: expected a number from 0 to 1"),
    (["--scheme", "filters", "--density", "0.5", "--quality", "1"], "--quality belongs to --scheme magnitude"),
    (["--scheme", "filters", "--density", "0.5", "--epsilon", "0.1"], "--scheme filters has --density"),
  ])
  func optionsThatDoNotGoTogetherAreMisuse(_ options: [String], _ words: String) async throws {
    let base = [
      "prune", "--network", try files.path("net"), "--inputs", try files.folder.path("X.npy"), "--output",
      try files.path("pruned"),
    ]
    let run = try await trimlab(base + options + (try architecture))
    #expect(run.code == 64 && run.errors.contains(words), "\(run.errors)")
  }
}
