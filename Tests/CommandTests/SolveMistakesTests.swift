// SPDX-License-Identifier: GPL-3.0-or-later
import ArrayFiles
import Foundation
import TestSupport
import Testing

/// What is wrong with the files or options of `trimlab solve`: its message and exit code.
@Suite struct SolveMistakesTests {
  private let layer: LayerFolder

  init() throws { layer = try LayerFolder() }

  /// The arrays as they are, with one of them replaced.
  @Test(
    arguments: [
      ("X", [[2, 1], [.nan, 0]], "X[1, 0] is nan; every entry must be finite"),
      ("X", [[2, .infinity], [1, 0]], "X[0, 1] is inf; every entry must be finite"),
      ("Y", [[4, 0], [1, -.infinity]], "Y[1, 1] is -inf; every entry must be finite"),
      ("V", [[0, .nan]], "V[0, 1] is nan; every entry must be finite"),
      (
        "Y", [[4, 0], [-3, 0]],
        "Y[1, 0] is -3.0; ReLU responses are never negative (for a linear last layer use --linear)"
      ),
      ("Y", [[4, 0, 1]], "Y has 3 samples (columns) where X has 2; both must hold one column per sample"),
      (
        "X", [[1, 2, 3], [4, 5, 6]],
        "Y has 2 samples (columns) where X has 3; both must hold one column per sample; X looks transposed, save X.T"
      ),
      ("V", [[0, 1], [2, 3]], "V is 2×2 where Y is 1×2; both must have the same shape"),
      ("X", [[], []], "X is 2×0; a program needs at least one input, one neuron and one sample"),
      ("Y", [[]], "Y is 1×0; a program needs at least one input, one neuron and one sample"),
    ] as [(String, [[Double]], String)])
  func numbersThatMakeNoProgram(_ name: String, _ rows: [[Double]], _ message: String) async throws {
    try layer.write("V", [0, 0])
    try layer.write(name, rows)
    let outcome = try await trimlab(layer.solving("--slack", layer.path("V"), "--output", layer.path("U"), "--json"))
    #expect(outcome.code == 65)
    let path = try layer.path(message.hasPrefix("Y has") ? "Y" : name)
    #expect(outcome.errors == "error: \(path): \(message)\n")
    #expect(outcome.output == "")
    #expect(!layer.folder.exists("U.npy"))
  }

  @Test func oneDimensionIsNotEnoughForInputs() async throws {
    try layer.write("X", [2, 1])
    let outcome = try await trimlab(layer.solving())
    #expect(outcome.code == 65)
    #expect(
      outcome.errors == "error: \(try layer.path("X")): X is one-dimensional; expected N×P, one column per sample\n")
  }

  /// Y as a file whose bytes are not what they should be.
  @Test(arguments: [
    ("truncated", "truncated: the array of shape [2] takes 16 bytes and 15 are left"),
    ("dtype", "dtype <i8 is not supported; '<f4', '>f4', '<f8' and '>f8' are: save a.astype('<f8') instead"),
    ("text", "not an .npy file; write one with numpy.save"),
    ("empty", "truncated: the magic string takes 6 bytes and 0 are left"),
  ])
  func bytesThatMakeNoArray(_ fault: String, _ message: String) async throws {
    let file = URL(filePath: try layer.path("Y"))
    let sound = try Data(contentsOf: file)
    var faulty = sound
    switch fault {
    case "truncated": faulty = sound.dropLast()
    case "dtype": faulty.replaceSubrange(try #require(sound.firstRange(of: Data("<f8".utf8))), with: Data("<i8".utf8))
    case "text": faulty = Data("4,0\n".utf8)
    default: faulty = Data()
    }
    try faulty.write(to: file)
    let outcome = try await trimlab(layer.solving())
    #expect(outcome.code == 65)
    #expect(outcome.errors == "error: \(file.path): \(message)\n")
    #expect(outcome.output == "")
  }

  @Test(arguments: ["X", "Y", "V"])
  func aFileThatIsNotThere(_ name: String) async throws {
    try layer.write("V", [0, 0])
    try FileManager.default.removeItem(atPath: layer.path(name))
    let outcome = try await trimlab(layer.solving("--slack", layer.path("V")))
    #expect(outcome.code == 66)
    #expect(outcome.errors == "error: \(try layer.path(name)): no such file\n")
  }

  @Test func aFolderForAFile() async throws {
    let folder = layer.folder.url.path
    let outcome = try await trimlab("solve", "--inputs", folder, "--responses", folder)
    #expect(outcome.code == 66)
    #expect(outcome.errors == "error: \(folder): Is a directory\n")
  }

  @Test(arguments: [
    ("/proc/U.npy", "No such file or directory"),
    ("/proc/absent/U.npy", "/proc/absent is not a folder that can be written to"),
    ("/dev/null", "not a regular file"),
    ("/tmp", "not a regular file"),
  ])
  func anOutputThatCannotBeWritten(_ path: String, _ reason: String) async throws {
    let outcome = try await trimlab(layer.solving("--output", path, "--force"))
    #expect(outcome.code == 73)
    #expect(outcome.errors == "error: cannot write \(path): \(reason)\n")
    #expect(outcome.output == "")
  }

  @Test(arguments: [
    ("--epsilon=-1", "--epsilon -1.0: expected a finite number, at least 0"),
    ("--epsilon=nan", "--epsilon nan"),
    ("--lambda=0", "--lambda 0.0: expected a finite number greater than 0"),
    ("--epsilon=x", "The value 'x' is invalid for '--epsilon"),
    ("--tolerance=0", "--tolerance 0.0: expected a number between 0 and 1, such as 1e-8"),
    ("--tolerance=nan", "--tolerance nan: expected"),
    ("--method=simplex", "The value 'simplex' is invalid for '--method"),
    ("--outptu=U.npy", "Unknown option '--outptu'. Did you mean '--output'?"),
  ])
  func optionsThatMakeNoSense(_ option: String, _ message: String) async throws {
    let outcome = try await trimlab(layer.solving(option))
    #expect(outcome.code == 64)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
    #expect(outcome.output == "")
  }
}
