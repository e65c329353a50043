// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import Ensembles
import LinearAlgebra
import Networks
import RandomStreams

/// A convolution layer with planted sparse kernels on images of white noise, pruned as a convolution and as the dense layer of its patches.
///
/// The dense program has patches laid out here by the definition of a convolution layer, and is solved by other methods: at ε = 0 by
/// the interior-point method beside the homotopy, at ε > 0 by Newton's method beside ADMM, whose least squares on a convolution are
/// conjugate gradients on the images. A trial succeeds where the optima agree to 10⁻⁶, and at ε = 0 the verdicts on recovery as well; it is
/// undecided where either program was not solved with a certificate. Without the dense program a trial succeeds where the kernels are recovered.
public struct ConvolutionExperiment: Experiment {
  /// Height and width of the images (pixels).
  public static let side = Parameter<Int>(
    "side", "Height and width of the images", unit: "pixels", .integers(1...1_000))
  /// Channels of the images.
  public static let channels = Parameter<Int>("channels", "Channels of the images", .integers(1...1_000), standard: 2)
  /// Height and width of the kernels (pixels).
  public static let kernel = Parameter<Int>(
    "kernel", "Height and width of the kernels", unit: "pixels", .integers(1...100), standard: 3)
  /// Pixels from patch to patch.
  public static let stride = Parameter<Int>("stride", "Pixels from patch to patch", unit: "pixels", .integers(1...100))
  /// Rows and columns of zeros around the images (pixels).
  public static let padding = Parameter<Int>(
    "padding", "Rows and columns of zeros around the images", unit: "pixels", .integers(0...100), standard: 0)
  /// Images.
  public static let images = Parameter<Int>("images", "Images", .integers(1...10_000), standard: 1)
  /// M, kernels.
  public static let filters = Parameter<Int>("filters", "M, kernels", .integers(1...1_000), standard: 1)
  /// s, non-zero weights of each kernel.
  public static let sparsity = Parameter<Int>(
    "sparsity", "s, non-zero weights of each kernel", unit: "weights", .integers(1...10_000))
  /// Ε as a share of ‖Y‖_F.
  public static let epsilon = Parameter<Double>(
    "epsilon", "ε as a share of ‖Y‖_F", .numbers(0...1), standard: 0)

  /// P (samples).
  public static let patches = Quantity("patches", "P", unit: "samples", kind: .count)
  /// |‖U‖₁ − ‖U′‖₁|/‖U′‖₁ of convolution and patches.
  public static let difference = Quantity("difference", "|‖U‖₁ − ‖U′‖₁|/‖U′‖₁ of convolution and patches")
  /// 1 if the convolution recovers its kernels; of ε = 0.
  public static let recovered = Quantity(
    "recovered", "1 if the convolution recovers its kernels; of ε = 0", kind: .flag)
  /// 1 if the dense program recovers the kernels; of ε = 0.
  public static let denseRecovered = Quantity(
    "dense_recovered", "1 if the dense program recovers the kernels; of ε = 0", kind: .flag)

  /// The axes of its grids, the last varying fastest.
  public let parameters: [any GridParameter] = [
    side, channels, kernel, stride, padding, images, filters, sparsity, epsilon,
  ]
  /// What is stored of every trial, or of every item of one.
  public let quantities = [patches, difference, recovered, denseRecovered]

  /// Pixels by which the dense program's patches are off, for a false variant.
  private let offset: Int

  /// Whether the dense program is solved as well.
  private let comparesPrograms: Bool

  /// The experiment; with an `offset` other than 0 the dense program has patches that are so many columns off, which makes the statement false.
  public init(offset: Int = 0, comparesPrograms: Bool = true) {
    (self.offset, self.comparesPrograms) = (offset, comparesPrograms)
  }

  private static let agreement = 1e-6

  /// Why no trial can be made in the cell, and what would be right; nil where one can.
  public func problem(with cell: Cell) -> CellProblem? {
    let (kernel, extent) = (cell[Self.kernel], cell[Self.side] + 2 * cell[Self.padding])
    if kernel > extent {
      return CellProblem(
        Self.kernel, "\(kernel) pixels do not fit into padded images of \(extent); enlarge side or padding")
    }
    let weights = cell[Self.channels] * kernel * kernel
    return cell[Self.sparsity] > weights
      ? CellProblem(Self.sparsity, "\(cell[Self.sparsity]) of \(weights) weights cannot be non-zero; take at most all")
      : nil
  }

  /// What a trial of the cell costs, in a unit of the experiment's own.
  public func cost(of cell: Cell) -> Double {
    let geometry = Self.geometry(cell)
    let samples = Double(cell[Self.images] * geometry.outputHeight * geometry.outputWidth)
    return samples * Double(cell[Self.channels] * cell[Self.kernel] * cell[Self.kernel] * cell[Self.filters])
  }

