// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import Foundation
import RecoveryTheory
import Statistics
package import StudyModel

/// What a study of recovery would tell with so many trials a cell, by the exact law: planned before anything is drawn.
package struct RecoveryForecast: Sendable {
  private struct Shape: Hashable { let dimension, sparsity: Int }

  private let cells: [(law: RecoveryLaw, samples: Int)]
  private let curves: [[(law: RecoveryLaw, samples: Int)]]
  private let alarmRate: Double
  private let seed: UInt64

  /// Most trials that a plan comes to; beyond, it says that there is none.
  private static let most = 10_000_000
  /// With which probability what is to be detected is detected.
  package static let power = 0.9
  package static let confidence = TrialPlan.fixedConfidence

  /// nil where the study is not of recovery, or its numbers of samples are only found while it runs.
  package init?(_ study: Study) {
    guard study.experiment is RecoveryExperiment, !study.grid.cells.isEmpty else { return nil }
    var laws: [Shape: RecoveryLaw] = [:]
    cells = study.grid.cells.map { cell in
      let shape = Shape(dimension: cell[RecoveryExperiment.dimension], sparsity: cell[RecoveryExperiment.sparsity])
      let law = laws[shape] ?? RecoveryLaw(dimension: shape.dimension, sparsity: shape.sparsity)
      laws[shape] = law
      return (law, cell[RecoveryExperiment.samples])
    }
    curves = Dictionary(grouping: zip(study.grid.cells, cells)) { $0.0.without(RecoveryExperiment.samples) }
      .values.map { $0.map(\.1) }
    (alarmRate, seed) = (study.alarmRate, study.seed)
  }

  /// The smallest relative error of δ that the test of the recovery law finds with probability 0.9; nil where none is found.
  package func detectable(each trials: Int) -> Double? { power(trials).detectableError(power: Self.power) }

  /// The widest half-width of a cell's success rate, by Wilson at the law's own rate.
  package func rateHalfWidth(each trials: Int) -> Double {
    let rates = Set(cells.map { ($0.law.success(samples: $0.samples) * Double(trials)).rounded() })
    return rates.map { rate in
      let interval = Proportion(successes: Int(rate), trials: trials).wilsonInterval(confidence: Self.confidence)
      return (interval.upperBound - interval.lowerBound) / 2
    }.max() ?? .nan
  }

  /// The widest expected half-width of a curve's P₅₀, relative to it, by the information of a probit curve as steep as the law; infinite
  /// where a curve has too few cells in its transition.
  package func medianHalfWidth(each trials: Int) -> Double {
    let z = TransitionLink.probit.predictor((1 + Self.confidence) / 2)
    return curves.map { z * Self.medianError($0, trials) }.max() ?? .infinity
  }

  /// Trials a cell so that every rate has at most this half-width.
  package func trials(rateHalfWidth goal: Double) -> Int? { least { rateHalfWidth(each: $0) <= goal } }

  /// Trials a cell so that every P₅₀ has at most this relative half-width.
  package func trials(medianHalfWidth goal: Double) -> Int? { least { medianHalfWidth(each: $0) <= goal } }

  /// Trials a cell so that the test of the recovery law finds a δ that is off by this much, up or down, with probability 0.9.
  package func trials(detecting error: Double) -> Int? {
    least { trials in
      let power = power(trials)
      return power.power(error: error) >= Self.power && power.power(error: -error) >= Self.power
    }
  }

  private func power(_ trials: Int) -> LawPower {
    LawPower(
      cells: cells.map { RecoveryLawCell(law: $0.law, samples: $0.samples, trials: trials) }, alarmRate: alarmRate,
      seed: seed)
  }

  /// The least number, to 1 %, for which `isEnough`, which is taken to stay true once it is.
  private func least(_ isEnough: (Int) -> Bool) -> Int? {
    var (few, many) = (0, 10)
    while !isEnough(many) {
      (few, many) = (many, 2 * many)
      guard many <= Self.most else { return nil }
    }
    while many - few > max(1, many / 100) {
      let middle = (few + many) / 2
      if isEnough(middle) { many = middle } else { few = middle }
    }
    return many
  }

  /// The standard error of ln P₅₀ of a curve p = Φ(a + b·P).
  private static func medianError(_ cells: [(law: RecoveryLaw, samples: Int)], _ trials: Int) -> Double {
    guard let law = cells.first?.law else { return .infinity }
    let link = TransitionLink.probit
    let (low, median, high) = (law.quantile(0.05), law.quantile(0.5), law.quantile(0.95))
    guard high > low, median > 0 else { return .infinity }
    let slope = (link.predictor(0.95) - link.predictor(0.05)) / (high - low)
    var (aa, ab, bb) = (0.0, 0.0, 0.0)
    for cell in cells {
      let x = Double(cell.samples) - median
      let rate = link.probability(slope * x)
      guard rate > 1e-12, rate < 1 - 1e-12 else { continue }
      let density = exp(-slope * x * slope * x / 2) / (2 * Double.pi).squareRoot()
      let weight = Double(trials) * density * density / (rate * (1 - rate))
      (aa, ab, bb) = (aa + weight, ab + weight * x, bb + weight * x * x)
    }
    let determinant = aa * bb - ab * ab
    return determinant > 1e-9 * aa * bb ? (bb / determinant).squareRoot() / slope / median : .infinity
  }
}
