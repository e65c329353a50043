// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import Statistics

extension Study {
  /// The format of study files that this version writes and reads: a file may say `format: 1`, and one that says nothing has format 1. The number
  /// rises when a key changes its meaning or goes; keys that are only added do not raise it.
  public static let format = 1

  /// Decodes and validates a study.
  ///
  /// - Throws: ``StudyError`` naming the line, the key path, the value and what would be right.
  public init(_ source: StudyFile) throws {
    let root = try source.settings()
    try root.checkFormat()
    let section = try Section(
      root, known: ["study", "claim", "seed", "trials", "alarm-rate", "figures", "format"] + root.gridKeys)
    self.source = source
    name = try section.required("study").folderName()
    subject = try section.required("claim").subject()
    let references = try StudyReferences(section, subject.experiment, in: source.folder)
    (programs, files) = (references.programs, references.files.sorted())
    seed = UInt64(try section.required("seed").integer(0...Int.max))
    alarmRate = try section.optional("alarm-rate")?.number(above: 0, below: 1) ?? VerificationPlan.standardAlarmRate
    figures = try section.optional("figures")?.figures() ?? FigureSettings()
    grid = try Grid(
      section,
      of: subject.experiment.using(
        StudyResources(folder: source.folder, programs: programs, areAtHand: source.files == nil)))
    if let problem = subject.claim?.problem(with: grid.cells + grid.curves.map(\.start)) {
      throw (problem.parameter.flatMap(section.optional) ?? root).error("\(problem)")
    }
    trials = try TrialPlan(section, grid.policy, searching: grid.searched?.name)
  }
}

extension Setting {
  /// Looked at before all other keys: a later format may have some that are not known here, and a misspelling is not what is wrong with it.
  fileprivate func checkFormat() throws {
    guard case .mapping(let entries) = value.content,
      let entry = entries.first(where: { $0.key == "format" })
    else { return }
    let setting = Setting(path: "format", value: entry.value)
    let format = try setting.integer(1...Int.max)
    guard format <= Study.format else {
      throw setting.error(
        "the file has format \(format), and this trimlab reads formats up to \(Study.format); run it with the later trimlab it was "
          + "written for, or write it in format \(Study.format)")
    }
  }

  fileprivate func subject() throws -> StudySubject {
    let name = try text()
    guard let subject = StudySubject.all.first(where: { $0.name == name }) else {
      throw unknown(name, among: StudySubject.all.map(\.name))
    }
    return subject
  }

  /// The keys that the study's subject allows for; those of recovery where it names none.
  fileprivate var gridKeys: [String] {
    guard case .mapping(let entries) = value.content,
      case .scalar(let name)? = entries.first(where: { $0.key == "claim" })?.value.content,
      let subject = StudySubject.all.first(where: { $0.name == name })
    else { return Grid.keys(of: StudySubject.survey.experiment) }
    return Grid.keys(of: subject.experiment)
  }
}

extension TrialPlan {
  /// An adaptive search says itself how many trials it makes.
  fileprivate init(_ study: Section, _ policy: TransitionPolicy?, searching parameter: String?) throws {
    guard let policy else {
      self = try TrialPlan(study.required("trials"))
      return
    }
    if let trials = study.optional("trials") {
      throw trials.error(
        "adaptive \(parameter ?? "") set their own trials; remove it, and raise grid.\(parameter ?? "").adaptive.at-most for more"
      )
    }
    self = .each(policy.atMost)
  }

  fileprivate init(_ setting: Setting) throws {
    let section = try Section(setting, known: ["each", "half-width", "confidence", "at-most"])
    if let each = section.optional("each") {
      let extra = ["half-width", "confidence", "at-most"].first { section.optional($0) != nil }
      guard extra == nil else { throw setting.error("'each' excludes '\(extra ?? "")'; keep one of the two forms") }
      self = .each(try each.integer(1...TrialPlan.mostTrials))
    } else {
      guard let halfWidth = section.optional("half-width") else {
        throw setting.error("expected {each: 200} or {half-width: 0.02, confidence: 0.95, at-most: 5000}")
      }
      self = .precision(
        halfWidth: try halfWidth.number(above: 0, below: 0.5),
        confidence: try section.optional("confidence")?.number(above: 0, below: 1) ?? Self.fixedConfidence,
        atMost: try section.required("at-most").integer(1...TrialPlan.mostTrials))
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
