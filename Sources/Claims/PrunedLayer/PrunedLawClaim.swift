// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
public import Experiments
import RecoveryTheory
import Statistics

/// **The law of a pruned neuron and of a pruned layer** (`PrunedNeuronLaw`, `PrunedLayerLaw`): what Net-Trim leaves of given weights on
/// Gaussian samples, and how far that is from the old layer on inputs not seen.
///
/// - Hypothesis, certified for the numbers at hand: the program is solved to a certified optimum.
/// - Measured: each quantity over its limit, less 1, at growing N with P/N, s/N and R fixed.
/// - Verdict: refuted if an error, extrapolated to N = ∞ as a + c/N from the smallest and the largest N, is not 0 (normal test, Holm).
public struct PrunedLawClaim: Claim {
  /// Its name on the command line and in studies.
  public let name: String
  /// An error that shrinks with the size.
  public let kind = ClaimClass.asymptotic
  public let statement, falseVariant: String
  /// What was promised before any trial was run.
  public var registered: ClaimProtocol {
    ClaimProtocol(
      hypotheses: "Gaussian samples; the program solved to a certified optimum",
      grid: "\(shapes.count) shapes (s/N, q, M, P/N, R), each at growing N",
      test: "each quantity over its limit, less 1, extrapolated to N = ∞ as a + c/N from the ends (normal test, Holm)",
      margin: .limit,
      amendments: [
        .quickBudget(had: "150 layers at N = 50 and 100"), .standardBudget(had: "1,000 layers, at N = 400 as well"),
      ] + amendments)
  }
  /// What a study of the claim measures.
  public var experiment: any Experiment = Layer()
  /// What the false variant measures; nil where it holds the same trials against other limits.
  var falseExperiment: (any Experiment)?
  /// What is held against the law.
  let limits: @Sendable (Cell, ClaimVariant) throws -> [(quantity: Quantity, value: Double)]
  var amendments: [Amendment] = []
  /// The layers that `verify` prunes.
  let shapes: [Shape]

  typealias Layer = PrunedLayerExperiment

  /// s/N, q, M, P/N and R.
  struct Shape {
    var density = 1.0
    var decay = 0.0
    var neurons = 1
    let samplesPerInput, epsilon: Double
  }

  /// What `verify` measures.
  public func verification(_ plan: VerificationPlan) -> Verification { verification(of: experiment, plan) }

  /// What `verify` measures of the false variant.
  public func falseVerification(_ plan: VerificationPlan) -> Verification? {
    falseExperiment.map { verification(of: $0, plan) }
  }

  private func verification(of experiment: any Experiment, _ plan: VerificationPlan) -> Verification {
    let dimensions = plan.choose(quick: [25, 100], standard: [50, 100, 200], thorough: [50, 100, 200, 400, 800])
    let cells = shapes.flatMap { shape in
      dimensions.map { dimension in
        experiment.cell([
          Layer.dimension.is(dimension), Layer.density.is(shape.density), Layer.decay.is(shape.decay),
          Layer.neurons.is(shape.neurons), Layer.samplesPerInput.is(shape.samplesPerInput),
          Layer.epsilon.is(shape.epsilon),
        ])
      }
    }
    return Verification(experiment, cells, trials: plan.choose(quick: 350, standard: 600, thorough: 4_000))
  }

  /// What the trials say of the claim, or of its false variant.
  public func judge(_ cells: [CellTrials], _ variant: ClaimVariant, alarmRate: Double) -> Finding {
    let gaussian = cells.filter { ($0.cell[optional: Layer.inputs] ?? .gaussian) == .gaussian }
    let models = Dictionary(grouping: gaussian) { $0.cell.without(Layer.dimension) }
    let tests = models.sorted { "\($0.key)" < "\($1.key)" }.flatMap { extrapolations($0.value, variant) }
    let likeliest = tests.min { $0.pValue < $1.pValue }
    let others = cells.trials - gaussian.trials
    return finding(
      tests, trials: cells.trials, counted: gaussian.reduce(0) { $0 + $1.count.decided }, alarmRate: alarmRate,
      remarks: (likeliest.map { ["the least likely of \(tests.count): " + $0.remark] } ?? []) + rateRemark(tests)
        + (others == 0 ? [] : ["stated for Gaussian inputs; \(others) trials with other inputs not counted"]))
  }

  private func rateRemark(_ tests: [SizeExtrapolation]) -> [String] {
    let rates = tests.compactMap(\.rate).sorted { $0.power < $1.power }
    guard let steepest = rates.first, let flattest = rates.last else { return [] }
    let mean = RunningSummary(rates.map(\.power))
    return [
      "root mean square errors fall as N to the power \(rounded(mean.mean)) on average, from \(rounded(steepest.power)) ± "
        + "\(rounded(steepest.standardError)) to \(rounded(flattest.power)) ± \(rounded(flattest.standardError))"
    ]
  }

  /// The cells of one model, which differ in N.
  private func extrapolations(_ cells: [CellTrials], _ variant: ClaimVariant) -> [SizeExtrapolation] {
    let ordered = cells.sorted { $0.cell[Layer.dimension] < $1.cell[Layer.dimension] }
    let errors = ordered.map { cell in (cell, (try? limits(cell.cell, variant)) ?? []) }
    guard let quantities = errors.first?.1.map(\.quantity) else { return [] }
    return quantities.compactMap { quantity in
      let course = errors.compactMap { cell, limits -> (size: Int, errors: [Double])? in
        guard let limit = limits.first(where: { $0.quantity == quantity })?.value else { return nil }
        let certified = cell.outcomes.filter { $0.success == true }.compactMap { $0[quantity] }
        return (cell.cell[Layer.dimension], certified.map { $0 / limit - 1 })
      }
      return SizeExtrapolation("\(quantity.name) of \(ordered[0].cell.without(Layer.dimension))", course)
    }
  }
}
