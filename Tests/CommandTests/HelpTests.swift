// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import TestSupport
import Testing

/// The help of every command, word for word as in `Tests/Fixtures/help`; `make help-pages` writes these files anew, and the
/// change is to be read before it is committed.
@Suite struct HelpTests {
  private static let pages = ((try? FileManager.default.contentsOfDirectory(atPath: fixture("help").path)) ?? [])
    .sorted()

  private func help(_ command: String...) async throws -> String {
    // The width of the terminal would break lines elsewhere.
    let outcome = try await shell((["env", "-u", "COLUMNS", "trimlab"] + command + ["--help"]).joined(separator: " "))
    #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    return outcome.output
  }

  @Test(arguments: pages)
  func helpIsAsItWas(_ page: String) async throws {
    let command = String(page.dropLast(".txt".count))
    let text = command == "trimlab" ? try await help() : try await help(command)
    let expected = try String(contentsOf: fixture("help/\(page)"), encoding: .utf8)
    #expect(
      text.withoutClaims == expected.withoutClaims, "trimlab \(command) --help has changed; `make help-pages` writes it"
    )
  }

  /// A command without a page, or a page without a command.
  @Test func everyCommandHasAPage() async throws {
    let lines = try await help().split(separator: "\n", omittingEmptySubsequences: false)
      .drop { $0 != "SUBCOMMANDS:" }.dropFirst().prefix { !$0.isEmpty }
    // A line with more than two blanks in front goes on with the description above.
    let commands = lines.filter { !$0.hasPrefix("   ") }.map { "\($0.split(separator: " ")[0]).txt" }
    #expect(commands.count >= 10)
    #expect(Set(commands + ["trimlab.txt"]) == Set(Self.pages))
  }
}

extension String {
  /// Without the paragraph that lists the registry's claims, which a new claim changes.
  fileprivate var withoutClaims: [String] {
    components(separatedBy: "\n\n").filter { !$0.hasPrefix("Claims: ") }
  }
}
