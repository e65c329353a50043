// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Foundation
import StudyModel
import Testing

/// `Studies/study.schema.json` is what editors complete from; it must know the keys that the decoder knows.
@Suite struct StudySchemaTests {
  private static let studies = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Studies")

  private static let file = studies.appending(path: "study.schema.json")

  /// `TRIMLAB_WRITE_SCHEMA=1 swift test --filter StudySchemaTests` writes it anew.
  @Test func isWhatTheExperimentsDeclare() throws {
    let schema = try StudySchema.json()
    if ProcessInfo.processInfo.environment["TRIMLAB_WRITE_SCHEMA"] != nil { try Data(schema.utf8).write(to: Self.file) }
    #expect(try String(contentsOf: Self.file, encoding: .utf8) == schema)
  }

  /// The decoder lists the keys it knows when it meets one it does not.
  @Test(arguments: ClaimRegistry.all.map(\.name) + ["survey", "classifier-survey"])
  func hasTheDecodersKeys(_ claim: String) throws {
    let known = try known("eys here: ") { try decode("study: tiny\nclaim: \(claim)\nstranger: 1") }
    #expect(try Self.keys(claim, "properties") == known)
    let parameters = try self.known("eys here: ") {
      try decode("study: tiny\nclaim: \(claim)\nseed: 1\ngrid: {stranger: 1}")
    }
    #expect(try Self.keys(claim, "properties.grid.properties") == parameters)
  }

  @Test(arguments: [
    ("inputs.stranger", "inputs"), ("weights.stranger", "weights"), ("noise.stranger", "noise"),
    ("success.stranger", "success"), ("method.stranger", "method"),
    ("grid.sparsity.stranger", "grid.properties.sparsity"),
    ("grid.samples.stranger", "grid.properties.samples"),
  ])
  func hasTheDecodersInnerKeys(_ stranger: String, _ path: String) throws {
    let known = try known("eys here: ") { try decode(tinyStudy, overrides: ["\(stranger)=1"]) }
    let forms = try #require(try Self.schema("recovery-law.properties.\(path)") as? [String: Any])
    #expect(Self.innerKeys(forms).isSuperset(of: known), "\(Self.innerKeys(forms)) lacks some of \(known)")
  }

  @Test(arguments: [
    ("weights.values", "weights"), ("inputs.distribution", "inputs"),
    ("grid.samples.relative-to", "grid.properties.samples"), ("method", "method"),
  ])
  func hasTheDecodersChoices(_ key: String, _ path: String) throws {
    let known = try known("xpected one of: ") { try decode(tinyStudy, overrides: ["\(key)=stranger"]) }
    let forms = try #require(try Self.schema("recovery-law.properties.\(path)") as? [String: Any])
    #expect(Self.words(forms).isSuperset(of: known), "\(Self.words(forms)) lacks some of \(known)")
  }

  /// All keys of objects in a schema, however deep.
  private static func innerKeys(_ schema: Any) -> Set<String> {
    if let list = schema as? [Any] { return list.reduce(into: []) { $0.formUnion(innerKeys($1)) } }
    guard let object = schema as? [String: Any] else { return [] }
    let own = (object["properties"] as? [String: Any]).map { Set($0.keys) } ?? []
    return object.values.reduce(into: own) { $0.formUnion(innerKeys($1)) }
  }

  /// All words that a schema allows for, however deep.
  private static func words(_ schema: Any) -> Set<String> {
    if let list = schema as? [Any] { return list.reduce(into: []) { $0.formUnion(words($1)) } }
    guard let object = schema as? [String: Any] else { return [] }
    let own = Set((object["enum"] as? [String] ?? []) + [object["const"] as? String].compactMap(\.self))
    return object.values.reduce(into: own) { $0.formUnion(words($1)) }
  }

  @Test(
    arguments: try FileManager.default.contentsOfDirectory(at: studies, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "yaml" })
  func everyStudyDecodes(_ file: URL) throws {
    let text = try String(contentsOf: file, encoding: .utf8)
    // As a run folder has it: files that a study names need not be there.
    let study = try Study(StudyFile(name: file.lastPathComponent, text: text, files: [:]))
    #expect(study.name == file.deletingPathExtension().lastPathComponent)
    #expect(text.hasPrefix("# yaml-language-server: $schema=study.schema.json\n"))
  }

  /// What the message of a refusal lists after `words`.
  private func known(_ words: String, _ decoding: () throws -> Study) throws -> Set<String> {
    let error = try #require(throws: StudyError.self) { _ = try decoding() }
    let list = try #require(error.problem.components(separatedBy: words).last)
    return Set(list.components(separatedBy: ", "))
  }

  private static func keys(_ claim: String, _ path: String) throws -> Set<String> {
    Set(try #require(try schema("\(claim).\(path)") as? [String: Any]).keys)
  }

  /// What stands at a path in the branch of a claim.
  private static func schema(_ path: String) throws -> Any? {
    let root = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    return "$defs.\(path)".split(separator: ".").reduce(root) { object, key in
      (object as? [String: Any])?[String(key)] as Any
    }
  }
}
