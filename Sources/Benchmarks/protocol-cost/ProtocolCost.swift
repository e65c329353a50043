// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import OwnMethods
import Statistics

/// What the protocol of own methods costs: the time of requests that this program, started as a method, answers with zeros.
@main
struct ProtocolCost {
  static func main() throws {
    if CommandLine.arguments.contains("--answer") { return answerAll() }
    let folder = URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)
    let method = OwnMethod(command: [CommandLine.arguments[0], "--answer"], folder: folder)
    let session = MethodSession(method)
    print("N,P,bytes,microseconds")
    let points = try [(10, 10), (50, 50), (100, 200), (200, 400), (400, 800), (800, 1600)].map { dimension, samples in
      let bytes = 8 * (dimension * samples + samples + dimension)
      let seconds = try median(of: 101) { try session.answer(request(dimension, samples)) }
      print("\(dimension),\(samples),\(bytes),\(String(format: "%.1f", 1e6 * seconds))")
      return (bytes: Double(bytes), seconds: seconds)
    }
    let fixed = points[0].seconds
    let slope = points.map { ($0.seconds - fixed) / ($0.bytes - points[0].bytes) }.dropFirst().max() ?? 0
    print(String(format: "%.0f µs and at most %.2f ns a byte", 1e6 * fixed, 1e9 * slope))
  }

  private static func request(_ dimension: Int, _ samples: Int) -> MethodRequest {
    MethodRequest(
      trial: 1, seed: 1, shape: (dimension, samples, 1), epsilon: 0,
      inputs: Array(repeating: 0.5, count: dimension * samples), responses: Array(repeating: 1, count: samples))
  }

  private static func median(of count: Int, _ body: () throws -> MethodAnswer) throws -> Double {
    let seconds = try (0..<count).map { _ in
      let start = ContinuousClock.now
      _ = try body()
      return (ContinuousClock.now - start) / .seconds(1)
    }
    return seconds.sorted()[count / 2]
  }

  /// The method's side: reads each request whole and answers with zeros.
  private static func answerAll() {
    struct Request: Decodable { let dimension, samples, neurons: Int }
    let (source, sink) = (FileHandle.standardInput, FileHandle.standardOutput)
    var received = Data()
    while true {
      while !received.contains(UInt8(ascii: "\n")) {
        let more = source.availableData
        if more.isEmpty { return }
        received += more
      }
      let line = received.prefix { $0 != UInt8(ascii: "\n") }
      guard let request = try? JSONDecoder().decode(Request.self, from: Data(line)) else { return }
      var left = 8 * request.samples * (request.dimension + request.neurons) - (received.count - line.count - 1)
      received = Data()
      while left > 0 { left -= source.availableData.count }
      sink.write(Data("{\"status\": \"ok\"}\n".utf8) + Data(count: 8 * request.dimension * request.neurons))
    }
  }
}
