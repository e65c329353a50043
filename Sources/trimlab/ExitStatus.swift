// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import OwnMethods
import Reporting
import StudyModel
import StudyStore

/// The exit codes of every command, as in sysexits.h. Usage errors (64) are ArgumentParser's own.
enum ExitStatus: Int32 {
  /// A claim was refuted.
  case refuted = 1
  /// A program is infeasible or was not solved to tolerance.
  case notOptimal = 2
  /// Input data is wrong.
  case badData = 65
  /// An input file does not exist or cannot be read.
  case noInput = 66
  /// A program that is needed is not installed.
  case unavailable = 69
  case cannotWrite = 73
  /// Interrupted; the same command goes on where it stopped.
  case interrupted = 75
}

/// An error that says with which code a command ends; its description is what the user reads.
protocol ExitCoded: Error {
  var exitStatus: ExitStatus { get }
}

extension StudyError: ExitCoded {
  var exitStatus: ExitStatus { .badData }
}

extension StoreError: ExitCoded {
  var exitStatus: ExitStatus {
    switch self {
    case .cannotWrite, .inUse, .locked, .notARunFolder: .cannotWrite
    case .unreadable, .otherVersion, .studyChanged, .otherShard, .otherStudy, .trialDiffers: .badData
    case .noRun: .noInput
    }
  }
}

extension MethodUnavailable: ExitCoded {
  var exitStatus: ExitStatus { .unavailable }
}

extension ReportError: ExitCoded {
  var exitStatus: ExitStatus {
    switch self {
    case .cannotWrite: .cannotWrite
    case .noReports: .noInput
    case .missingProgram, .failed: .unavailable
    }
  }
}

/// An input file that cannot be read, or is of the wrong kind.
struct UnreadableInput: ExitCoded, CustomStringConvertible {
  let path: String
  let reason: String
  var exitStatus = ExitStatus.noInput

  var description: String { "cannot read \(path): \(reason)" }
}

/// A run that was stopped by a signal.
struct Interrupted: ExitCoded, CustomStringConvertible {
  let description: String

  var exitStatus: ExitStatus { .interrupted }
}
