// SPDX-License-Identifier: GPL-3.0-or-later
public import Experiments

/// The published counts of the spiral experiment: non-zero weights of the three layers before and after the cascade, ε = .01, γ = 1.1.
///
/// Source: Aghasi, Abdi, Nguyen, Romberg (2017), supplement 3, Tables S.1 (dropout) and S.2 (dropout and ℓ₁).
public enum PublishedSpirals {
  /// A row of a published table: non-zero weights of the layers, before and after.
  public struct Row: Hashable, Sendable {
    /// h, neurons of a hidden layer.
    public let width: Int
    /// What the networks were trained with.
    public let penalty: SpiralNetworks.Penalty
    /// Of layers 1 to 3.
    public let before, after: [Int]
  }

  /// nil for a network that was not published.
  public static func row(width: Int, penalty: SpiralNetworks.Penalty) -> Row? {
    rows.first { $0.width == width && $0.penalty == penalty }
  }

  /// Tables S.1 and S.2 of the supplement.
  public static let rows = [
    Row(width: 50, penalty: .none, before: [99, 2_483, 100], after: [98, 467, 54]),
    Row(width: 75, penalty: .none, before: [149, 5_594, 150], after: [149, 710, 72]),
    Row(width: 125, penalty: .none, before: [250, 15_529, 250], after: [247, 3_477, 96]),
    Row(width: 175, penalty: .none, before: [349, 30_395, 350], after: [348, 1_743, 116]),
    Row(width: 200, penalty: .none, before: [400, 39_668, 399], after: [399, 1_991, 113]),
    Row(width: 50, penalty: .l1, before: [58, 1_604, 95], after: [54, 342, 46]),
    Row(width: 75, penalty: .l1, before: [96, 2_867, 135], after: [90, 651, 62]),
    Row(width: 125, penalty: .l1, before: [126, 5_316, 226], after: [95, 751, 60]),
    Row(width: 175, penalty: .l1, before: [171, 9_580, 320], after: [136, 906, 61]),
    Row(width: 200, penalty: .l1, before: [134, 8_700, 382], after: [109, 606, 70]),
  ]
}
