// SPDX-License-Identifier: GPL-3.0-or-later
import Networks

/// The networks that the claims on the schemes are checked with: planted, dense and trained ones of 2 to 6 layers, narrower and
/// wider than the samples are many.
struct SchemeGrid {
  var scale = SchemeEnsemble.Scale.linkNormalised
  var output = Network.Output.relu
  let schemes: [PruningScheme]

  static let parallel: [PruningScheme] = [0.003, 0.03, 0.3].map { .parallel(epsilon: $0) }
  static let cascade: [PruningScheme] = [(0.01, 1), (0.03, 1.1), (0.3, 2)].map { .cascade(epsilon: $0, gamma: $1) }

  /// - Parameter networks: the number of networks of each kind, size and scheme.
  func ensembles(_ plan: VerificationPlan, networks: Int) -> [(ensemble: SchemeEnsemble, networks: Int)] {
    let sizes = plan.choose(
      quick: [(2, 12, 30), (3, 8, 40), (4, 16, 10), (6, 6, 20)],
      standard: [(2, 20, 50), (3, 12, 60), (4, 24, 16), (5, 10, 40), (6, 8, 30)],
      thorough: [(2, 60, 150), (3, 30, 200), (4, 60, 40), (5, 20, 100), (6, 12, 60)])
    return SchemeEnsemble.Networks.allCases.flatMap { kind in
      sizes.flatMap { depth, width, samples in
        schemes.map { scheme in
          (
            SchemeEnsemble(
              networks: kind, scale: scale, depth: depth, width: width, samples: samples, output: output,
              hasBias: depth % 2 == 0, scheme: scheme),
            networks
          )
        }
      }
    }
  }

  /// Chains of one neuron a layer, of weights of about 10: on them the bounds are attained.
  static func chains(_ schemes: [PruningScheme]) -> [SchemeEnsemble] {
    schemes.map {
      SchemeEnsemble(
        networks: .dense, scale: .natural(gain: 10), depth: 3, width: 1, samples: 5, hasBias: false, scheme: $0)
    }
  }
}
