// SPDX-License-Identifier: GPL-3.0-or-later
import Benchmark
import DrawFloor

extension BenchmarkMetric {
  /// Processor time in hundredths of that of a number of draws; relative, so that one threshold serves all machines.
  static var multiple: BenchmarkMetric { .custom("Hundredths of draws") }
}

extension Benchmark {
  /// Measures `body` beside `count` draws of N(0, 1), of which half are made before and half after it.
  func measureMultiple(ofDraws count: Int, _ body: () -> Void) {
    var floor = DrawFloor()
    let before = processorTime { floor.drawByCalls(count / 2) }
    startMeasurement()
    let time = processorTime(body)
    stopMeasurement()
    let after = processorTime { floor.drawByCalls(count - count / 2) }
    measurement(.multiple, Int((100 * time / (before + after)).rounded()))
  }
}
