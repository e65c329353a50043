// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import LinearAlgebra
import MagnitudePruning
import NetTrim
import Networks
import RandomStreams
import SensitivitySampling

/// The ways to prune a network to a given size that are compared.
public enum EqualSizeMethod: String, CaseIterable, ParameterValue {
  /// Edges drawn with equal probabilities.
  case uniform
  case coreNet = "corenet"
  /// SiPP with its authors' sizes.
  case sippRandom = "sipp-random"
  case sippDeterministic = "sipp-deterministic"
  case sippHybrid = "sipp-hybrid"
  /// Draws by sensitivity, biases too, with one tolerance for all neurons.
  case commonTolerance = "common-tolerance"
  /// The largest sensitivities of the whole network, biases too.
  case largestSensitivities = "largest-sensitivities"
  case commonToleranceHybrid = "common-tolerance-hybrid"
  /// Whole neurons, drawn.
  case pfpRandom = "pfp-random"
  /// Whole neurons, the most sensitive.
  case pfpDeterministic = "pfp-deterministic"
  /// The largest weights of each layer, the same share in all.
  case magnitude
  /// The parallel scheme, with the ε that leaves the wanted size.
  case netTrim = "net-trim"

  /// The network with about the share `kept` of its non-zero weights and biases.
  func prune(_ network: Network, kept: Double, inputs: Matrix, from stream: inout RandomStream) throws -> Network {
    let size = max(1, Int((kept * Double(network.nonzeros)).rounded()))
    func edges(_ rule: EdgePruning.Rule) -> Network {
      EdgePruning(network, inputs: inputs).pruned(by: rule, keeping: size, from: &stream)
    }
    func sipp(_ rule: SippPruning.Rule) -> Network {
      SippPruning(network, inputs: inputs).pruned(by: rule, keeping: size, from: &stream)
    }
    func filters(_ choice: FilterPruning.Choice) -> Network {
      network.pruningFilters(keeping: size, choice: choice, inputs: inputs, from: &stream)
    }
    switch self {
    case .uniform: return edges(.uniform)
    case .coreNet: return edges(.coreNet)
    case .sippRandom: return sipp(.random)
    case .sippDeterministic: return sipp(.deterministic)
    case .sippHybrid: return sipp(.hybrid)
    case .commonTolerance: return edges(.commonTolerance)
    case .commonToleranceHybrid: return edges(.commonToleranceHybrid)
    case .largestSensitivities: return edges(.largestSensitivities)
    case .pfpRandom: return filters(.random)
    case .pfpDeterministic: return filters(.deterministic)
    case .magnitude: return network.keepingLargest(share: kept)
    case .netTrim: return try network.trimmed(to: size, inputs: inputs)
    }
  }
}

extension Network {
  fileprivate func keepingLargest(share: Double) -> Network {
    Network(
      layers: layers.map { $0.pruned(.nonzeros(Int((share * Double($0.nonzeros)).rounded()))) }, output: output)
  }

  /// Net-Trim's parallel scheme with one relative ε for all layers, by bisection of log ε over [10⁻⁴, 1]: of the networks met
  /// the one whose size is nearest to `size`.
  ///
  /// - Complexity: at most 12 prunings.
  fileprivate func trimmed(to size: Int, inputs: Matrix) throws -> Network {
    var (low, high) = (log(1e-4), 0.0)
    var best: Network?
    func distance(_ network: Network) -> Int { abs(network.nonzeros - size) }
    for _ in 0..<12 where best.map({ 50 * distance($0) > size }) ?? true {
      let middle = (low + high) / 2
      let scheme = ParallelScheme(relative: exp(middle), network: self, inputs: inputs)
      let pruned = try scheme.prune(self, inputs: inputs).pruned
      if pruned.nonzeros > size { low = middle } else { high = middle }
      if best.map({ distance(pruned) < distance($0) }) ?? true { best = pruned }
    }
    return best ?? self
  }
}
