// SPDX-License-Identifier: GPL-3.0-or-later
package import OwnMethods
package import RandomStreams

/// What one worker keeps between trials: its generator, and the own methods that it has started.
public struct TrialWorkspace: ~Copyable {
  package var stream = RandomStream(StreamKey(seed: 0, content: "", trial: 0, purpose: ""))
  private var sessions: [OwnMethod: MethodSession] = [:]

  /// An empty workspace.
  public init() {}

  package mutating func session(_ method: OwnMethod) -> MethodSession {
    if let session = sessions[method] { return session }
    let session = MethodSession(method)
    sessions[method] = session
    return session
  }

  /// Why no more trials can be made here; nil where they can.
  public var obstacle: (any Error)? { sessions.values.lazy.compactMap(\.obstacle).first }
}
