// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Reporting
import Testing

@Suite struct CSVTableTests {
  @Test func fieldsAreQuotedAsRFC4180Says() {
    var table = CSVTable(columns: ["a", "b,c"])
    table.append(["plain", "with \"quotes\""])
    table.append(["two\nlines", nil])
    table.append(["carriage\r\nreturn", ""])
    #expect(
      table.text == "a,\"b,c\"\nplain,\"with \"\"quotes\"\"\"\n\"two\nlines\",\n\"carriage\r\nreturn\",\n")
  }

  @Test(arguments: [0.1, 1.0 / 3, .leastNonzeroMagnitude, .greatestFiniteMagnitude, -0.0, 1e22, 123_456_789.125])
  func doublesReadBackAsTheyWere(_ value: Double) {
    var table = CSVTable(columns: ["x"])
    table.append([value])
    let field = table.text.split(separator: "\n")[1]
    #expect(Double(field)?.bitPattern == value.bitPattern)
  }
}
