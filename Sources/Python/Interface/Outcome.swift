// SPDX-License-Identifier: GPL-3.0-or-later
import Answers
import Foundation
import NetTrim

/// What came of a question.
enum Outcome {
  /// The document that the command line prints.
  case solved(String)
  /// The same, and what is not optimal.
  case notOptimal(String, String)
}

/// Gives C what `body` finds, or why it does not.
func answering(_ answer: Text, _ message: Text, _ body: () throws -> Outcome) -> CInt {
  (answer.pointee, message.pointee) = (nil, nil)
  do {
    switch try body() {
    case .solved(let document):
      answer.pointee = strdup(document)
      return 0
    case .notOptimal(let document, let why):
      (answer.pointee, message.pointee) = (strdup(document), strdup(why))
      return 2
    }
  } catch {
    let (code, text) = explained(error)
    message.pointee = strdup(text)
    return code
  }
}

/// The exit code of the command line and its text, without the names of files.
private func explained(_ error: any Error) -> (CInt, String) {
  switch error {
  case let mistake as Mistake: (64, mistake.description)
  case let unfit as UnfitArray: (65, unfit.reason)
  case let unfit as NetworkFileError: (65, unfit.description)
  default: (70, "\(error)")
  }
}

/// Gives back the memory of an answer or a message.
@c(trimlab_free)
public func trimlabFree(_ text: UnsafeMutablePointer<CChar>?) { free(text) }
