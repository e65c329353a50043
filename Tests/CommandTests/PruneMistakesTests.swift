// SPDX-License-Identifier: GPL-3.0-or-later
import ArrayFiles
import Foundation
import TestSupport
import Testing

/// What is wrong with the files or options of `trimlab prune`: its message and exit code, and that nothing is written.
@Suite struct PruneMistakesTests {
  private let network: NetworkFolder

  init() throws { network = try NetworkFolder() }

  private func expectRefusal(
    _ outcome: Outcome, _ code: Int32, _ errors: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    #expect(outcome.code == code, sourceLocation: sourceLocation)
    #expect(outcome.errors.hasPrefix(errors), "\(outcome.errors)", sourceLocation: sourceLocation)
    #expect(outcome.output == "", sourceLocation: sourceLocation)
    #expect(try network.outputs == [], sourceLocation: sourceLocation)
  }

  private static func tensor(_ name: String, _ shape: [Int], _ elements: [Double]) -> Tensor {
    Tensor(name: name, type: .float32, shape: shape, elements: elements)
  }

  @Test(
    arguments: [
      (
        [tensor("layers.0.weight", [2, 1], [1, 1]), tensor("layers.1.weight", [1, 3], [1, 1, 1])],
        "tensor 'layers.1.weight' takes 3 inputs where the layer before has 2 outputs; its shape must be [outputs, 2]"
      ),
      (
        [tensor("layers.0.weight", [2], [1, 1])],
        "tensor 'layers.0.weight' has the shape [2]; expected [outputs, inputs], each at least 1, as nn.Linear stores it"
      ),
      (
        [tensor("layers.0.weight", [1, 1], [1]), tensor("layers.2.weight", [1, 1], [1])],
        "tensor 'layers.1.weight' is missing though there is a layer 2; number the nn.Linear modules 0, 1, 2, … without gaps"
      ),
      (
        [tensor("fc.weight", [1, 1], [1])],
        "no tensor is named layers.0.weight; name the list of nn.Linear modules 'layers' (found fc.weight)"
      ),
      (
        [tensor("layers.0.weight", [1, 1], [1]), tensor("layers.0.bias", [1], [.nan])],
        "layers.0.bias[0] is nan; every weight must be finite"
      ),
    ] as [([Tensor], String)])
  func tensorsThatMakeNoNetwork(_ tensors: [Tensor], _ message: String) async throws {
    try network.write(tensors)
    let outcome = try await trimlab(network.pruning("parallel", 0.1))
    try expectRefusal(outcome, 65, "error: \(try network.path("net")): \(message)\n")
  }

  /// A file with one tensor, `layers.0.weight`, and eight bytes of data.
  private func file(_ type: String, shape: String) -> Data {
    let header = #"{"layers.0.weight":{"dtype":"\#(type)","shape":\#(shape),"data_offsets":[0,8]}}"#
    return withUnsafeBytes(of: UInt64(header.utf8.count).littleEndian) { Data($0) } + Data(header.utf8) + Data(count: 8)
  }

  @Test(arguments: [
    ("BF16", "[4,1]", "tensor 'layers.0.weight' is BF16; F32 and F64 can be read: in PyTorch, save {k: v.float() for"),
    ("F16", "[4,1]", "tensor 'layers.0.weight' is F16; F32 and F64 can be read: in PyTorch, save {k: v.float() for"),
    ("I64", "[1,1]", "tensor 'layers.0.weight' is I64; F32 and F64 can be read: in PyTorch, save {k: v.float() for"),
    ("F32", "[3,1]", "malformed safetensors header: tensor 'layers.0.weight': shape [3, 1] in F32 takes 12 bytes"),
    ("truncated", "[2,1]", "truncated: the data of tensor 'layers.0.weight' takes 8 bytes and 7 are left\n"),
    ("header", "", "not a safetensors file: its header would take 2314885530818453536 bytes and the format allows"),
    ("empty", "", "truncated: the header's length takes 8 bytes and 0 are left\n"),
  ])
  func bytesThatMakeNoNetwork(_ type: String, _ shape: String, _ message: String) async throws {
    let bytes =
      switch type {
      case "truncated": file("F32", shape: shape).dropLast()
      case "header": Data(String(repeating: " ", count: 20).utf8)
      case "empty": Data()
      default: file(type, shape: shape)
      }
    try bytes.write(to: URL(filePath: network.path("net")))
    let outcome = try await trimlab(network.pruning("parallel", 0.1))
    try expectRefusal(outcome, 65, "error: \(try network.path("net")): \(message)")
  }

