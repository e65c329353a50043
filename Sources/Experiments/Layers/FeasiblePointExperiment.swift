// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import Ensembles
import LinearAlgebra
import Networks
import RandomStreams

/// Points U of C_ε(X, Y, 0), not only its minimisers: along a random direction from W to where the first constraint binds, with the error
/// ‖ReLU(UᵀX) − Y‖_F that they have.
public struct FeasiblePointExperiment: Experiment {
  /// N, the inputs of the layer.
  public static let width = Parameter<Int>(
    "width", "N, the inputs of the layer", unit: "inputs", .integers(1...100_000))
  /// M, the neurons of the layer.
  public static let neurons = Parameter<Int>(
    "neurons", "M, the neurons of the layer", unit: "neurons", .integers(1...100_000))
  /// Share of a neuron's weights that are not zero.
  public static let density = Parameter<Double>(
    "density", "Share of a neuron's weights that are not zero", .numbers(Double.leastNonzeroMagnitude...1))
  /// P, the number of samples.
  public static let samples = Parameter<Int>(
    "samples", "P, the number of samples", unit: "samples", .integers(1...1_000_000))
  /// Ε/‖Y‖_F.
  public static let epsilon = Parameter<Double>("epsilon", "ε/‖Y‖_F", .positiveNumbers)

  /// ‖ReLU(UᵀX) − Y‖_F.
  public static let error = Quantity("error", "‖ReLU(UᵀX) − Y‖_F")
  /// Ε.
  public static let bound = Quantity("bound", "ε")
  /// By how much the error may exceed ε through rounding.
  public static let allowance = Quantity("allowance", "By how much the error may exceed ε through rounding")
  /// Whether U is feasible.
  public static let certified = Quantity("certified", "Whether U is feasible", kind: .flag)

  /// The axes of its grids, the last varying fastest.
  public let parameters: [any GridParameter] = [width, neurons, density, samples, epsilon]
  /// What is stored of every trial, or of every item of one.
  public let quantities = [error, bound, allowance, certified]
  /// Whether the points keep the inequalities x_pᵀu ≤ 0 where y_p = 0, or stay in the ball alone.
  private let keepsInequalities: Bool

  /// The experiment; unless it `keepsInequalities`, points meet the ball alone, for which the bound is false.
  public init(keepsInequalities: Bool = true) { self.keepsInequalities = keepsInequalities }

  /// What a trial of the cell costs, in a unit of the experiment's own.
  public func cost(of cell: Cell) -> Double {
    Double(cell[Self.width]) * Double(cell[Self.neurons]) * Double(cell[Self.samples])
  }

  /// Samples, weights, and what both give, a few times each.
  public func memory(of cell: Cell) -> Double {
    let (n, m, p) = (Double(cell[Self.width]), Double(cell[Self.neurons]), Double(cell[Self.samples]))
    return 8 * (2 * n * p + 4 * n * m + 6 * p * m)
  }

  /// Runs one trial, which is decided by cell, seed and number.
  public func measure(
    _ cell: Cell, seed: UInt64, trial: Int, in workspace: inout TrialWorkspace
  ) throws -> TrialOutcome {
    let ensemble = NetworkEnsemble(widths: [cell[Self.width], cell[Self.neurons]], density: cell[Self.density])
    let layer = ensemble.network(seed: seed, trial: trial).layers[0]
    let inputs = ensemble.dataSet(cell[Self.samples], seed: seed, trial: trial).inputs
    let responses = layer.activities(of: inputs).rectified
    let program = try LayerProgram(
      inputs: inputs, responses: responses, epsilon: cell[Self.epsilon] * responses.frobeniusNorm)
    workspace.stream.restart(
      at: StreamKey(seed: seed, content: ensemble.name, trial: UInt32(trial), purpose: "direction"))
    let direction = Matrix(rows: inputs.columns, columns: layer.neurons) { workspace.stream.fillNormal($0) }
    let step = program.step(from: layer.weights, along: direction, keepingInequalities: keepsInequalities)
    var weights = layer.weights
    weights.elements.add(direction.elements, scale: step)
    return program.outcome(of: weights, isBallEnough: !keepsInequalities)
  }
}

extension LayerProgram {
  /// The largest t for which W + tD is in the ball and, if asked, keeps the inequalities; 1 where neither binds, as without active samples.
  fileprivate func step(from weights: Matrix, along direction: Matrix, keepingInequalities: Bool) -> Double {
    let (activities, change) = (inputs * weights, inputs * direction)
    var (squaredSpeed, largest) = (0.0, Double.infinity)
    for i in responses.elements.indices {
      if responses.elements[i] > 0 {
        squaredSpeed += change.elements[i] * change.elements[i]
      } else if change.elements[i] > 0 {
        largest = min(largest, -activities.elements[i] / change.elements[i])
      }
    }
    let toBall = squaredSpeed > 0 ? epsilon / squaredSpeed.squareRoot() : .infinity
    let step = keepingInequalities ? min(toBall, largest) : toBall
    return step.isFinite ? step : 1
  }

  /// Measures U and certifies that it is feasible, in the ball at least.
  fileprivate func outcome(of weights: Matrix, isBallEnough: Bool) -> TrialOutcome {
    let activities = inputs * weights
    let error = (activities.rectified.elements - responses.elements).norm2
    var (squaredResidual, violation, inactive) = (0.0, 0.0, 0.0)
    for (activity, response) in zip(activities.elements, responses.elements) {
      if response > 0 {
        squaredResidual += (activity - response) * (activity - response)
      } else {
        violation = max(violation, activity)
        inactive += 1
      }
    }
    // Of the activities, not of the responses, which are all 0 where the neurons are silent on every sample.
    let rounding = 1e-13 * activities.frobeniusNorm
    let allowance = rounding + inactive.squareRoot() * rounding
    let isCertified =
      squaredResidual.squareRoot() <= epsilon + rounding && (isBallEnough || violation <= rounding)
    let check = BoundCheck(error: error, bound: epsilon, allowance: allowance)
    typealias Q = FeasiblePointExperiment
    return TrialOutcome(
      success: isCertified ? !check.isViolated : nil,
      [
        Measurement(Q.error, error), Measurement(Q.bound, epsilon), Measurement(Q.allowance, allowance),
        Measurement(Q.certified, isCertified),
      ])
  }
}
