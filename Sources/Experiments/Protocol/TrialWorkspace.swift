// SPDX-License-Identifier: GPL-3.0-or-later
package import RandomStreams

/// What one worker keeps between trials: its generator.
public struct TrialWorkspace: ~Copyable {
  package var stream = RandomStream(StreamKey(seed: 0, content: "", trial: 0, purpose: ""))

  public init() {}
}
