// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Ensembles
import Statistics

extension RecoveryDesign {
  static let keys = ["inputs", "weights", "grid", "method"]

  init(_ study: Section) throws {
    inputs = try study.optional("inputs")?.distributions() ?? [.gaussian]
    weights = try study.optional("weights").map(WeightDistribution.init) ?? .gaussian
    method = try study.optional("method")?.method(for: inputs) ?? .auto
    let grid = try Section(study.required("grid"), known: ["dimension", "sparsity", "samples"])
    let dimensions = try grid.required("dimension").counts()
    self.dimensions = dimensions
    sparsities = try SparsityGrid(grid.required("sparsity"), dimensions: dimensions)
    samples = try SamplesGrid(grid.required("samples"))
  }
}

extension SparsityGrid {
  fileprivate init(_ setting: Setting, dimensions: [Int]) throws {
    guard case .mapping = setting.value.content else {
      self = .counts(try setting.counts(dimensions: dimensions))
      return
    }
    let fractions = try Section(setting, known: ["fractions"]).required("fractions")
    self = .fractions(
      try fractions.list().map { fraction in
        guard case .scalar("1") = fraction.value.content else { return try fraction.number(above: 0, below: 1) }
        return 1
      })
  }
}

extension SamplesGrid {
  fileprivate init(_ setting: Setting) throws {
    guard case .mapping(let entries) = setting.value.content else {
      self = .counts(try setting.counts())
      return
    }
    guard !entries.contains(where: { $0.key == "adaptive" }) else {
      self = .adaptive(try TransitionPolicy(Section(setting, known: ["adaptive"]).required("adaptive")))
      return
    }
    let section = try Section(setting, known: ["relative-to", "from", "to", "count"])
    let reference: SamplesReference = try section.required("relative-to").choice()
    let from = try section.required("from").number(above: 0, below: .infinity)
    let to = try section.required("to").number(above: 0, below: .infinity)
    guard from <= to else { throw setting.error("from \(from) exceeds to \(to); swap them") }
    self = .relative(reference, from: from, to: to, count: try section.required("count").integer(1...10_000))
  }
}

extension Setting {
  /// A list of positive whole numbers.
  fileprivate func counts() throws -> [Int] {
    try list().map { try $0.integer(1...Int.max) }
  }

  /// Sparsities, each of which must fit every dimension of the grid.
  fileprivate func counts(dimensions: [Int]) throws -> [Int] {
    let smallest = dimensions.min() ?? 1
    return try list().map { setting in
      let sparsity = try setting.integer(1...Int.max)
      guard sparsity <= smallest else {
        throw setting.error(
          "sparsity \(sparsity) exceeds dimension \(smallest); lower it, drop that dimension, or use {fractions: […]}")
      }
      return sparsity
    }
  }
}

extension Setting {
  /// A method of decision that can draw all of `inputs`.
  fileprivate func method(for inputs: [InputDistribution]) throws -> DecisionMethod {
    let method: DecisionMethod = try choice()
    if let other = inputs.first(where: { !method.applies(to: $0) }) {
      throw error("the method '\(method.rawValue)' cannot draw \(other.name) inputs, only gaussian; use 'certificate'")
    }
    return method
  }

  /// One input distribution, or a list of different ones.
  fileprivate func distributions() throws -> [InputDistribution] {
    guard case .sequence = value.content else { return [try InputDistribution(self)] }
    var distributions: [InputDistribution] = []
    for setting in try list() {
      let distribution = try InputDistribution(setting)
      guard !distributions.contains(distribution) else {
        throw setting.error("\(distribution.name) is listed twice; keep one")
      }
      distributions.append(distribution)
    }
    return distributions
  }
}

extension InputDistribution {
  fileprivate init(_ setting: Setting) throws {
    let section = try Section(setting, known: ["distribution", "density", "rho", "layers"])
    let kind: Kind = try section.required("distribution").choice()
    for parameter in ["density", "rho", "layers"] where parameter != kind.parameter {
      if let extra = section.optional(parameter) {
        throw extra.error("the distribution '\(kind.rawValue)' has no '\(parameter)'; remove it")
      }
    }
    self =
      switch kind {
      case .gaussian: .gaussian
      case .rademacher: .rademacher
      case .uniform: .uniform
      case .sparseGaussian: .sparseGaussian(density: try section.required("density").number(above: 0, below: 1))
      case .correlated: .correlated(rho: try section.required("rho").number(above: -1, below: 1))
      case .reluOutputs: .reluOutputs(layers: try section.required("layers").integer(1...100))
      }
  }

  private enum Kind: String, CaseIterable {
    case gaussian, rademacher, uniform, correlated
    case sparseGaussian = "sparse-gaussian"
    case reluOutputs = "relu-outputs"

    var parameter: String? {
      switch self {
      case .gaussian, .rademacher, .uniform: nil
      case .sparseGaussian: "density"
      case .correlated: "rho"
      case .reluOutputs: "layers"
      }
    }
  }
}

extension WeightDistribution {
  fileprivate init(_ setting: Setting) throws {
    self = try Section(setting, known: ["values"]).required("values").choice()
  }
}
