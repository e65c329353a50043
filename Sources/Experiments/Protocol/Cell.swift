// SPDX-License-Identifier: GPL-3.0-or-later

/// A cell of a grid: the values of an experiment's parameters, in the order in which it lists them.
public struct Cell: Hashable, Sendable {
  /// A parameter's name with its value.
  public struct Entry: Hashable, Sendable {
    /// The parameter's name.
    public let name: String
    /// The value as files have it.
    public let literal: ParameterLiteral
  }

  /// In the order of the experiment's parameters.
  public private(set) var entries: [Entry]

  /// A cell without parameters.
  public init() { entries = [] }

  /// The value of a parameter that the cell has.
  ///
  /// - Precondition: the cell comes from a grid of the experiment that declares the parameter.
  public subscript<Value>(parameter: Parameter<Value>) -> Value {
    guard let value = self[optional: parameter] else { preconditionFailure("no \(parameter.name) in \(self)") }
    return value
  }

  /// The value of a parameter; nil where the cell has none, as cells of the parallel scheme have no γ.
  public subscript<Value>(optional parameter: Parameter<Value>) -> Value? {
    self[name: parameter.name].flatMap { Value($0) }
  }

  /// The value of a parameter of whatever type, as files have it; nil where the cell has none.
  public subscript(literal parameter: any GridParameter) -> ParameterLiteral? { self[name: parameter.name] }

  /// The value of the parameter with that name.
  public subscript(name name: String) -> ParameterLiteral? { entries.first { $0.name == name }?.literal }

  /// The cell with another value of one parameter, which comes last where the cell had none.
  public func with<Value>(_ parameter: Parameter<Value>, _ value: Value) -> Cell {
    with(parameter.name, value.literal)
  }

  /// The cell with another value of the parameter of that name, which comes last where the cell had none.
  public func with(_ name: String, _ literal: ParameterLiteral) -> Cell {
    var cell = self
    let entry = Entry(name: name, literal: literal)
    if let index = entries.firstIndex(where: { $0.name == name }) {
      cell.entries[index] = entry
    } else {
      cell.entries.append(entry)
    }
    return cell
  }

  /// The cell but for one parameter: what cells that differ in it alone have in common.
  public func without(_ parameter: some GridParameter) -> Cell {
    var cell = self
    cell.entries.removeAll { $0.name == parameter.name }
    return cell
  }
}

extension Cell: CustomStringConvertible {
  /// `name=value` for every parameter: part of stream keys and of the store, so it never changes.
  public var description: String { entries.map { "\($0.name)=\($0.literal)" }.joined(separator: " ") }
}
