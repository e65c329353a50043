// SPDX-License-Identifier: GPL-3.0-or-later

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
