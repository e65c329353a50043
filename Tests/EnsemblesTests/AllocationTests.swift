// SPDX-License-Identifier: GPL-3.0-or-later
#if canImport(Glibc)
  import CAllocations
  import ConvexRecovery
  import Ensembles
  import LinearAlgebra
  import RandomStreams
  import TestSupport
  import Testing

  /// The most bytes that are allocated at one time, against the formulas in the documentation.
  @Suite struct AllocationTests {
    private func peak<Result>(_ body: () -> Result) -> (bytes: Double, result: Result) {
      allocations_begin()
      let result = body()
      return (Double(allocations_end()), result)
    }

    private func stream() -> RandomStream {
      RandomStream(StreamKey(seed: 4, content: "allocations", trial: 0, purpose: "test"))
    }

    /// The counter counts: an array, and its copy for a moment.
    @Test func allocationsAreCounted() {
      let one = peak { [Double](repeating: 1, count: 100_000) }
      expectClose(one.bytes, 800_000, relative: 0.01)
      let three = peak { one.result.map { $0 + 1 } + one.result }
      expectClose(three.bytes, 2_400_000, relative: 0.01)
      #expect(peak { 0 }.bytes == 0)
    }

    /// A trial's draws: 8·n·N bytes for n active samples that alone are drawn.
    @Test(arguments: [(200, 10, 400), (1000, 20, 300), (2000, 5, 2000)])
    func anInstanceTakesItsActiveSamples(_ dimension: Int, _ sparsity: Int, _ samples: Int) {
      let ensemble = PlantedEnsemble(dimension: dimension, sparsity: sparsity, samples: samples)
      var stream = stream()
      let trial = peak { PlantedNeuron(ensemble, seed: 1, trial: 1, stream: &stream) }
      let active = trial.result.active.rows
      expectClose(trial.bytes, 8 * Double(active * dimension), relative: 0.05, "\(ensemble.name), n = \(active)")
    }

    /// Where half of the samples is not known beforehand, all P are drawn and then parted: 16·P·N bytes.
    @Test func anInstanceOfOtherInputsIsPartedOnce() {
      let ensemble = PlantedEnsemble(dimension: 400, sparsity: 10, samples: 600, inputs: .reluOutputs(layers: 1))
      var stream = stream()
      let trial = peak { PlantedNeuron(ensemble, seed: 1, trial: 1, stream: &stream) }
      let network = 8 * 400.0 * 400
      expectClose(trial.bytes, network + 16 * 600 * 400, relative: 0.05)
    }

    /// The certificate search, where its first certificate is enough.
    @Test(arguments: [(2000, 40, 4000), (4000, 20, 2000), (500, 60, 3000)])
    func aCertificateTakesTheSupportTwice(_ dimension: Int, _ sparsity: Int, _ samples: Int) {
      let ensemble = PlantedEnsemble(dimension: dimension, sparsity: sparsity, samples: samples)
      var stream = stream()
      let neuron = PlantedNeuron(ensemble, seed: 1, trial: 1, stream: &stream)
      let (support, signs) = (neuron.support, neuron.signs)
      let search = peak { CertificateNewton().decide(active: neuron.active, support: support, signs: signs) }
      #expect(search.result.verdict == .recovered && search.result.iterations == 0)
      let (n, s, N) = (Double(neuron.active.rows), Double(sparsity), Double(dimension))
      expectClose(search.bytes, 8 * (2 * n * (s + 1) + s * s + N), relative: 0.05, ensemble.name)
    }
  }
#endif
