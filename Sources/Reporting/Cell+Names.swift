// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments

extension Cell {
  subscript(name: String) -> String? { self[name: name]?.description }

  func integer(_ name: String) -> Int { self[name: name].flatMap { Int($0) } ?? 0 }

  func number(_ name: String) -> Double {
    switch self[name: name] {
    case .number(let value): value
    case .integer(let value): Double(value)
    default: .nan
    }
  }

  func choice<Choice: RawRepresentable<String>>(_ name: String) -> Choice {
    guard let value = self[name].flatMap({ Choice(rawValue: $0) }) else { preconditionFailure("no \(name) in \(self)") }
    return value
  }
}

extension TrialOutcome {
  subscript(name: String, item item: Int = 0) -> Double? {
    measurements.first { $0.item == item && $0.name == name }?.value
  }
}

extension CellTrials {
  func values(_ name: String, item: Int = 0) -> [Double] { outcomes.compactMap { $0[name, item: item] } }
}
