// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Networks

extension SchemeDesign {
  static let keys = ["networks", "normalised", "gain", "output", "bias", "scheme", "grid"]

  init(_ study: Section, claim: any LayerClaim) throws {
    networks = try study.optional("networks")?.kinds() ?? SchemeEnsemble.Networks.allCases
    scale = try SchemeEnsemble.Scale(study)
    output = try study.optional("output")?.choice() ?? .relu
    hasBias = try study.optional("bias")?.flag() ?? true
    let scheme = try study.required("scheme")
    schemes = try scheme.choice()
    let grid = try Section(study.required("grid"), known: ["depth", "width", "samples", "epsilon", "gamma"])
    depths = try grid.required("depth").list().map { try $0.integer(1...100) }
    widths = try grid.required("width").list().map { try $0.integer(1...Int.max) }
    samples = try grid.required("samples").list().map { try $0.integer(1...Int.max) }
    epsilons = try grid.required("epsilon").list().map { try $0.number(above: 0, below: .infinity) }
    gammas = try schemes.gammas(grid)
    guard cells.contains(where: claim.covers) else {
      throw scheme.error(
        "\(claim.name) says nothing of the \(schemes.rawValue) scheme with output '\(output.rawValue)'; "
          + "theorem-1 is of parallel and relu, theorem-2 of cascade and relu, proposition-s1 of linear")
    }
  }
}

extension SchemeEnsemble.Scale {
  /// Link-normalised, or as drawn times a gain.
  fileprivate init(_ study: Section) throws {
    let isNormalised = try study.optional("normalised")?.flag() ?? true
    guard let gain = study.optional("gain") else {
      self = isNormalised ? .linkNormalised : .natural(gain: 1)
      return
    }
    guard !isNormalised else {
      throw gain.error("normalised networks have no gain; remove it, or set normalised: false")
    }
    self = .natural(gain: try gain.number(above: 0, below: .infinity))
  }
}

extension SchemeChoice {
  fileprivate func gammas(_ grid: Section) throws -> [Double] {
    guard self == .parallel else { return try grid.required("gamma").list().map { try $0.number(from: 1) } }
    if let gamma = grid.optional("gamma") {
      throw gamma.error("the parallel scheme has no γ; remove it, or set scheme: both")
    }
    return []
  }
}

extension Setting {
  /// Different kinds of networks.
  fileprivate func kinds() throws -> [SchemeEnsemble.Networks] {
    var kinds: [SchemeEnsemble.Networks] = []
    for setting in try list() {
      let kind: SchemeEnsemble.Networks = try setting.choice()
      guard !kinds.contains(kind) else { throw setting.error("\(kind.rawValue) is listed twice; keep one") }
      kinds.append(kind)
    }
    return kinds
  }

  fileprivate func flag() throws -> Bool {
    let word = try text()
    guard let flag = Bool(word) else { throw error("expected true or false, found '\(word)'") }
    return flag
  }

  /// A finite number of at least `least`.
  fileprivate func number(from least: Double) throws -> Double {
    let number = try number(above: -.infinity, below: .infinity)
    guard number >= least else { throw error("\(number) is out of range; expected a number of at least \(least)") }
    return number
  }
}
