// SPDX-License-Identifier: GPL-3.0-or-later
import CGSL
import CPhilox

extension RandomStream {
  /// One draw of N(0, 1) by the ziggurat method.
  public mutating func normal() -> Double { gsl_ran_gaussian_ziggurat(handle, 1) }

  /// One draw of the uniform distribution on [0, 1).
  public mutating func uniform() -> Double { gsl_rng_uniform(handle) }

  /// −1 or +1, each with probability ½.
  public mutating func sign() -> Double { gsl_rng_get(handle) & 1 == 0 ? 1 : -1 }

  /// The most trials of ``binomial(trials:probability:)``: 2⁵⁰, counts that a `Double` still tells apart.
  public static let largestTrials = 1 << 50

  /// One draw of Bin(trials, probability).
  ///
  /// GSL counts in 32 bits with a sign; more trials are the sum of several draws.
  /// - Precondition: 0 ≤ `trials` ≤ ``largestTrials``.
  /// - Complexity: O(1 + trials/2³¹).
  public mutating func binomial(trials: Int, probability: Double) -> Int {
    precondition(0 <= trials && trials <= Self.largestTrials, "\(trials) trials; at most \(Self.largestTrials)")
    var (left, successes) = (trials, 0)
    repeat {
      let part = min(left, Int(Int32.max))
      successes += Int(gsl_ran_binomial(handle, probability, UInt32(part)))
      left -= part
    } while left > 0
    return successes
  }

  /// How often each of `weights.count` outcomes occurs in `trials` draws with probabilities weight/Σ weights.
  ///
  /// One conditional binomial an outcome. The remaining weight is summed from the back, so that the last outcome takes exactly
  /// what is left: subtracted from the front, as in `gsl_ran_multinomial`, rounding could lose draws.
  /// - Precondition: weights ≥ 0, the last above 0; at most ``largestTrials``.
  /// - Complexity: O(outcomes), and as many draws more as there are 2³¹ trials.
  public mutating func multinomial(trials: Int, weights: [Double]) -> [Int] {
    var remaining = weights
    for k in remaining.indices.dropLast().reversed() { remaining[k] += remaining[k + 1] }
    var left = trials
    return zip(weights, remaining).map { weight, remaining in
      let count = left == 0 ? 0 : binomial(trials: left, probability: weight / remaining)
      left -= count
      return count
    }
  }

  /// A uniformly drawn subset of {0, …, count − 1} with `size` elements, ascending.
  ///
  /// - Complexity: O(count) draws (selection sampling, Knuth 3.4.2 S).
  public mutating func subset(size: Int, of count: Int) -> [Int] {
    precondition(0 <= size && size <= count, "a subset of \(size) out of \(count) does not exist")
    guard size > 0 else { return [] }
    var all = Array(0..<count)
    var chosen = Array(repeating: 0, count: size)
    gsl_ran_choose(handle, &chosen, size, &all, count, MemoryLayout<Int>.stride)
    return chosen
  }

  /// Puts `elements` into a uniformly drawn order.
  ///
  /// - Complexity: O(count) draws (Fisher and Yates).
  public mutating func shuffle(_ elements: inout [Int]) {
    gsl_ran_shuffle(handle, &elements, elements.count, MemoryLayout<Int>.stride)
  }

  /// Fills `buffer` with independent N(0, 1) draws, those that as many calls of ``normal()`` return.
  ///
  /// - Complexity: about 3 ns a draw, a third of a call; this is the floor under every study.
  public mutating func fillNormal(_ buffer: UnsafeMutableBufferPointer<Double>) {
    guard let start = buffer.baseAddress else { return }
    philox4x32_normals(handle, start, buffer.count)
  }

  /// Fills `buffer` with independent signs.
  public mutating func fillSigns(_ buffer: UnsafeMutableBufferPointer<Double>) {
    for i in buffer.indices { buffer[i] = sign() }
  }

  /// Fills `buffer` with independent draws of the centred uniform distribution of variance 1, on [−√3, √3).
  public mutating func fillUniform(_ buffer: UnsafeMutableBufferPointer<Double>) {
    let width = 2 * 3.0.squareRoot()
    for i in buffer.indices { buffer[i] = width * (uniform() - 0.5) }
  }

  /// Fills `buffer` with independent draws that are N(0, 1/density) with probability `density` and 0 otherwise
  /// (variance 1).
  public mutating func fillSparseNormal(_ buffer: UnsafeMutableBufferPointer<Double>, density: Double) {
    let deviation = 1 / density.squareRoot()
    for i in buffer.indices {
      buffer[i] = uniform() < density ? gsl_ran_gaussian_ziggurat(handle, deviation) : 0
    }
  }

  /// Fills `buffer` with independent draws of Student's law, scaled to variance 1.
  ///
  /// - Precondition: `degrees` > 2.
  public mutating func fillStudent(_ buffer: UnsafeMutableBufferPointer<Double>, degrees: Double) {
    let scale = ((degrees - 2) / degrees).squareRoot()
    for i in buffer.indices { buffer[i] = scale * gsl_ran_tdist(handle, degrees) }
  }

  /// Fills `buffer` with independent normal draws whose standard deviation is `scale` times that of the others with probability `share`
  /// (variance 1).
  public mutating func fillMixture(_ buffer: UnsafeMutableBufferPointer<Double>, share: Double, scale: Double) {
    let deviation = 1 / (1 + share * (scale * scale - 1)).squareRoot()
    for i in buffer.indices {
      buffer[i] = gsl_ran_gaussian_ziggurat(handle, uniform() < share ? scale * deviation : deviation)
    }
  }
}
