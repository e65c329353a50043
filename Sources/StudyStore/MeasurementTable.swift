// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
public import StudyRunner

/// Trials of any other kind of study: a cell is a list of named parameters, and a trial has named measurements.
public struct MeasurementTable: TrialTable {
  public let cells: [ParameterCell]

  public init(cells: [ParameterCell]) { self.cells = cells }

  public let layout = TableLayout(
    cells: "parameter_cell", cellColumns: ["parameters"], trials: "measured_trial", trialColumns: ["seconds"],
    success: "success", failure: "failure", details: ("measurement", ["trial_id", "item", "quantity", "value"]))

  public func key(of cell: ParameterCell) -> [StoredValue] { [.text(cell.json)] }

  public func cell(_ key: [StoredValue]) -> ParameterCell? {
    guard case .text(let json)? = key.first else { return nil }
    return ParameterCell(json: json)
  }

  public func values(of trial: MeasuredTrial) -> [StoredValue] { [.real(trial.seconds)] }

  public func details(of trial: MeasuredTrial) -> [[StoredValue]] {
    trial.measurements.map { [.integer($0.item), .text($0.quantity), .real($0.value)] }
  }
}

/// A cell that is told from others by the values of its parameters, in the order in which the study names them.
public struct ParameterCell: Hashable, Sendable {
  public struct Parameter: Hashable, Sendable {
    public let name, value: String

    public init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
  }

  public let parameters: [Parameter]

  public init(_ parameters: [Parameter]) { self.parameters = parameters }

  /// The value of the parameter with that name.
  public subscript(name: String) -> String? { parameters.first { $0.name == name }?.value }

  /// An array of pairs [name, value]: an object would not keep their order.
  var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    // Text always encodes.
    let data = try? encoder.encode(parameters.map { [$0.name, $0.value] })
    return String(decoding: data ?? Data(), as: UTF8.self)
  }

  init?(json: String) {
    guard let pairs = try? JSONDecoder().decode([[String]].self, from: Data(json.utf8)),
      pairs.allSatisfy({ $0.count == 2 })
    else { return nil }
    parameters = pairs.map { Parameter($0[0], $0[1]) }
  }
}

/// What a trial of any kind found.
public struct MeasuredTrial: TrialOutcome, Hashable {
  public let success: Bool?
  public let measurements: [Measurement]
  /// Wall-clock seconds.
  public let seconds: Double

  /// - Precondition: no two measurements are of the same quantity and item.
  public init(success: Bool?, measurements: [Measurement], seconds: Double) {
    (self.success, self.measurements, self.seconds) = (success, measurements, seconds)
  }
}

/// The value of one quantity, of one item of a trial (the number of a layer, say) or of the whole of it (item 0).
public struct Measurement: Hashable, Sendable {
  public let quantity: String
  public let item: Int
  public let value: Double

  public init(_ quantity: String, item: Int = 0, _ value: Double) {
    (self.quantity, self.item, self.value) = (quantity, item, value)
  }
}
