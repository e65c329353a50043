// SPDX-License-Identifier: GPL-3.0-or-later
import ArrayFiles
import Foundation
import RandomStreams
import TestSupport
import Testing

/// `prune --holdout`: what is measured on samples that were kept from pruning.
@Suite struct HoldoutTests {
  private let network: NetworkFolder

  /// Two layers, 12·8·2, and 200 Gaussian samples.
  init() throws {
    network = try NetworkFolder()
    var stream = RandomStream(StreamKey(seed: 3, content: "held out", trial: 0, purpose: "network"))
    func normal(_ count: Int) -> [Double] { (0..<count).map { _ in stream.normal() } }
    try network.write([
      network.tensor("layers.0.weight", [8, 12], normal(96)), network.tensor("layers.0.bias", [8], normal(8)),
      network.tensor("layers.1.weight", [2, 8], normal(16)),
    ])
    try network.writeSamples(normal(12 * 200), shape: [12, 200])
  }

  @Test func theErrorOnSamplesHeldOutIsThatOfTheWrittenNetwork() async throws {
    let outcome = try await trimlab(network.pruning("parallel", 0.2, "--holdout=0.25", "--json"))
    #expect(outcome.code == 0, "\(outcome.errors)")
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(document["samples"] as? Int == 150)
    let holdout = try #require(document["holdout"] as? [String: Any])
    #expect(holdout["samples"] as? Int == 50)
    let layers = try #require(holdout["layers"] as? [[String: Any]])
    #expect(layers.count == 2)
    for layer in layers {
      let (error, law) = (layer["fresh_error"] as? Double, layer["predicted_fresh_error"] as? Double)
      // Small layers scatter; the error is above R and the law is not far.
      #expect(try #require(error) > 0.15 && abs(try #require(law) / #require(error) - 1) < 0.5, "\(layer)")
    }
    // More is lost on samples that were not pruned for than on those that were.
    let error = try #require(holdout["output_error"] as? Double)
    #expect(error > 0.2 && error < 1)
  }

  @Test(arguments: [
    (["cascade", "--holdout=0.2"], 64, "--scheme parallel"), (["parallel", "--holdout=1.5"], 64, "--holdout 1.5"),
    (["parallel", "--holdout=0.001"], 65, "leaves none on one side"),
  ])
  func mistakesAreNamed(arguments: [String], code: Int, said: String) async throws {
    let outcome = try await trimlab(network.pruning(arguments[0], 0.2, arguments[1]))
    #expect(outcome.code == Int32(code) && outcome.errors.contains(said), "\(outcome)")
    #expect(try network.outputs == [])
  }
}
