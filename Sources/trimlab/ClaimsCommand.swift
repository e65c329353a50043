// SPDX-License-Identifier: GPL-3.0-or-later
import Answers
import ArgumentParser
import Claims
import Reporting
import StudyModel

/// `trimlab claims`: what is claimed, and how it was promised to be tested.
struct ClaimsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claims",
    abstract: "Lists the claims, or prints what one has promised before any trial: its protocol.",
    discussion: """
      A claim's name prints its statement, hypotheses, grid, test, level, the smallest deviation that would matter, its amendments, its \
      control, and the parameters that a study of it can vary, with units, ranges and standard values.

      Example:
        trimlab claims theorem-3
      """)

  @Argument(help: ArgumentHelp("The claim; all are listed without one.", valueName: "claim"))
  var claim: String?

  @Flag(help: "Print a JSON document instead of text.")
  var json = false

  func validate() throws { try claim.map { try requireClaims([$0]) } }

  func run() throws {
    guard let claim else {
      let all = ClaimRegistry.all.map { ClaimDescription(claim: $0) }
      return print(json ? try printedJSON(all) : ClaimDescription.list(all))
    }
    for found in ClaimRegistry.all where found.name == claim {
      let description = ClaimDescription(claim: found)
      print(json ? try printedJSON(description) : description.text)
    }
  }
}

/// - Throws: a usage error that names the first of `names` that is no claim, and the nearest that is.
func requireClaims(_ names: [String]) throws {
  let known = ClaimRegistry.all.map(\.name)
  for name in names where !known.contains(name) {
    let advice = nearest(name, in: known).map { "did you mean '\($0)'? The" } ?? "the"
    throw ValidationError("'\(name)' is no claim: \(advice) claims are \(known.joined(separator: ", ")).")
  }
}
