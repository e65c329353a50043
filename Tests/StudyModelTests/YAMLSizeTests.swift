// SPDX-License-Identifier: GPL-3.0-or-later
import StudyModel
import Testing

/// Texts that stand for more than they are: refused where the line is that makes them so, before they grow.
@Suite struct YAMLSizeTests {
  private func refusal(_ text: String, overrides: [String] = []) throws -> String {
    let error = try #require(throws: StudyError.self) {
      try Study(StudyFile(name: "s.yaml", text: text, overrides: overrides))
    }
    return "\(error)"
  }

  /// One value a line, each a list of nine times the one before: 9⁶ values are beyond 10⁵, in line 7.
  private let bomb = """
    a0: &a0 0

    """
    + (1...9).map { level in
      "a\(level): &a\(level) [\(repeatElement("*a\(level - 1)", count: 9).joined(separator: ", "))]\n"
    }
    .joined()

  @Test func aNestOfAliases() throws {
    let problem = "comes to more than 100000 values once its aliases are filled in; write fewer, or fewer aliases"
    #expect(try refusal(bomb) == "s.yaml:7: \(problem)")
    #expect(try refusal("study: x", overrides: ["grid=[\(bomb.replacing("\n", with: ""))]"]).hasPrefix("--set grid=["))
  }

  /// The key of a mapping is compared with its other keys, and so read to its end.
  @Test func aNestOfAliasesAsAKey() throws {
    let inner = bomb.split(separator: "\n").prefix(6).joined(separator: "\n")
    #expect(try refusal("\(inner)\n? [*a5, *a5]\n: 1").hasPrefix("s.yaml:7: comes to more than"))
  }

  @Test func aDeepNest() throws {
    let problem = "nests more than 32 levels deep; a study needs four"
    #expect(try refusal("study: x\ngrid: " + String(repeating: "[", count: 500)) == "s.yaml:2: \(problem)")
    // So many that the parser gives up before it says of the first.
    let most = try refusal("study: x\ngrid: " + String(repeating: "[", count: 100_000))
    #expect(most.hasPrefix("s.yaml:2: is not valid YAML: Maximum nesting level reached"))
    #expect(try refusal(String(repeating: "- ", count: 100_000)) == "s.yaml:1: \(problem)")
    // 20 levels, and 20 more in what an alias in them stands for.
    let nest = "a: &a " + String(repeating: "[", count: 20) + String(repeating: "]", count: 20)
    let deeper = "b: " + String(repeating: "[", count: 20) + "*a" + String(repeating: "]", count: 20)
    #expect(try refusal("\(nest)\n\(deeper)") == "s.yaml:2: \(problem)")
  }

  @Test func aLongText() throws {
    let text = "study: x\n#" + String(repeating: "x", count: StudyFile.byteLimit)
    #expect(try refusal(text) == "s.yaml:1: is 1048586 bytes long; a study has at most 1048576")
  }

  /// Aliases within the bounds mean what they refer to.
  @Test func anAliasIsRead() throws {
    let text = """
      study: x
      claim: recovery-law
      seed: 1
      grid: {dimension: &n [20, 30], sparsity: [2], samples: *n}
      trials: {each: 5}
      """
    let study = try Study(StudyFile(name: "s.yaml", text: text))
    #expect(study.settings.contains { $0 == ("grid.samples", "[20, 30]") })
  }

  /// What a message quotes is no longer than a line.
  @Test func longValuesAreQuotedInPart() throws {
    let list = "[" + (1...50_000).map { "\($0)" }.joined(separator: ", ") + "]"
    let word = String(repeating: "x", count: 500_000)
    for value in [list, word, "{\(word): 1}", "\(word)e5"] {
      for setting in ["seed", "claim", "method", "trials", word] {
        let text = "study: x\nclaim: recovery-law\nseed: 1\ngrid: {dimension: [9], sparsity: [2], samples: [9]}\n"
        let message = try refusal(text.replacing("\(setting): 1\n", with: "") + "\(setting): \(value)\n")
        #expect(message.utf8.count < 600, "\(message.prefix(700))")
      }
    }
  }
}
