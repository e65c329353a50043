// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Foundation
import StudyModel
import Testing

/// `Studies/study.schema.json` is what editors complete from; it must know the keys that the decoder knows.
@Suite struct StudySchemaTests {
  private static let studies = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Studies")

  /// Editors complete from the names listed; a claim that is not among them can be named all the same.
  @Test func theNamesListedAreClaims() throws {
    let choices = try #require(try Self.schema("properties.claim.anyOf") as? [[String: Any]])
    let listed = try #require(choices[0]["enum"] as? [String])
    #expect(Set(listed).isSubset(of: ClaimRegistry.all.map(\.name)) && Set(listed).count == listed.count)
    #expect(choices[1] as? [String: String] == ["type": "string"])
    #expect(Set(listed).isSuperset(of: try Self.kinds().keys))
  }

  /// The decoder lists the keys it knows when it meets one it does not.
  @Test(arguments: ClaimRegistry.all.map(\.name))
  func hasTheDecodersKeys(_ claim: String) throws {
    let known = try known("eys here: ") { try decode("study: tiny\nclaim: \(claim)\nstranger: 1") }
    let kind = try Self.kinds()[claim] ?? "measured-study"
    #expect(try Self.keys("$defs.\(kind).properties") == known)
    let grid = try #require(try Self.schema("$defs.\(kind).properties.grid") as? [String: Any])
    let properties = try Self.resolved(grid)["properties"] as? [String: Any]
    guard let properties else { return #expect(kind == "measured-study", "any grid") }
    let parameters = try self.known("eys here: ") {
      try decode("study: tiny\nclaim: \(claim)\nseed: 1\ngrid: {stranger: 1}")
    }
    #expect(Set(properties.keys) == parameters)
  }

  @Test(arguments: [
    ("inputs.stranger", "$defs.inputs.properties"), ("weights.stranger", "$defs.weights.properties"),
    ("trials.stranger", "$defs.trials.properties"), ("grid.sparsity.stranger", "$defs.fractions.properties"),
    ("grid.samples.stranger", "$defs.relative.properties"),
    ("grid.samples.adaptive.stranger", "$defs.adaptive.properties"),
  ])
  func hasTheDecodersInnerKeys(_ stranger: String, _ path: String) throws {
    let known = try known("eys here: ") { try decode(tinyStudy, overrides: ["\(stranger)=1"]) }
    #expect(try Self.keys(path) == known)
  }

  @Test(arguments: [
    ("method", "$defs.method.enum"),
    ("weights.values", "$defs.weights.properties.values.enum"),
    ("inputs.distribution", "$defs.inputs.properties.distribution.enum"),
    ("grid.samples.relative-to", "$defs.relative.properties.relative-to.enum"),
  ])
  func hasTheDecodersChoices(_ key: String, _ path: String) throws {
    let known = try known("xpected one of: ") { try decode(tinyStudy, overrides: ["\(key)=stranger"]) }
    #expect(Set(try #require(Self.schema(path) as? [String])) == known)
  }

  @Test func hasTheDecodersKindsOfNetworks() throws {
    let known = try known("xpected one of: ") { try decode(schemeStudy, overrides: ["networks=stranger"]) }
    #expect(Set(try #require(Self.schema("$defs.networks.enum") as? [String])) == known)
  }

  /// The decoder says the least and the largest when it meets 0.
  @Test(arguments: [
    (tinyStudy, "trials.each=0", "$defs.trials.properties.each"),
    (tinyStudy, "grid.samples={adaptive: {half-width: 0.1, at-most: 0}}", "$defs.adaptive.properties.at-most"),
    (tinyStudy, "neurons=0", "$defs.neurons"), (tinyStudy, "grid.dimension=[0]", "$defs.dimensions.items"),
    (tinyStudy, "grid.sparsity=[0]", "$defs.dimensions.items"),
    (tinyStudy, "grid.samples=[0]", "$defs.sample-counts.items"),
    (tinyStudy, "grid.samples={relative-to: predicted, from: 1, to: 2, count: 0}", "$defs.relative.properties.count"),
    (schemeStudy, "grid.depth=[0]", "$defs.depths.items"), (schemeStudy, "grid.width=[0]", "$defs.counts.items"),
    (schemeStudy, "grid.samples=[0]", "$defs.counts.items"),
  ])
  func hasTheDecodersLimits(_ study: String, _ override: String, _ path: String) throws {
    let known = try known("expected ") { try decode(study, overrides: [override]) }
    let range = try #require(Self.schema(path) as? [String: Any])
    let bounds = ["minimum", "maximum"].map { (range[$0] as? NSNumber)?.stringValue ?? "none" }
    #expect(known == [bounds.joined(separator: " to ")])
  }

  @Test(
    arguments: try FileManager.default.contentsOfDirectory(at: studies, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "yaml" })
  func everyStudyDecodes(_ file: URL) throws {
    let text = try String(contentsOf: file, encoding: .utf8)
    let study = try Study(StudyFile(name: file.lastPathComponent, text: text))
    #expect(study.name == file.deletingPathExtension().lastPathComponent)
    #expect(text.hasPrefix("# yaml-language-server: $schema=study.schema.json\n"))
  }

  /// What the message of a refusal lists after `words`.
  private func known(_ words: String, _ decoding: () throws -> Study) throws -> Set<String> {
    let error = try #require(throws: StudyError.self) { _ = try decoding() }
    let list = try #require(error.problem.components(separatedBy: words).last)
    return Set(list.components(separatedBy: ", "))
  }

  /// The kind of study that a claim is named in, if not one of measurements.
  private static func kinds() throws -> [String: String] {
    let definitions = try #require(try schema("$defs") as? [String: Any])
    let pairs = try definitions.keys.filter { $0.hasSuffix("-study") }.flatMap { kind in
      (try schema("$defs.\(kind).properties.claim.enum") as? [String] ?? []).map { ($0, kind) }
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  private static func keys(_ path: String) throws -> Set<String> {
    Set(try #require(try schema(path) as? [String: Any]).keys)
  }

  /// What a reference refers to.
  private static func resolved(_ object: [String: Any]) throws -> [String: Any] {
    guard let reference = object["$ref"] as? String else { return object }
    let path = String(reference.dropFirst(2)).replacing("/", with: ".")
    return try #require(try schema(path) as? [String: Any])
  }

  private static func schema(_ path: String) throws -> Any? {
    let data = try Data(contentsOf: studies.appending(path: "study.schema.json"))
    return path.split(separator: ".").reduce(try JSONSerialization.jsonObject(with: data)) { object, key in
      (object as? [String: Any])?[String(key)] as Any
    }
  }
}
