// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments
import Statistics

extension Grid {
  /// More cells than anyone fills; a grid of more is a slip of the pen.
  static let mostCells = 1_000_000

  /// The keys of a study file at which the experiment's parameters stand.
  static func keys(of experiment: any Experiment) -> [String] {
    experiment.parameters.filter { $0.place == .study }.map(\.name) + ["grid"]
  }

  /// - Throws: ``StudyError`` naming the line, the key path, the value and what would be right.
  init(_ study: Section, of experiment: any Experiment) throws {
    let places = try GridPlaces(study, experiment)
    var axes: [Axis] = []
    for parameter in experiment.parameters {
      if let axis = try places.axis(of: parameter, after: axes) { axes.append(axis) }
    }
    let searched = axes.filter { $0.policy != nil }
    guard searched.count <= 1 else {
      throw places.grid.error(
        "\(searched.map(\.parameter.name).joined(separator: " and ")) are both adaptive; search one")
    }
    let count = axes.reduce(1.0) { $0 * Double($1.count) }
    guard count <= Double(Self.mostCells) else {
      throw places.grid.error("has \(Int(min(count, 1e15))) cells; at most \(Self.mostCells) fit in a study")
    }
    let cells = try places.cells(of: axes, experiment)
    (self.experiment, self.axes) = (experiment, axes)
    guard let axis = searched.first, let policy = axis.policy else {
      (self.cells, curves) = (cells, [])
      return
    }
    self.cells = []
    curves = cells.map { cell in
      SuccessCurve(
        start: cell, parameter: axis.parameter.name, policy: policy, guess: axis.guess(in: cell),
        least: axis.parameter.range.lowerBound, limit: axis.limit(in: cell))
    }
  }
}

/// Where a study file has the parameters of an experiment.
private struct GridPlaces {
  let study: Section
  let grid: Setting
  let section: Section

  init(_ study: Section, _ experiment: any Experiment) throws {
    self.study = study
    grid = try study.required("grid")
    section = try Section(grid, known: experiment.parameters.filter { $0.place == .grid }.map(\.name))
  }

  func setting(of parameter: any GridParameter) -> Setting? {
    parameter.place == .grid ? section.optional(parameter.name) : study.optional(parameter.name)
  }

  /// What the file says of the parameter, or its standard values; nil where it says nothing and none are standard.
  func axis(of parameter: any GridParameter, after axes: [Axis]) throws -> Axis? {
    if let setting = setting(of: parameter) {
      return Axis(parameter: parameter, values: try setting.values(of: parameter, after: axes))
    }
    let standards = parameter.standardLiterals
    return standards.isEmpty ? nil : Axis(parameter: parameter, values: .listed(standards))
  }

  /// The product of the axes; a cell that an experiment has no use for a parameter in goes without it.
  func cells(of axes: [Axis], _ experiment: any Experiment) throws -> [Cell] {
    var cells = [Cell()]
    for parameter in try experiment.parameters.inTurn(axes, grid) {
      let axis = axes.first { $0.parameter.name == parameter.name }
      let having = cells.count { experiment.has(parameter, in: $0) }
      if let setting = setting(of: parameter), having == 0 {
        throw setting.error("no cell of this study has a \(parameter.name); remove it")
      }
      guard let axis else {
        if having > 0 { _ = try (parameter.place == .grid ? section : study).required(parameter.name) }
        continue
      }
      cells = cells.flatMap { cell in
        experiment.has(parameter, in: cell) ? axis.values(in: cell).map { cell.with(parameter.name, $0) } : [cell]
      }
      try check(cells, parameter)
    }
    cells = cells.map { cell in
      experiment.parameters.reduce(Cell()) { ordered, parameter in
        cell[literal: parameter].map { ordered.with(parameter.name, $0) } ?? ordered
      }
    }
    if let (cell, problem) = cells.lazy.compactMap({ cell in experiment.problem(with: cell).map { (cell, $0) } }).first
    {
      let place = experiment.parameters.first { $0.name == problem.parameter }.flatMap(setting) ?? grid
      throw place.error(problem.parameter == nil ? "\(cell): \(problem)" : "\(problem)")
    }
    return cells
  }

  /// Computed values must be values of the parameter as well.
  private func check(_ cells: [Cell], _ parameter: any GridParameter) throws {
    guard case .integers(let range) = parameter.domain, let setting = setting(of: parameter) else { return }
    for cell in cells {
      guard case .integer(let value)? = cell[name: parameter.name] else { continue }
      guard range.contains(value) else { throw setting.error("\(value) is out of range; expected \(range.words)") }
    }
  }
}

extension [any GridParameter] {
  /// In the order in which their values are known: one that has shares of a later one comes after it.
  fileprivate func inTurn(_ axes: [Axis], _ grid: Setting) throws -> [any GridParameter] {
    var order = self
    for axis in axes {
      guard let later = axis.isDeferredTo, let place = order.firstIndex(where: { $0.name == axis.parameter.name })
      else {
        continue
      }
      if let other = axes.first(where: { $0.parameter.name == later }), !other.isKnownAlone {
        throw grid.error(
          "\(axis.parameter.name) in shares of \(later), and \(later) relative to what depends on \(axis.parameter.name); list \(later), or "
            + "give {fractions: […]}")
      }
      let moved = order.remove(at: place)
      let after = order.firstIndex { $0.name == later } ?? order.count - 1
      order.insert(moved, at: after + 1)
    }
    return order
  }
}

extension Axis {
  /// Whether its values depend on the parameters before it but for what they are shares of.
  fileprivate var isKnownAlone: Bool {
    switch values {
    case .listed, .fractions: true
    case .multiples, .searched: false
    }
  }
}
