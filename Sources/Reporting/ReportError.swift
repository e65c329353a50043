// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// Why a report could not be made.
public enum ReportError: Error, Hashable, Sendable, CustomStringConvertible {
  case cannotWrite(path: String, reason: String)
  /// A folder holds no study's report to list.
  case noReports(path: String)
  /// A program that draws or typesets is not installed.
  case missingProgram(String, package: String)
  /// A program ran and complained.
  case failed(program: String, message: String)

  /// Whether a program that draws is missing, gnuplot say: exit code 69.
  public var isMissingProgram: Bool { if case .missingProgram = self { true } else { false } }

  /// In words, for messages.
  public var description: String {
    switch self {
    case .cannotWrite(let path, let reason): "cannot write \(path): \(reason)"
    case .noReports(let path):
      "\(path) has no folder with a report.html and a datapackage.json; make one with trimlab report DIR"
    case .missingProgram(let program, let package):
      "\(program) is not installed; install the package \(package) (apt install \(package))"
    case .failed(let program, let message): "\(program) failed: \(message)"
    }
  }
}

/// Writes the whole file or nothing: to a temporary file that then takes the place of `file`.
func write(_ text: String, to file: URL) throws(ReportError) { try write(Data(text.utf8), to: file) }

func write(_ data: Data, to file: URL) throws(ReportError) {
  do {
    try data.write(to: file, options: .atomic)
  } catch {
    throw .cannotWrite(path: file.path, reason: error.localizedDescription)
  }
}
