// SPDX-License-Identifier: GPL-3.0-or-later
public import Foundation

/// A program of a user's that recovers weights, and how it is started.
public struct OwnMethod: Hashable, Sendable {
  /// The program and its arguments.
  public let command: [String]
  /// Seconds that an answer may take; of the first, those that the program takes to start as well.
  public let timeout: Double
  /// The working folder of the program: that of the study file.
  public let folder: URL

  /// What a study gives a program where it says nothing else, in seconds.
  public static let standardTimeout = 60.0

  /// - Precondition: a command of at least one word, a timeout above 0.
  public init(command: [String], timeout: Double = standardTimeout, folder: URL) {
    precondition(!command.isEmpty && timeout > 0, "an empty command")
    (self.command, self.timeout, self.folder) = (command, timeout, folder)
  }

  /// What tables call the method: the program's file name, or that of the script that an interpreter is given, without extension.
  public var name: String { Self.name(of: command) }

  /// What tables call a command: its program's file name, or that of the script that an interpreter is given, without extension.
  public static func name(of command: [String]) -> String {
    let script = command[0].contains("/") ? nil : command.dropFirst().first { !$0.hasPrefix("-") }
    let file = URL(filePath: script ?? command[0]).deletingPathExtension().lastPathComponent
    return file.isEmpty ? command[0] : file
  }

  /// The file that is run: the command's path in the working folder, or the first of that name on PATH; nil where there is none.
  public var program: URL? {
    let word = command[0]
    if word.contains("/") { return Self.executable(URL(filePath: word, relativeTo: folder)) }
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    return path.split(separator: ":").lazy
      .compactMap { Self.executable(URL(filePath: String($0), directoryHint: .isDirectory).appending(path: word)) }
      .first
  }

  private static func executable(_ file: URL) -> URL? {
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
    return isThere && !isFolder.boolValue && FileManager.default.isExecutableFile(atPath: file.path) ? file : nil
  }

  /// - Throws: ``MethodUnavailable`` where the program cannot be run.
  public func requireProgram() throws(MethodUnavailable) {
    if program == nil { throw MethodUnavailable(self, "there is no such program, or it is not executable") }
  }
}

/// Why a study that needs an own method cannot go on.
public struct MethodUnavailable: Error, Hashable, Sendable, CustomStringConvertible {
  /// The program and its arguments.
  public let command: [String]
  /// What it said, or did not say.
  public let reason: String

  /// The error that a method cannot be used, for this reason.
  public init(_ method: OwnMethod, _ reason: String) { (command, self.reason) = (method.command, reason) }

  /// In words, for messages.
  public var description: String { "the method '\(command.joined(separator: " "))' cannot be used: \(reason)" }
}

/// Why there is no answer to one request.
public enum MethodFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// The method says itself that it failed.
  case refused(String)
  /// Its process ended; `stderr` holds its last lines.
  case died(how: String, stderr: String)
  case timedOut(seconds: Double, part: String, stderr: String)
  /// It answered something that the protocol does not have.
  case nonsense(String, stderr: String)

  /// In words, for messages.
  public var description: String {
    switch self {
    case .refused(let message): "the method failed: \(message)"
    case .died(let how, let stderr): "the method \(how)\(Self.quoted(stderr))"
    case .timedOut(let seconds, let part, let stderr):
      "the method did not answer within \(seconds) s\(part.isEmpty ? "" : " " + part)\(Self.quoted(stderr))"
    case .nonsense(let what, let stderr): "the method answered \(what)\(Self.quoted(stderr))"
    }
  }

  private static func quoted(_ stderr: String) -> String { stderr.isEmpty ? "" : "; it said: \(stderr)" }
}
