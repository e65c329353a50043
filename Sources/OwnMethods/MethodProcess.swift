// SPDX-License-Identifier: GPL-3.0-or-later
import CChildProcess
import Foundation

/// A running own method and the pipes to it.
///
/// It ends with this object, and on Linux with this process, however that ends. What it starts itself ends with it where the object
/// ends it, as all are in one process group, and else by the end of its standard input.
final class MethodProcess {
  private let method: OwnMethod
  private let process: pid_t
  private let input, output, errors: MethodPipe
  private var said = ErrorTail()
  private var received: [UInt8] = []
  private var errorsAreOpen = true

  /// - Throws: ``MethodUnavailable``.
  init(_ method: OwnMethod) throws {
    guard let program = method.program else {
      throw MethodUnavailable(method, "there is no such program, or it is not executable")
    }
    self.method = method
    (input, output, errors) = (try MethodPipe(method), try MethodPipe(method), try MethodPipe(method))
    process = try Self.start(method, program, [input.reading, output.writing, errors.writing])
    input.closeReading()
    output.closeWriting()
    errors.closeWriting()
    for end in [input.writing, output.reading, errors.reading] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
  }

  private static func start(_ method: OwnMethod, _ program: URL, _ streams: [CInt]) throws -> pid_t {
    let variables = singleThreads.merging(ProcessInfo.processInfo.environment) { $1 }
      .merging(["TRIMLAB_METHOD_PROTOCOL": "1"]) { $1 }
    var child: pid_t = 0
    let error = withCStrings(method.command) { arguments in
      withCStrings(variables.map { "\($0)=\($1)" }) { environment in
        start_child(
          program.path, arguments, environment, method.folder.path, streams[0], streams[1], streams[2], &child)
      }
    }
    guard error == 0 else { throw MethodUnavailable(method, String(cString: strerror(error))) }
    return child
  }

  /// Trials are the parallelism: libraries of linear algebra get one thread, if the user's environment does not say otherwise.
  private static let singleThreads = ["OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"]

  /// Closes its input, at which it is to end, and ends it where it does not within a second.
  deinit {
    input.closeWriting()
    if !waitForEnd(seconds: 1) {
      kill(-process, SIGKILL)
      _ = waitForEnd(seconds: 5)
    }
  }

  /// Sends the request and waits for the answer.
  ///
  /// - Throws: ``MethodFailure``, after any of which but a refusal the process is of no more use.
  func answer(_ request: MethodRequest) throws(MethodFailure) -> MethodAnswer {
    let deadline = ContinuousClock.now + .seconds(method.timeout)
    var outgoing = Outgoing(request)
    try exchange(&outgoing, until: deadline) { $0.contains(UInt8(ascii: "\n")) || $0.count > AnswerLine.limit }
    guard let end = received.firstIndex(of: UInt8(ascii: "\n")) else {
      throw nonsense("\(received.count) bytes without a line end; expected a line of JSON first")
    }
    let line = try decoded(received[..<end])
    received.removeSubrange(...end)
    guard line.status == "ok" else { throw .refused(line.message ?? "without a message") }
    let size = 8 * request.dimension * request.neurons
    try exchange(&outgoing, until: deadline) { $0.count >= size }
    return try MethodAnswer(iterations: line.iterations, weights: weights(size, request))
  }

  private func decoded(_ bytes: ArraySlice<UInt8>) throws(MethodFailure) -> AnswerLine {
    do {
      return try AnswerLine(bytes)
    } catch .nonsense(let what, _) {
      throw nonsense(what)
    }
  }

  private func weights(_ size: Int, _ request: MethodRequest) throws(MethodFailure) -> [Double] {
    guard received.count == size else {
      throw nonsense(
        "\(received.count - size) bytes more than the \(size) of U, \(request.dimension)×\(request.neurons) float64")
    }
    let weights = [Double](unsafeUninitializedCapacity: size / 8) { buffer, count in
      received.withUnsafeBytes { UnsafeMutableRawBufferPointer(buffer).copyMemory(from: $0) }
      count = size / 8
    }
    received.removeAll(keepingCapacity: true)
    guard let index = weights.firstIndex(where: { !$0.isFinite }) else { return weights }
    throw nonsense(
      "\(weights[index]) at U[\(index % request.dimension), \(index / request.dimension)]; all weights must be finite")
  }

