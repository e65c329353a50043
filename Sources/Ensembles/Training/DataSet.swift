// SPDX-License-Identifier: GPL-3.0-or-later
public import LinearAlgebra
public import Networks

/// Samples with what a network should answer to them.
public struct DataSet: Hashable, Sendable {
  /// What is asked of a network, and so its loss.
  public enum Targets: Hashable, Sendable {
    /// The class of each sample, in 0 ..< `count`: soft-max cross-entropy.
    case classes([Int], count: Int)
    /// The wanted responses, P×K, one row a sample: squared error.
    case values(Matrix)
  }

  /// P×N, one row a sample.
  public let inputs: Matrix
  /// What the outputs are to be.
  public let targets: Targets

  /// - Precondition: one target a sample; classes lie in 0 ..< count.
  public init(inputs: Matrix, targets: Targets) {
    precondition(inputs.rows == targets.samples, "\(inputs.rows) samples and \(targets.samples) targets")
    if case .classes(let classes, let count) = targets {
      precondition(classes.allSatisfy { (0..<count).contains($0) }, "a class outside 0 ..< \(count)")
    }
    self.inputs = inputs
    self.targets = targets
  }

  /// P.
  public var samples: Int { inputs.rows }

  /// The samples named by `indices`, in that order.
  public func selecting(_ indices: [Int]) -> DataSet {
    DataSet(inputs: inputs.selectingRows(indices), targets: targets.selecting(indices))
  }
}

extension DataSet.Targets {
  /// P.
  public var samples: Int {
    switch self {
    case .classes(let classes, _): classes.count
    case .values(let values): values.rows
    }
  }

  /// K, the outputs that a network for these targets has.
  public var outputs: Int {
    switch self {
    case .classes(_, let count): count
    case .values(let values): values.columns
    }
  }

  func selecting(_ indices: [Int]) -> Self {
    switch self {
    case .classes(let classes, let count): .classes(indices.map { classes[$0] }, count: count)
    case .values(let values): .values(values.selectingRows(indices))
    }
  }
}

extension Network {
  /// The mean loss over `data`, without dropout and penalties: see `DataSet.Targets`.
  ///
  /// - Complexity: 2·P·(number of weights) flops.
  public func loss(on data: DataSet) -> Double {
    var derivative = Matrix(rows: data.samples, columns: data.targets.outputs)
    return data.targets.loss(of: output(for: data.inputs), samples: Array(0..<data.samples)[...], into: &derivative)
  }

  /// The share of samples whose class has the largest output; ties go to the first.
  ///
  /// - Precondition: `data` has classes.
  public func accuracy(on data: DataSet) -> Double {
    guard case .classes(let classes, _) = data.targets else { preconditionFailure("accuracy is that of classes") }
    let outputs = output(for: data.inputs)
    let hits = classes.indices.count { sample in
      let row = outputs.row(sample)
      return row.firstIndex(of: row.max() ?? 0) == classes[sample]
    }
    return Double(hits) / Double(data.samples)
  }

  /// Y^{(L)}ᵀ, P×K.
  package func output(for inputs: Matrix) -> Matrix {
    layers.indices.reduce(inputs) { response(ofLayer: $1, to: $0) }
  }
}
