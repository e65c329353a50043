// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra

extension Network {
  /// The network with ‖W_ℓ‖₁ + ‖b_ℓ‖₁ = 1 in every layer, and the factors c_ℓ by which its responses are multiplied.
  ///
  /// ReLU is positively homogeneous: with W_ℓ′ = (c_ℓ/c_{ℓ−1})·W_ℓ and b_ℓ′ = c_ℓ·b_ℓ the responses become c_ℓ·Y^{(ℓ)}; the norm
  /// is 1 for c_ℓ = 1/(‖W_ℓ‖₁/c_{ℓ−1} + ‖b_ℓ‖₁), c_0 = 1.
  ///
  /// - Precondition: no layer is zero.
  /// - Source: Aghasi, Abdi, Nguyen, Romberg (2017), section 3.1, there without biases.
  public var linkNormalised: (network: Network, scales: [Double]) {
    var scales: [Double] = []
    let normalised = layers.map { layer in
      let before = scales.last ?? 1
      let norm = layer.weights.elements.norm1 / before + (layer.bias?.norm1 ?? 0)
      precondition(norm > 0, "a layer of zeros has no normalised form")
      scales.append(1 / norm)
      return layer.scaled(weights: 1 / (norm * before), bias: 1 / norm)
    }
    return (Network(layers: normalised, output: output), scales)
  }
}

extension Layer {
  fileprivate func scaled(weights factor: Double, bias biasFactor: Double) -> Layer {
    Layer(
      weights: Matrix(rows: inputs, columns: neurons, elements: factor * weights.elements),
      bias: bias.map { biasFactor * $0 })
  }
}
