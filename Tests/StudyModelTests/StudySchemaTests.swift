// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import StudyModel
import Testing

/// `Studies/study.schema.json` is what editors complete from; it must know the keys that the decoder knows.
@Suite struct StudySchemaTests {
  private static let studies = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Studies")

  /// The decoder lists the keys it knows when it meets one it does not.
  @Test(arguments: [
    ("stranger", "$defs.recovery-study.properties"),
    ("grid.stranger", "$defs.recovery-study.properties.grid.properties"),
    ("inputs.stranger", "$defs.inputs.properties"),
    ("weights.stranger", "$defs.recovery-study.properties.weights.properties"),
    ("trials.stranger", "$defs.trials.properties"), ("grid.sparsity.stranger", "$defs.fractions.properties"),
    ("grid.samples.stranger", "$defs.relative.properties"),
    ("grid.samples.adaptive.stranger", "$defs.adaptive.properties"),
  ])
  func hasTheDecodersKeys(_ stranger: String, _ path: String) throws {
    let error = #expect(throws: StudyError.self) { try decode(tinyStudy, overrides: ["\(stranger)=1"]) }
    let known = try #require(error?.problem.components(separatedBy: "eys here: ").last)
    let listed = try #require(Self.schema(path) as? [String: Any]).keys
    #expect(Set(listed) == Set(known.components(separatedBy: ", ")))
  }

  @Test(arguments: [
    ("stranger", "$defs.scheme-study.properties"), ("grid.stranger", "$defs.scheme-study.properties.grid.properties"),
  ])
  func hasTheDecodersKeysOfSchemes(_ stranger: String, _ path: String) throws {
    let error = #expect(throws: StudyError.self) { try decode(schemeStudy, overrides: ["\(stranger)=1"]) }
    let known = try #require(error?.problem.components(separatedBy: "eys here: ").last)
    let listed = try #require(Self.schema(path) as? [String: Any]).keys
    #expect(Set(listed) == Set(known.components(separatedBy: ", ")))
  }

  @Test func hasTheDecodersKeysOfMeasurements() throws {
    let error = #expect(throws: StudyError.self) { try decode(measuredStudy, overrides: ["stranger=1"]) }
    let known = try #require(error?.problem.components(separatedBy: "eys here: ").last)
    let listed = try #require(Self.schema("$defs.measured-study.properties") as? [String: Any]).keys
    #expect(Set(listed) == Set(known.components(separatedBy: ", ")))
  }

  @Test(arguments: [
    ("claim", "properties.claim.enum"), ("method", "$defs.recovery-study.properties.method.enum"),
    ("weights.values", "$defs.recovery-study.properties.weights.properties.values.enum"),
    ("inputs.distribution", "$defs.inputs.properties.distribution.enum"),
    ("grid.samples.relative-to", "$defs.relative.properties.relative-to.enum"),
  ])
  func hasTheDecodersChoices(_ key: String, _ path: String) throws {
    let error = #expect(throws: StudyError.self) { try decode(tinyStudy, overrides: ["\(key)=stranger"]) }
    let known = try #require(error?.problem.components(separatedBy: "xpected one of: ").last)
    let listed = try #require(Self.schema(path) as? [String])
    #expect(Set(listed) == Set(known.components(separatedBy: ", ")))
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

  private static func schema(_ path: String) throws -> Any? {
    let data = try Data(contentsOf: studies.appending(path: "study.schema.json"))
    return path.split(separator: ".").reduce(try JSONSerialization.jsonObject(with: data)) { object, key in
      (object as? [String: Any])?[String(key)] as Any
    }
  }
}