  /// Patches of both programs, and a copy for their solvers.
  public func memory(of cell: Cell) -> Double { 32 * cost(of: cell) }

  private static func geometry(_ cell: Cell) -> Convolution.Geometry {
    Convolution.Geometry(
      channels: cell[channels], height: cell[side], width: cell[side], kernelHeight: cell[kernel],
      kernelWidth: cell[kernel], stride: cell[stride], padding: cell[padding])
  }

  /// Runs one trial, which is decided by cell, seed and number.
  public func measure(
    _ cell: Cell, seed: UInt64, trial: Int, in workspace: inout TrialWorkspace
  ) throws -> TrialOutcome {
    let layer = PlantedConvolution(cell, Self.geometry(cell), seed: seed, trial: trial, stream: &workspace.stream)
    let responses = (layer.patches() * layer.kernels).rectified
    let epsilon = cell[Self.epsilon] * responses.frobeniusNorm
    let convolution = try LayerProgram(
      convolution: Convolution(images: layer.images, geometry: layer.geometry), responses: responses, epsilon: epsilon
    ).solve(method: epsilon == 0 ? .homotopy : .admm)
    let isRecovered = layer.isRecovered(by: convolution)
    let measured = [
      Measurement(Self.patches, responses.rows),
      Measurement(Self.recovered, epsilon > 0 ? .nan : isRecovered ? 1 : 0),
    ]
    guard comparesPrograms else {
      return TrialOutcome(success: convolution.status == .optimal ? isRecovered : nil, measured)
    }
    let dense = try LayerProgram(inputs: layer.patches(offset: offset), responses: responses, epsilon: epsilon)
      .solve(method: epsilon == 0 ? .interiorPoint : .newton)
    let isSolved = convolution.status == .optimal && dense.status == .optimal
    let difference = abs(convolution.objective - dense.objective) / max(dense.objective, 1e-300)
    let isDenseRecovered = layer.isRecovered(by: dense)
    let agree = difference <= Self.agreement && (epsilon > 0 || isRecovered == isDenseRecovered)
    return TrialOutcome(
      success: isSolved ? agree : nil,
      measured + [
        Measurement(Self.difference, isSolved ? difference : .nan),
        Measurement(Self.denseRecovered, epsilon > 0 ? .nan : isDenseRecovered ? 1 : 0),
      ])
  }
}

/// Images of white noise and sparse kernels.
private struct PlantedConvolution {
  let geometry: Convolution.Geometry
  /// Pixels by (image, channel, row, column).
  let images: [Double]
  /// Weights by (channel, row, column), a kernel a column.
  let kernels: Matrix
  private let count: Int

  init(_ cell: Cell, _ geometry: Convolution.Geometry, seed: UInt64, trial: Int, stream: inout RandomStream) {
    typealias Layer = ConvolutionExperiment
    stream.restart(at: StreamKey(seed: seed, content: "\(cell)", trial: UInt32(trial), purpose: "convolution"))
    self.geometry = geometry
    count = cell[Layer.images]
    let pixels = count * geometry.channels * geometry.height * geometry.width
    images = (0..<pixels).map { _ in stream.normal() }
    var kernels = Matrix(
      rows: geometry.channels * geometry.kernelHeight * geometry.kernelWidth, columns: cell[Layer.filters])
    for m in 0..<kernels.columns {
      for j in stream.subset(size: cell[Layer.sparsity], of: kernels.rows) { kernels[j, m] = stream.normal() }
    }
    self.kernels = kernels
  }

  /// x_{(i, r, c), (k, a, b)} = image_i[k, r·stride + a − padding, c·stride + b − padding + offset], 0 outside: the definition.
  func patches(offset: Int = 0) -> Matrix {
    let g = geometry
    var patches = Matrix(rows: count * g.outputHeight * g.outputWidth, columns: kernels.rows)
    func pixel(_ image: Int, _ channel: Int, _ row: Int, _ column: Int) -> Double {
      guard (0..<g.height).contains(row) && (0..<g.width).contains(column) else { return 0 }
      return images[((image * g.channels + channel) * g.height + row) * g.width + column]
    }
    for sample in 0..<patches.rows {
      let (image, place) = sample.quotientAndRemainder(dividingBy: g.outputHeight * g.outputWidth)
      let (top, left) = (place / g.outputWidth * g.stride - g.padding, place % g.outputWidth * g.stride - g.padding)
      for weight in 0..<patches.columns {
        let (channel, inside) = weight.quotientAndRemainder(dividingBy: g.kernelHeight * g.kernelWidth)
        patches[sample, weight] = pixel(
          image, channel, top + inside / g.kernelWidth, left + inside % g.kernelWidth + offset)
      }
    }
    return patches
  }

  /// Within a relative 10⁻⁶.
  func isRecovered(by solution: LayerSolution) -> Bool {
    (solution.weights.elements - kernels.elements).norm2 <= 1e-6 * kernels.frobeniusNorm
  }
}
