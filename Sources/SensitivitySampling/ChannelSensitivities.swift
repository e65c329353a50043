// SPDX-License-Identifier: GPL-3.0-or-later
public import LinearAlgebra
import Networks

/// How much each channel of a layer's inputs can matter to any of its filters:
///
///     s_c = max over samples, patches, filters and signs of  Σ_{j∈c} w_j a_j / Σ_j w_j a_j.
///
/// The channels are the filters of the layer before: keeping channel c with a factor keeps that filter.
///
/// Source: Liebenwein, Baykal, Lang, Feldman, Rus (ICLR 2020, arXiv 1911.07412), section 3.
public struct ChannelSensitivities: Hashable, Sendable {
  /// What of a channel's kernel is compared with the whole sum.
  public enum Share: String, Hashable, Sendable, CaseIterable {
    /// Σ_{j∈c}, which bounds what leaving the channel out can change.
    case kernel
    /// max_{j∈c}, the largest single entry, as the authors' code has it (github.com/lucaslie/torchprune): up to as many times smaller as a
    /// kernel has entries; the same in a fully connected layer.
    case entry
  }

  /// Those with s_c > 0, ascending.
  public let channels: [Int]
  /// Of the channels.
  public let distribution: SensitivityDistribution
  private let all: Int

  /// Nil where no channel contributes to any filter.
  ///
  /// `patches`: P×(channels·rows per channel), of either sign.
  ///
  /// - Complexity: 8·P·(number of weights) flops.
  public init?(_ layer: FilterLayer, patches: Matrix, share: Share = .kernel) {
    let shares = largestShares(layer, patches, of: share)
    channels = shares.indices.filter { shares[$0] > 0 }
    guard !channels.isEmpty else { return nil }
    distribution = SensitivityDistribution(shares.selecting(channels))
    all = shares.count
  }

  /// A factor for every channel, 0 for those that cannot matter.
  public func spread(_ factors: [Double]) -> [Double] {
    var spread = [Double](repeating: 0, count: all)
    for (channel, factor) in zip(channels, factors) { spread[channel] = factor }
    return spread
  }
}

/// The largest share of each channel in a part of a filter's response to one of the patches.
public func largestShares(
  _ layer: FilterLayer, _ patches: Matrix, of share: ChannelSensitivities.Share = .kernel
) -> [Double] {
  let inputs = patches.signedParts
  var largest = [Double](repeating: 0, count: layer.channels)
  for sizes in [layer.layer.weights.positivePart(), layer.layer.weights.positivePart(-1)] {
    let sums = inputs * sizes
    for filter in 0..<layer.filters {
      let (weights, reciprocals) = (sizes.column(filter), sums.column(filter).map { $0 > 0 ? 1 / $0 : 0 })
      for channel in largest.indices {
        let rows = channel * layer.rowsPerChannel..<(channel + 1) * layer.rowsPerChannel
        // Filters that share few channels are not paid for as if they shared all.
        guard rows.contains(where: { weights[weights.startIndex + $0] > 0 }) else { continue }
        let part = inputs.response(of: rows, to: weights, share)
        for (part, reciprocal) in zip(part, reciprocals) { largest[channel] = max(largest[channel], part * reciprocal) }
      }
    }
  }
  return largest
}

extension Matrix {
  /// For each row the sum, or the largest, of its entries in `columns` times the weights of these.
  fileprivate func response(
    of columns: Range<Int>, to weights: ArraySlice<Double>, _ share: ChannelSensitivities.Share
  ) -> [Double] {
    var response = [Double](repeating: 0, count: rows)
    for column in columns where weights[weights.startIndex + column] > 0 {
      let weight = weights[weights.startIndex + column]
      for (row, value) in self.column(column).enumerated() {
        let term = weight * value
        response[row] = share == .kernel ? response[row] + term : max(response[row], term)
      }
    }
    return response
  }
}
