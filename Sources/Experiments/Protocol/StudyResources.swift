// SPDX-License-Identifier: GPL-3.0-or-later
public import Ensembles
public import Foundation
public import OwnMethods

/// What a study takes from outside: programs of the user's, under the names that its cells have for them, and files.
public struct StudyResources: Sendable {
  /// The own methods, by their names in the cells.
  public let programs: [String: OwnMethod]
  /// Has read the files of arrays that the study names.
  public let arrays: StudyArrays
  /// Whether files can be looked at now: those of a stored study may be gone, and its trials be shown all the same.
  public let areAtHand: Bool

  /// - Parameter folder: that of the study file, in which relative paths begin.
  public init(folder: URL, programs: [String: OwnMethod] = [:], areAtHand: Bool = true) {
    (self.programs, self.areAtHand, arrays) = (programs, areAtHand, StudyArrays(folder: folder))
  }
}