  @Test(
    arguments: [
      ([1, 2], [2], "X is one-dimensional; expected N×P, one column per sample"),
      ([1, 2, 3, 4], [2, 2], "X is 2×2 where the network has 1 inputs; expected N×P, one column per sample"),
      (
        [1, 2], [2, 1],
        "X is 2×1 where the network has 1 inputs; expected N×P, one column per sample; X looks transposed, save X.T"
      ),
      ([], [1, 0], "X holds no samples; a scheme needs at least one"),
      ([1, .nan], [1, 2], "X[0, 1] is nan; every entry must be finite"),
    ] as [([Double], [Int], String)])
  func samplesThatDoNotFit(_ elements: [Double], _ shape: [Int], _ message: String) async throws {
    try network.writeSamples(elements, shape: shape)
    for scheme in ["parallel", "cascade"] {
      let outcome = try await trimlab(network.pruning(scheme, 0.1))
      try expectRefusal(outcome, 65, "error: \(try network.folder.path("X.npy")): \(message)\n")
    }
  }

  @Test func negativeSamplesAreFine() async throws {
    try network.writeSamples([-1, -3], shape: [1, 2])
    #expect(try await trimlab(network.pruning("cascade", 0.1)).code == 0)
  }

  @Test(arguments: ["net.safetensors", "X.npy"]) func aFileThatIsNotThere(_ name: String) async throws {
    try FileManager.default.removeItem(atPath: network.folder.path(name))
    let outcome = try await trimlab(network.pruning("parallel", 0.1))
    try expectRefusal(outcome, 66, "error: \(try network.folder.path(name)): no such file\n")
  }

  @Test(arguments: [
    (["--epsilon=-0.1"], "--epsilon -0.1: expected a finite number, at least 0"),
    (["--epsilon=inf"], "--epsilon inf: expected a finite number, at least 0"),
    (["--gamma=0.99"], "--gamma 0.99: expected a finite number, at least 1"),
    (["--gamma=nan"], "--gamma nan: expected a finite number, at least 1"),
    (["--kappa=0"], "--kappa 0.0: expected a number above 0 and at most 1"),
    (["--kappa=1.1"], "--kappa 1.1: expected a number above 0 and at most 1"),
    (["--kappa=nan"], "--kappa nan: expected a number above 0 and at most 1"),
    (["--retry-kappa=0"], "--retry-kappa 0.0: expected a precision between 0 and 1, such as 0.01"),
    (["--workers=0"], "--workers 0: expected at least 1"),
    (
      ["--scheme=parallel", "--gamma=2"],
      "--gamma belongs to --scheme cascade; the parallel scheme has no such parameter"
    ),
    (["--scheme=parallel", "--kappa=0.5"], "--kappa belongs to --scheme cascade"),
    (["--scheme=serial"], "The value 'serial' is invalid for '--scheme"),
    (["--linear-output", "--relu-output"], "Value to be set with flag '--relu-output' had already been set"),
  ])
  func optionsThatMakeNoSense(_ options: [String], _ message: String) async throws {
    let outcome = try await trimlab(network.pruning("cascade", 0.1) + options)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
    try expectRefusal(outcome, 64, "Error: ")
  }

  @Test(arguments: [
    ("--output", "/proc/absent/net", "/proc/absent/net: /proc/absent is not a folder that can be written to"),
    ("--output", "/dev/null", "/dev/null: not a regular file"),
    ("--report", "/proc/absent", "/proc/absent: "),
    ("--report", "/dev/null/report", "/dev/null/report: /dev/null is not a folder that can be written to"),
    ("--report", "/dev/null", "/dev/null: /dev/null is not a folder that can be written to"),
  ])
  func placesThatCannotBeWritten(_ option: String, _ path: String, _ message: String) async throws {
    let outcome = try await trimlab(network.pruning("parallel", 0.1) + ["--force", option, path])
    try expectRefusal(outcome, 73, "error: cannot write \(message)")
  }
}
