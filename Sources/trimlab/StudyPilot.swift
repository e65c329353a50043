// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments
import Foundation
import StudyModel

/// How long trials take on this machine: a few of several cells, run for a second and forgotten.
struct StudyPilot {
  /// Seconds a trial by the experiment's cost, ascending.
  private let measured: [(cost: Double, seconds: Double)]
  private let experiment: any Experiment

  /// Cells are tried in the order of their costs, the cheapest first, until the time is up; at least one trial is made.
  init(_ study: Study, seconds: Double = 1) {
    experiment = study.experiment
    let cells = (study.grid.cells + study.grid.curves.map(\.start)).map {
      (cell: $0, cost: study.experiment.cost(of: $0))
    }
    .sorted { $0.cost < $1.cost }
    let places = cells.isEmpty ? [] : Set((0..<5).map { $0 * (cells.count - 1) / 4 }).sorted()
    let deadline = ContinuousClock.now + .seconds(seconds)
    let share = seconds / Double(max(places.count, 1))
    var workspace = TrialWorkspace()
    var measured: [(cost: Double, seconds: Double)] = []
    for place in places where measured.isEmpty || ContinuousClock.now < deadline {
      let times = Self.times(cells[place].cell, study, seconds: share, in: &workspace)
      measured.append((cells[place].cost, times.reduce(0, +) / Double(times.count)))
    }
    self.measured = measured
  }

  /// Of trials until `seconds` are over; the first, which makes what others find made, counts only if it is the only one.
  private static func times(
    _ cell: Cell, _ study: Study, seconds: Double, in workspace: inout TrialWorkspace
  ) -> [Double] {
    var times: [Double] = []
    let start = ContinuousClock.now
    repeat {
      let before = ContinuousClock.now
      _ = study.experiment.trials(
        cell, seed: study.seed, numbers: times.count + 1..<times.count + 2, in: &workspace)
      times.append((ContinuousClock.now - before) / .seconds(1))
    } while (ContinuousClock.now - start) / .seconds(1) < seconds && times.count < 1000
    return times.count > 1 ? Array(times.dropFirst()) : times
  }

  /// Between two costs that were tried by a power law, beyond them in proportion to the cost.
  func seconds(of cell: Cell) -> Double {
    let cost = experiment.cost(of: cell)
    guard let first = measured.first, let last = measured.last else { return 0 }
    guard cost > first.cost else { return first.seconds * (first.cost > 0 ? cost / first.cost : 1) }
    guard cost < last.cost, let above = measured.firstIndex(where: { $0.cost >= cost }) else {
      return last.seconds * cost / last.cost
    }
    let (low, high) = (measured[above - 1], measured[above])
    let share = log(cost / low.cost) / log(high.cost / low.cost)
    return low.seconds * pow(high.seconds / low.seconds, share)
  }
}
