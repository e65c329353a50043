// SPDX-License-Identifier: GPL-3.0-or-later
import Answers
import ArrayFiles
import ConvexRecovery
import LinearAlgebra
import NetTrim
import Networks

// The C interface. A question is a JSON document whose keys are the options of the command line in snake case; the answer is the document
// that the command prints. Arrays are float64 in C order, with a shape of one or two lengths; none is kept after a call. Every function may
// be called from any thread, and from several at once. What `answer` and `message` point to at the end is given back to `trimlab_free`.
//
// Returned is the exit code of the command line: 0, or 2 with an answer and a message of what is not optimal; else `answer` is nil and
// `message` says what is wrong: 64 a value of the question, 65 numbers of an array, 70 anything else.

/// Where a text is put that the caller gives back to `trimlab_free`.
public typealias Text = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

/// `trimlab predict --dimension N --sparsity s`.
@c(trimlab_predict)
public func trimlabPredict(_ question: UnsafePointer<CChar>, _ answer: Text, _ message: Text) -> CInt {
  answering(answer, message) { .solved(try Prediction(question.decoded(PlantedOptions.self).question()).json()) }
}

/// `trimlab predict --weights`: W is N×M, or of length N.
@c(trimlab_pruned_layer)
public func trimlabPrunedLayer(
  _ question: UnsafePointer<CChar>, _ weights: UnsafePointer<Double>?, _ shape: UnsafePointer<Int>, _ dimensions: Int,
  _ answer: Text, _ message: Text
) -> CInt {
  answering(answer, message) {
    let question = try question.decoded(PrunedLayerOptions.self).question()
    let weights = try array("W", weights, shape, dimensions)
    return .solved(try PrunedPrediction(weights: weights, named: "W", question).json())
  }
}

/// `trimlab solve`: X is N×P, Y is M×P or of length P, V like Y or nil; U, N×M, is written column by column.
@c(trimlab_solve)
public func trimlabSolve(
  _ question: UnsafePointer<CChar>, _ inputs: UnsafePointer<Double>?, _ inputShape: UnsafePointer<Int>,
  _ inputDimensions: Int, _ responses: UnsafePointer<Double>?, _ responseShape: UnsafePointer<Int>,
  _ responseDimensions: Int, _ slack: UnsafePointer<Double>?, _ slackShape: UnsafePointer<Int>?, _ slackDimensions: Int,
  _ weights: UnsafeMutablePointer<Double>, _ answer: Text, _ message: Text
) -> CInt {
  answering(answer, message) {
    let question = try question.decoded(SolveOptions.self).question()
    let program = try question.program(
      inputs: try array("X", inputs, inputShape, inputDimensions),
      responses: try array("Y", responses, responseShape, responseDimensions),
      slack: try slackShape.map { try array("V", slack, $0, slackDimensions) })
    let (solution, report) = question.solve(program, SolverSettings(gap: question.tolerance))
    weights.write(solution.weights.elements)
    return solution.status == .optimal ? .solved(try report.json) : .notOptimal(try report.json, report.heading)
  }
}

/// `trimlab prune`, of Net-Trim's schemes: `depth` layers, W_ℓ (N_ℓ×M_ℓ) column by column, b_ℓ of length M_ℓ or nil, the lengths
/// N₁, M₁, N₂, … in `shapes`; what is left is written in the same order.
@c(trimlab_prune)
public func trimlabPrune(
  _ question: UnsafePointer<CChar>, _ depth: Int, _ shapes: UnsafePointer<Int>,
  _ weights: UnsafePointer<UnsafePointer<Double>?>, _ biases: UnsafePointer<UnsafePointer<Double>?>,
  _ biasLengths: UnsafePointer<Int>, _ inputs: UnsafePointer<Double>?, _ inputShape: UnsafePointer<Int>,
  _ inputDimensions: Int, _ prunedWeights: UnsafePointer<UnsafeMutablePointer<Double>?>,
  _ prunedBiases: UnsafePointer<UnsafeMutablePointer<Double>?>, _ answer: Text, _ message: Text
) -> CInt {
  answering(answer, message) {
    let options = try question.decoded(SchemeOptions.self)
    let question = try options.question()
    let network = try network(depth, shapes, weights, biases, biasLengths, output: options.output)
    let samples = try array("X", inputs, inputShape, inputDimensions).samples()
    let found = try question.prune(
      network, named: "layers", samples, from: "X", SolverSettings(gap: question.tolerance))
    for (index, layer) in found.pruning.pruned.layers.enumerated() {
      prunedWeights[index]?.write(layer.weights.elements)
      if let bias = layer.bias { prunedBiases[index]?.write(bias) }
    }
    let report = PruneReport(question, found, rounded: found.pruning.pruned)
    let complaints = report.complaints.joined(separator: " ")
    return found.pruning.isOptimal ? .solved(try report.json) : .notOptimal(try report.json, complaints)
  }
}

/// Whether planted weights w, of length N, are recovered from X, N×P.
@c(trimlab_certify)
public func trimlabCertify(
  _ inputs: UnsafePointer<Double>?, _ inputShape: UnsafePointer<Int>, _ inputDimensions: Int,
  _ weights: UnsafePointer<Double>?, _ weightShape: UnsafePointer<Int>, _ weightDimensions: Int,
  _ answer: Text, _ message: Text
) -> CInt {
  answering(answer, message) {
    let inputs = try array("X", inputs, inputShape, inputDimensions)
    return .solved(
      try CertificateAnswer(inputs: inputs, weights: try array("w", weights, weightShape, weightDimensions)).json)
  }
}

/// The versions in the manifest of a run.
@c(trimlab_versions)
public func trimlabVersions(_ answer: Text, _ message: Text) -> CInt {
  answering(answer, message) { .solved(try printedJSON(libraryVersions())) }
}
