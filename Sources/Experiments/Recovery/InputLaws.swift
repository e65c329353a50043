// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
public import Ensembles

/// Laws of inputs as values of a parameter: in a study file `{distribution: correlated, rho: 0.5}`, elsewhere `correlated(rho=0.5)`.
extension InputDistribution: ParameterValue {
  static let domain = ParameterDomain.composed(
    head: "distribution",
    [
      ComposedWord("gaussian"), ComposedWord("rademacher"), ComposedWord("uniform"),
      ComposedWord("sparse-gaussian", [.init("density", .numbers(Double.leastNonzeroMagnitude...1.0.nextDown))]),
      ComposedWord("correlated", [.init("rho", .numbers((-1.0).nextUp...1.0.nextDown))]),
      ComposedWord("relu-outputs", [.init("layers", .integers(1...100))]),
    ])

  public init?(_ literal: ParameterLiteral) {
    guard case .word(let word) = literal else { return nil }
    switch word {
    case "gaussian": self = .gaussian
    case "rademacher": self = .rademacher
    case "uniform": self = .uniform
    default: self.init(composed: word)
    }
  }

  /// Reads `word(field=number)`.
  private init?(composed word: String) {
    let parts = word.split(separator: "(", maxSplits: 1)
    guard parts.count == 2, parts[1].hasSuffix(")"), let equals = parts[1].firstIndex(of: "=") else { return nil }
    let number = parts[1][parts[1].index(after: equals)...].dropLast()
    switch (parts[0], parts[1][..<equals]) {
    case ("sparse-gaussian", "density"): self = .sparseGaussian(density: Double(number) ?? .nan)
    case ("correlated", "rho"): self = .correlated(rho: Double(number) ?? .nan)
    case ("relu-outputs", "layers"): self = .reluOutputs(layers: Int(number) ?? 0)
    default: return nil
    }
    guard name == word else { return nil }
  }

  public var literal: ParameterLiteral { .word(name) }
}

extension WeightDistribution: ParameterValue {}

extension RecoveryVerdict {
  /// nil where neither is proved.
  package var isRecovered: Bool? {
    switch self {
    case .recovered: true
    case .notRecovered: false
    case .undecided: nil
    }
  }
}
