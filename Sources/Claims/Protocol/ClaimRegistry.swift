// SPDX-License-Identifier: GPL-3.0-or-later

/// Every claim the suite verifies.
public enum ClaimRegistry {
  /// In the order in which they are reported.
  public static let all: [any Claim] = [
    Theorem3Claim(),
    Theorem3ProofChainClaim(),
    ActiveSetReductionClaim(),
    SignFlipClaim(),
    StatisticalDimensionBracketClaim(),
    RecoveryLawClaim(),
    CertificateLawClaim(),
    SampleComplexityClaim(),
    BowlingBoundClaim(),
    PrunedLawClaim.neuron,
    PrunedLawClaim.layer,
    PrunedLawClaim.freshError,
    PrunedLawClaim.coordinates,
    UniversalityClaim(),
    Proposition1Claim(),
    LayerBoundClaim.theorem1,
    LayerBoundClaim.theorem2,
    LayerBoundClaim.propositionS1,
    LayerBoundClaim.generalBounds,
    LayerBoundClaim.spectralBound,
    MagnitudeKeptFractionClaim(),
    RetrainingOrderClaim(),
    OverparameterisedRiskClaim(),
    SparseNetworkRecoveryClaim(),
    PrunabilityClaim(),
    RankSubgradientClaim(),
    LowRankTeacherClaim(),
    SamplingPerNeuronClaim(),
    FilterCountClaim(),
    CoreNetNetworkClaim(),
    CoreNetStabilityClaim(),
    FreshSensitivityClaim(),
    EqualSizeClaim(),
    WiderSparserClaim(),
    CascadeSparserClaim(),
    BoundedDiscrepancyClaim(),
  ]
}
