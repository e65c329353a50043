// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import OwnMethods
import Statistics

/// A setting whose value differs between the study of a run folder and the one at hand.
public struct SettingChange: Hashable, Sendable, CustomStringConvertible {
  /// Dotted path of the setting.
  public let keyPath: String
  /// Its value in the run folder.
  public let stored: String
  /// Its value in the study at hand.
  public let current: String

  /// In words, for messages.
  public var description: String { "\(keyPath): \(stored) → \(current)" }
}

extension Study {
  /// The settings that forbid this study to go on in the folder of `stored`; none when it may.
  ///
  /// A study may grow: more trials, more inputs, networks or schemes, and a grid with all the stored cells and others. Every trial already stored then
  /// belongs to the grown study too. Any other change would mix two studies in one folder, or drop trials.
  ///
  /// A shard keeps its cells: with others in the study, it would be another part of it.
  public func conflicts(with stored: Study, sharded: Bool = false) -> [SettingChange] {
    let paths = Set(grid.axes.map(\.keyPath) + stored.grid.axes.map(\.keyPath))
    let keepsCells = grid.keepsCells(of: stored.grid) && (!sharded || grid.hasParts(of: stored.grid))
    return changes(from: stored).filter { change in
      if change.keyPath == "trials" { return !trials.extends(stored.trials) }
      // A file that only one of the two names belongs to cells that only one of them has.
      if change.keyPath.hasPrefix(Self.filesPrefix) {
        return change.stored != Self.absent && change.current != Self.absent
      }
      return !(paths.contains(change.keyPath) && keepsCells)
    }
  }

  /// Every setting whose value differs, in the order of the file.
  public func changes(from stored: Study) -> [SettingChange] {
    let before = Dictionary(uniqueKeysWithValues: stored.settings)
    return settings.compactMap { key, value in
      before[key] == value ? nil : SettingChange(keyPath: key, stored: before[key] ?? Self.absent, current: value)
    }
  }

  private static let filesPrefix = "files."
  private static let absent = "absent"

  /// All settings with their defaults filled in: two studies are the same when these are.
  public var settings: [(key: String, value: String)] {
    let common = [("study", name), ("claim", claimName), ("seed", "\(seed)")]
    let plan = grid.policy == nil ? [("trials", trials.text)] : []
    let commands = programs.sorted { $0.key < $1.key }.map { name, method in
      ("method.\(name)", "\(method.command), timeout \(method.timeout) s")
    }
    let hashes = (source.files ?? [:]).sorted { $0.key < $1.key }.map { (Self.filesPrefix + $0, "SHA-256 \($1)") }
    return common + plan + [("alarm-rate", "\(alarmRate)")] + grid.axes.map { ($0.keyPath, $0.text) } + commands
      + hashes
  }
}

extension Grid {
  /// Whether every stored trial is one that this grid's study makes too: a search with more trials at most goes the same way further, one
  /// to another half-width goes another way.
  fileprivate func keepsCells(of stored: Grid) -> Bool {
    guard Set(cells).isSuperset(of: stored.cells), (policy == nil) == (stored.policy == nil) else { return false }
    guard let policy, let earlier = stored.policy else { return true }
    let starts = Set(curves.map(\.start))
    return policy.atMost >= earlier.atMost && policy == earlier.with(atMost: policy.atMost)
      && starts.isSuperset(of: stored.curves.map(\.start))
  }

  /// Whether it has the same cells and curves, so that shards of it are the same parts.
  fileprivate func hasParts(of stored: Grid) -> Bool {
    Set(cells) == Set(stored.cells) && Set(curves.map(\.start)) == Set(stored.curves.map(\.start))
  }
}

extension TransitionPolicy {
  fileprivate func with(atMost: Int) -> TransitionPolicy {
    TransitionPolicy(probabilities: probabilities, halfWidth: halfWidth, confidence: confidence, atMost: atMost)
  }
}

extension TrialPlan {
  fileprivate var text: String {
    switch self {
    case .each(let count): "{each: \(count)}"
    case .precision(let width, let confidence, let cap):
      "{half-width: \(width), confidence: \(confidence), at-most: \(cap)}"
    }
  }
}
