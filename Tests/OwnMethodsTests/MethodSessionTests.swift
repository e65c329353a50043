// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import OwnMethods
import TestSupport
import Testing

/// A method that answers u_jm = Σ_p x_pj·y_pm and its process number, but for the trials at which it is to fail.
private let script = """
  import json, os, signal, struct, sys, time
  mode, at = sys.argv[1], [int(n) for n in sys.argv[2:]]
  source, sink = sys.stdin.buffer, sys.stdout.buffer
  assert os.environ["TRIMLAB_METHOD_PROTOCOL"] == "1"
  while line := source.readline():
      t = json.loads(line)
      N, P, M = t["dimension"], t["samples"], t["neurons"]
      X = struct.unpack("<%dd" % (N * P), source.read(8 * N * P))
      Y = struct.unpack("<%dd" % (M * P), source.read(8 * M * P))
      U = [sum(X[p * N + j] * Y[p * M + m] for p in range(P)) for m in range(M) for j in range(N)]
      fails = not at or t["trial"] in at
      if fails:
          print("trial", t["trial"], "is in trouble", file=sys.stderr, flush=True)
          if mode == "die": os._exit(3)
          if mode == "once" and not os.path.exists("once"):
              open("once", "w").close()
              os.kill(os.getpid(), signal.SIGKILL)
          if mode == "hang": time.sleep(60)
          if mode == "chatter": print("x" * 300000, file=sys.stderr, flush=True)
          if mode == "nonsense": sink.write(b"hello\\n")
          if mode == "refuse": sink.write(b'{"status": "failed", "message": "singular"}\\n')
          if mode in ("nonsense", "refuse"):
              sink.flush()
              continue
          if mode == "nan": U[1] = float("nan")
          if mode == "long": U.append(0.0)
          if mode == "short": U.pop()
      head = {"status": "ok", "iterations": os.getpid()}
      sink.write(json.dumps(head).encode() + b"\\n" + struct.pack("<%dd" % len(U), *U))
      sink.flush()
  """

@Suite struct MethodSessionTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    _ = try folder.path("method.py", script)
  }

  private func method(_ mode: String, at trials: [Int] = [], timeout: Double = 30) -> OwnMethod {
    OwnMethod(
      command: ["python3", "method.py", mode] + trials.map { "\($0)" }, timeout: timeout, folder: folder.url)
  }

  /// N = 3, P = 2, M = 2.
  private func request(_ trial: Int) -> MethodRequest {
    MethodRequest(
      trial: trial, seed: 1 << 52, shape: (3, 2, 2), epsilon: 0, inputs: [1, 2, 3, 4, 5, 6],
      responses: [1, 0, 0, Double(trial)])
  }

  @Test func whatIsSentAndAnsweredHasTheOrderOfTheProtocol() throws {
    let session = MethodSession(method("well", at: [-1]))
    let first = try session.answer(request(1))
    #expect(first.weights == [1, 2, 3, 4, 5, 6])
    let second = try session.answer(request(2))
    #expect(second.weights == [1, 2, 3, 8, 10, 12])
    #expect(second.iterations == first.iterations, "one process serves all trials")
  }

  @Test(arguments: [
    ("die", "ended with code 3"), ("nonsense", "answered 'hello'; expected a line {"),
    ("nan", "answered nan at U[1, 0]"), ("long", "answered 8 bytes more than the 48 of U, 3×2 float64"),
    ("short", "after the first 40 bytes"), ("hang", "did not answer within 1.0 s"),
  ])
  func aFailureIsOneTrialsAndTheNextIsAnsweredByANewProcess(_ mode: String, _ message: String) throws {
    let session = MethodSession(method(mode, at: [2], timeout: 1))
    let before = try session.answer(request(1))
    let failure = #expect(throws: MethodFailure.self) { try session.answer(request(2)) }
    #expect("\(failure!)".contains(message), "\(failure!)")
    #expect("\(failure!)".contains("it said: trial 2 is in trouble"), "\(failure!)")
    let after = try session.answer(request(3))
    #expect(after.weights[3...] == [12, 15, 18])
    #expect(after.iterations != before.iterations)
    #expect(session.obstacle == nil)
    #expect(kill(pid_t(before.iterations ?? 0), 0) != 0, "the old process is gone")
  }

  @Test func threeFailuresInARowEndTheSession() throws {
    let session = MethodSession(method("die"))
    for trial in 1...3 { #expect(throws: MethodFailure.self) { try session.answer(request(trial)) } }
    let obstacle = try #require(session.obstacle)
    #expect("\(obstacle)".contains("3 trials in a row failed"))
    #expect("\(obstacle)".contains("trial 3 is in trouble"))
    #expect(throws: MethodUnavailable.self) { try session.answer(request(4)) }
  }

  @Test func refusalsAreAnswersAndDoNotCount() throws {
    let session = MethodSession(method("refuse", at: [1, 2, 3, 4, 5]))
    for trial in 1...5 {
      #expect(throws: MethodFailure.refused("singular")) { try session.answer(request(trial)) }
    }
    #expect(try session.answer(request(6)).weights[3] == 24)
  }

  @Test func aProcessThatIsKilledFromOutsideLosesNoTrial() throws {
    let session = MethodSession(method("once", at: [2]))
    #expect(try session.answer(request(1)).weights[3] == 4)
    #expect(try session.answer(request(2)).weights[3] == 8)
    #expect(folder.exists("once"))
  }

  /// More than any pipe holds, in both directions and on the standard error at once.
  @Test func largeInstancesAndLongSpeechesDoNotBlock() throws {
    let session = MethodSession(method("chatter"))
    let (dimension, samples) = (3000, 60)
    let answer = try session.answer(
      MethodRequest(
        trial: 1, seed: 1, shape: (dimension, samples, 1), epsilon: 0,
        inputs: (0..<dimension * samples).map { Double($0 % dimension) },
        responses: Array(repeating: 1, count: samples)))
    #expect(answer.weights == (0..<dimension).map { Double(samples * $0) })
  }

  @Test func theProcessEndsWithTheSession() throws {
    var session: MethodSession? = MethodSession(method("well", at: [-1]))
    let process = pid_t(try session?.answer(request(1)).iterations ?? 0)
    #expect(kill(process, 0) == 0)
    session = nil
    #expect(kill(process, 0) != 0)
  }

  @Test(arguments: [
    (["python3", "methods/omp.py"], "omp"), (["python3", "-u", "omp.py", "5"], "omp"), (["./a.out"], "a"),
    (["/opt/julia/bin/julia", "iht.jl"], "julia"), (["mysolver"], "mysolver"), (["Rscript", "lasso.v2.R"], "lasso.v2"),
  ])
  func methodsAreCalledAsTheirFiles(_ command: [String], _ name: String) {
    #expect(OwnMethod.name(of: command) == name)
  }

  @Test(arguments: [["no-such-program"], ["./method.py"], ["missing/method"]])
  func aProgramThatCannotBeRunIsNamed(_ command: [String]) {
    let method = OwnMethod(command: command, folder: folder.url)
    let problem = #expect(throws: MethodUnavailable.self) { try method.requireProgram() }
    #expect(
      "\(problem!)" == "the method '\(command[0])' cannot be used: there is no such program, or it is not executable")
    #expect(throws: MethodUnavailable.self) { try MethodSession(method).answer(request(1)) }
  }
}
