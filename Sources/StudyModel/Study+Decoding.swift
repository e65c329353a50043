// SPDX-License-Identifier: GPL-3.0-or-later

extension Study {
  /// Decodes and validates a study.
  ///
  /// - Throws: ``StudyError`` naming the line, the key path, the value and what would be right.
  public init(_ source: StudyFile) throws {
    let root = try source.settings()
    let common = ["study", "claim", "seed", "trials", "alarm-rate"]
    let section = try Section(root, known: common + RecoveryDesign.keys)
    self.source = source
    name = try section.required("study").folderName()
    claim = try section.required("claim").choice()
    seed = UInt64(try section.required("seed").integer(0...Int.max))
    alarmRate = try section.optional("alarm-rate")?.number(above: 0, below: 1) ?? 1e-4
    trials = try TrialPlan(section.required("trials"))
    design = .recovery(try RecoveryDesign(section))
  }
}

extension TrialPlan {
  fileprivate init(_ setting: Setting) throws {
    let section = try Section(setting, known: ["each", "half-width", "confidence", "at-most"])
    if let each = section.optional("each") {
      let extra = ["half-width", "confidence", "at-most"].first { section.optional($0) != nil }
      guard extra == nil else { throw setting.error("'each' excludes '\(extra ?? "")'; keep one of the two forms") }
      self = .each(try each.integer(1...Int.max))
    } else {
      guard let halfWidth = section.optional("half-width") else {
        throw setting.error("expected {each: 200} or {half-width: 0.02, confidence: 0.95, at-most: 5000}")
      }
      self = .precision(
        halfWidth: try halfWidth.number(above: 0, below: 0.5),
        confidence: try section.optional("confidence")?.number(above: 0, below: 1) ?? Self.fixedConfidence,
        atMost: try section.required("at-most").integer(1...Int.max))
    }
  }
}

extension Setting {
  fileprivate func folderName() throws -> String {
    let name = try text()
    let allowed = name.utf8.allSatisfy { byte in
      let character = Character(UnicodeScalar(byte))
      return character.isASCII && (character.isLetter || character.isNumber || "-_.".contains(character))
    }
    guard allowed, !name.hasPrefix("."), !name.hasPrefix("-") else {
      throw error("'\(name)' cannot name a folder; use letters, digits, '-', '_' and '.', e.g. phase-transition")
    }
    return name
  }
}
