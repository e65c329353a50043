// SPDX-License-Identifier: GPL-3.0-or-later

/// `text` in lines of at most 80 characters, the first indented by `first`, the others by `indent`; "N = 5" and "5 %" stay whole.
func wrapped(_ text: String, indent: Int, first: Int = 0) -> [String] {
  let tied = text.replacing(" = ", with: "\u{A0}=\u{A0}").replacing(" %", with: "\u{A0}%")
  var lines: [String] = []
  var line = String(repeating: " ", count: first)
  var isEmpty = true
  for word in tied.split(separator: " ") {
    if !isEmpty && line.count + 1 + word.count > 80 {
      lines.append(line)
      line = String(repeating: " ", count: indent)
      isEmpty = true
    }
    line += (isEmpty ? "" : " ") + word
    isEmpty = false
  }
  return (lines + [line]).map { $0.replacing("\u{A0}", with: " ") }
}
