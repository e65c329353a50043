// SPDX-License-Identifier: GPL-3.0-or-later
public import Claims
public import Experiments

/// What a study names under `claim`: a claim that its trials are judged by, or a survey, which has no statement to judge and shows what it
/// measures.
public struct StudySubject: Sendable {
  /// As study files have it.
  public let name: String
  /// In one sentence, for lists and the JSON Schema.
  public let meaning: String
  /// nil of a survey.
  public let claim: (any Claim)?
  /// What its studies measure.
  public let experiment: any Experiment

  private init(_ claim: any Claim) {
    (name, meaning, experiment, self.claim) = (claim.name, claim.statement, claim.experiment, claim)
  }

  private init(survey name: String, _ meaning: String, _ experiment: any Experiment) {
    (self.name, self.meaning, self.experiment, claim) = (name, meaning, experiment, nil)
  }

  /// Planted recovery with any inputs, weights and methods.
  public static let survey = StudySubject(
    survey: "survey",
    "Planted recovery without a statement to judge: everything is measured and shown beside the laws.",
    RecoveryExperiment())

  /// Classifiers of the user's data.
  public static let classifiers = StudySubject(
    survey: "classifier-survey",
    "Networks trained on images and pruned, without a statement to judge: what accuracy on images not seen is left.",
    ClassifierExperiment())

  /// The claims in the order in which they are reported, then the surveys.
  public static let all = ClaimRegistry.all.map { StudySubject($0) } + [survey, classifiers]
}
