// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments
import Foundation
import OwnMethods

extension Setting {
  /// The command of an own method.
  func command() throws -> OwnMethod { try command(in: URL(filePath: ".", directoryHint: .isDirectory)) }

  func command(in folder: URL) throws -> OwnMethod {
    let section = try Section(self, known: ["command", "timeout"])
    let setting = try section.required("command")
    let words =
      if case .scalar = setting.value.content { [try setting.text()] } else { try setting.list().map { try $0.text() } }
    let timeout = try section.optional("timeout")?.number(above: 0, below: 1e6) ?? OwnMethod.standardTimeout
    return OwnMethod(command: words, timeout: timeout, folder: folder)
  }

  /// The path of a file.
  func filePath() throws -> String {
    let path = try text()
    guard path.utf8.count <= 1000, !path.contains(where: \.isNewline) else {
      throw error("expected the path of a file")
    }
    return path
  }
}

/// What a study file names outside itself.
struct StudyReferences {
  private(set) var programs: [String: OwnMethod] = [:]
  /// Paths of files, as the study has them.
  private(set) var files: Set<String> = []
  private let folder: URL

  /// - Throws: ``StudyError``.
  init(_ study: Section, _ experiment: any Experiment, in folder: URL) throws {
    self.folder = folder
    for parameter in experiment.parameters where parameter.place == .study {
      guard let setting = study.optional(parameter.name) else { continue }
      let items = if case .sequence = setting.value.content { try setting.list() } else { [setting] }
      for item in items where item.isMapping { try add(item, parameter.domain) }
    }
  }

  private mutating func add(_ item: Setting, _ domain: ParameterDomain) throws {
    switch domain {
    case .wordsOrCommand(let words):
      let method = try item.command(in: folder)
      guard !words.contains(method.name) else {
        throw item.error("the program would be called '\(method.name)', which is a method of trimlab; rename its file")
      }
      if let other = programs.updateValue(method, forKey: method.name), other != method {
        throw item.error("two programs are called '\(method.name)'; rename the file of one")
      }
      files.formUnion(method.command.filter(isFile))
    case .composed(_, _, .some):
      if case .mapping(let entries) = item.value.content,
        case .scalar(let path)? = entries.first(where: { $0.key == "file" })?.value.content
      {
        files.insert(path)
      }
    default: break
    }
  }

  private func isFile(_ word: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: URL(filePath: word, relativeTo: folder).path, isDirectory: &isFolder)
      && !isFolder.boolValue
  }
}

extension Setting {
  fileprivate var isMapping: Bool { if case .mapping = value.content { true } else { false } }
}
