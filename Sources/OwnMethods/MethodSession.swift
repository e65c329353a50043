// SPDX-License-Identifier: GPL-3.0-or-later

/// An own method as one worker uses it: a process that is started at the first request, and again after it failed.
///
/// A process that ends while it owes an answer is started again and asked once more, since whatever ended it may have had nothing to
/// do with the request; where that ends it too, the request has failed. Three failures in a row, refusals not counted, end the session.
public final class MethodSession {
  private let method: OwnMethod
  private var process: MethodProcess?
  private var failuresInARow = 0
  /// Why no more requests are answered; nil where they are.
  public private(set) var obstacle: MethodUnavailable?

  private static let mostFailures = 3

  /// A session with a method, whose program starts with the first request.
  public init(_ method: OwnMethod) { self.method = method }

  /// - Throws: ``MethodFailure``, or ``MethodUnavailable`` where the program cannot be started.
  public func answer(_ request: MethodRequest) throws -> MethodAnswer {
    if let obstacle { throw obstacle }
    do {
      let answer = try attempt(request)
      failuresInARow = 0
      return answer
    } catch let failure as MethodFailure {
      note(failure)
      throw failure
    } catch let failure as MethodUnavailable {
      obstacle = failure
      throw failure
    }
  }

  private func attempt(_ request: MethodRequest) throws -> MethodAnswer {
    do {
      return try running().answer(request)
    } catch MethodFailure.died {
      process = nil
      return try running().answer(request)
    }
  }

  private func running() throws -> MethodProcess {
    if let process { return process }
    let started = try MethodProcess(method)
    process = started
    return started
  }

  private func note(_ failure: MethodFailure) {
    if case .refused = failure {
      failuresInARow = 0
      return
    }
    process = nil
    failuresInARow += 1
    guard failuresInARow >= Self.mostFailures else { return }
    obstacle = MethodUnavailable(method, "\(Self.mostFailures) trials in a row failed, the last because \(failure)")
  }
}