  private func nonsense(_ what: String) -> MethodFailure {
    drainErrors()
    return .nonsense(what, stderr: said.text)
  }

  /// Writes what is outgoing and reads until `isEnough` of what was received.
  private func exchange(
    _ outgoing: inout Outgoing, until deadline: ContinuousClock.Instant, _ isEnough: ([UInt8]) -> Bool
  ) throws(MethodFailure) {
    while !isEnough(received) {
      var ends = [
        pollfd(fd: output.reading, events: Int16(POLLIN), revents: 0),
        pollfd(fd: errorsAreOpen ? errors.reading : -1, events: Int16(POLLIN), revents: 0),
        pollfd(fd: outgoing.isEmpty ? -1 : input.writing, events: Int16(POLLOUT), revents: 0),
      ]
      let left = (deadline - ContinuousClock.now) / .milliseconds(1)
      guard left > 0 else { throw timedOut() }
      _ = poll(&ends, nfds_t(ends.count), CInt(min(left.rounded(.up), 1e9)))
      if ends[1].revents != 0 { drainErrors() }
      // A process that has ended may have answered before.
      if ends[2].revents != 0, !outgoing.write(to: input.writing), ends[0].revents == 0 { throw died() }
      if ends[0].revents != 0, !receive(), !isEnough(received) { throw died() }
    }
  }

  /// Takes in what there is; false at the end of the stream.
  private func receive() -> Bool {
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(output.reading, &block, block.count)
      if count > 0 { received += block[..<count] }
      if count == 0 { return false }
      if count < block.count { return true }
    }
  }

  private func drainErrors() {
    var block = [UInt8](repeating: 0, count: 1 << 12)
    while errorsAreOpen {
      let count = read(errors.reading, &block, block.count)
      if count == 0 { errorsAreOpen = false }
      guard count > 0 else { return }
      said.add(block[..<count])
    }
  }

  private func timedOut() -> MethodFailure {
    drainErrors()
    kill(-process, SIGKILL)
    let part = received.isEmpty ? "" : "after the first \(received.count) bytes of its answer"
    return .timedOut(seconds: method.timeout, part: part, stderr: said.text)
  }

  private func died() -> MethodFailure {
    let how = waitForEnd(seconds: 1) ? ended.map(Self.words) ?? "ended" : "closed its output"
    drainErrors()
    return .died(how: how, stderr: said.text)
  }

  /// The status of the process that was waited for.
  private var ended: CInt?

  private static func words(_ status: CInt) -> String {
    let signal = status & 0x7f
    return signal == 0 ? "ended with code \((status >> 8) & 0xff)" : "was ended by signal \(signal)"
  }

  /// Whether the process is over, waited for and gone; what it has started goes with it, while its group still has its number.
  private func waitForEnd(seconds: Double) -> Bool {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while ended == nil {
      var information = siginfo_t()
      guard waitid(P_PID, id_t(process), &information, WEXITED | WNOHANG | WNOWAIT) == 0, information.si_signo == 0
      else {
        kill(-process, SIGKILL)
        var status: CInt = 0
        waitpid(process, &status, 0)
        ended = status
        break
      }
      guard ContinuousClock.now < deadline else { return false }
      usleep(2000)
    }
    return true
  }
}

/// Runs `body` with the strings as C has them, and a null pointer after the last.
private func withCStrings<Result>(
  _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  let copies = strings.map { strdup($0) } + [nil]
  defer { for copy in copies { free(copy) } }
  return copies.withUnsafeBufferPointer { buffer in
    guard let start = buffer.baseAddress else { preconditionFailure("a list with a null pointer at its end") }
    return body(start)
  }
}
