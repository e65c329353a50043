// swift-tools-version: 6.2
// SPDX-License-Identifier: GPL-3.0-or-later
import PackageDescription

/// Settings of every Swift target: the language modes the project is written in; in CI, which sets the variable, no warning is left standing.
let strict: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  ] + (Context.environment["TRIMLAB_WARNINGS_ARE_ERRORS"] == nil ? [] : [.treatAllWarnings(as: .error)])

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(of name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.init(stringLiteral: name), "TestSupport"] + dependencies,
    swiftSettings: strict)
}

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")

let package = Package(
  name: "TrimLab",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "trimlab", targets: ["trimlab"]),
    // What the Python wheel calls.
    .library(name: "TrimLabC", type: .dynamic, targets: ["TrimLabC"]),
    // What Sources/Benchmarks/Package.swift measures.
    .library(
      name: "TrimLab",
      targets: [
        "ConvexRecovery", "DrawFloor", "Ensembles", "Experiments", "LinearAlgebra", "RandomStreams", "RecoveryTheory",
      ]),
  ],
  dependencies: [
    // To the minor version: what was resolved is in every manifest.
    .package(url: "https://github.com/apple/swift-argument-parser", .upToNextMinor(from: "1.8.0")),
    .package(url: "https://github.com/groue/GRDB.swift", .upToNextMinor(from: "7.10.0")),
    .package(url: "https://github.com/jpsim/Yams", .upToNextMinor(from: "6.2.0")),
    .package(url: "https://github.com/swiftlang/swift-subprocess", .upToNextMinor(from: "1.0.0")),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", .upToNextMinor(from: "2.1.0")),
  ],
  targets: [
    // C libraries: module maps only; CPhilox adds Random123 as a GSL generator type.
    .systemLibrary(name: "CGSL", providers: [.apt(["libgsl-dev"]), .brew(["gsl"])]),
    .systemLibrary(name: "COpenBLAS", providers: [.apt(["libopenblas-dev"]), .brew(["openblas"])]),
    .systemLibrary(name: "CLAPACKE", providers: [.apt(["liblapacke-dev"]), .brew(["lapack"])]),
    .target(name: "CPhilox"),
    // Children that end with this process, which Foundation and Subprocess cannot promise.
    .target(name: "CChildProcess"),

    // The mathematics.
    library("RandomStreams", ["CPhilox", "CGSL"]),
    library("LinearAlgebra", ["COpenBLAS", "CLAPACKE"]),
    library("Parallel"),
    .target(
      name: "ConvexRecovery", dependencies: ["LinearAlgebra", "Parallel"], exclude: ["README.md"], swiftSettings: strict
    ),
    // Programs of users, spoken to over pipes.
    library("OwnMethods", ["CChildProcess"]),
    library("Networks", ["LinearAlgebra"]),
    library("Ensembles", ["ArrayFiles", "RandomStreams", "LinearAlgebra", "Networks"]),
    library("MagnitudePruning", ["Ensembles", "Networks", "LinearAlgebra"]),
    library("HardThresholding", ["LinearAlgebra"]),
    library("RankPruning", ["Ensembles", "Networks", "LinearAlgebra"]),
    library(
      "SensitivitySampling", ["ConvexRecovery", "Networks", "LinearAlgebra", "RandomStreams", "Statistics"]),
    library("RecoveryTheory", ["CGSL", "LinearAlgebra", "Parallel"]),
    library("OverparameterisedPruning", ["CGSL", "LinearAlgebra", "RandomStreams", "RecoveryTheory"]),
    library("Statistics", ["CGSL"]),
    // What is measured, and what is judged of it: a folder a theory in both.
    library(
      "Experiments",
      [
        "ConvexRecovery", "NetTrim", "Networks", "Ensembles", "MagnitudePruning", "OverparameterisedPruning",
        "RankPruning", "HardThresholding", "SensitivitySampling", "RecoveryTheory", "RandomStreams", "LinearAlgebra",
        "Statistics", "OwnMethods",
      ]),
    library(
      "Claims",
      [
        "Experiments", "ConvexRecovery", "NetTrim", "Networks", "Ensembles", "OverparameterisedPruning",
        "SensitivitySampling", "RecoveryTheory", "Statistics", "RandomStreams", "LinearAlgebra", "Parallel",
      ]),

    // Files of numbers, in the formats of numerical Python.
    library("ArrayFiles"),

    // Whole networks.
    library("NetTrim", ["ConvexRecovery", "Networks", "LinearAlgebra", "ArrayFiles", "Parallel"]),

    // Studies: described, run, stored, reported.
    library("StudyModel", ["Experiments", "Claims", "NetTrim", "Networks", "OwnMethods", "Statistics", yams]),
    library("StudyRunner", ["StudyModel", "Experiments", "Statistics"]),
    library("StudyStore", ["StudyModel", "StudyRunner", "Experiments", "Claims", "Statistics", grdb, sqlite]),
    .target(
      name: "Reporting",
      dependencies: [
        "StudyModel", "StudyRunner", "StudyStore", "Experiments", "Claims", "Ensembles", "ArrayFiles", "NetTrim",
        "Networks", "Statistics", "OverparameterisedPruning", "RecoveryTheory", subprocess, mustache,
      ],
      resources: [.embedInCode("Templates")], swiftSettings: strict),
    // What is asked and answered: the same for the command line and for C.
    library(
      "Answers",
      [
        "ArrayFiles", "BuildProvenance", "CGSL", "ConvexRecovery", "LinearAlgebra", "NetTrim", "Networks",
        "RandomStreams", "RecoveryTheory",
      ]),
    .target(
      name: "TrimLabC",
      dependencies: ["Answers", "ArrayFiles", "ConvexRecovery", "LinearAlgebra", "NetTrim", "Networks"],
      path: "Sources/Python/Interface", swiftSettings: strict),
    // Version, commit and packages, written while they are built.
    .executableTarget(name: "provenance-tool", path: "Sources/BuildProvenance/Tool", swiftSettings: strict),
    .plugin(
      name: "BuildProvenancePlugin", capability: .buildTool(), dependencies: ["provenance-tool"],
      path: "Sources/BuildProvenance/Plugin"),
    .target(
      name: "BuildProvenance", path: "Sources/BuildProvenance/Library", swiftSettings: strict,
      plugins: ["BuildProvenancePlugin"]),
    .executableTarget(
      name: "trimlab",
      dependencies: [
        "Answers", "BuildProvenance",
        "ConvexRecovery", "Ensembles", "MagnitudePruning", "RecoveryTheory", "Statistics", "Experiments", "Claims",
        "StudyModel", "StudyRunner", "StudyStore", "Reporting", "ArrayFiles", "NetTrim", "Networks", "LinearAlgebra",
        "RandomStreams", "OwnMethods", "SensitivitySampling",
        "CGSL", arguments, subprocess,
      ],
      swiftSettings: strict),

    // Times in multiples of the draws; what needs more than the package itself is in Sources/Benchmarks/Package.swift.
    .target(
      name: "DrawFloor", dependencies: ["RandomStreams"], path: "Sources/Benchmarks/DrawFloor", swiftSettings: strict),
    .executableTarget(
      name: "trial-cost",
      dependencies: [
        "ArrayFiles", "DrawFloor", "Ensembles", "Experiments", "RandomStreams", "RecoveryTheory", arguments,
      ],
      path: "Sources/Benchmarks/trial-cost", swiftSettings: strict),
    .executableTarget(
      name: "protocol-cost", dependencies: ["OwnMethods", "Statistics"], path: "Sources/Benchmarks/protocol-cost",
      swiftSettings: strict),

    // Sleeping trials on many workers, through the dispatcher into the store.
    .executableTarget(
      name: "dispatch-cost", dependencies: ["Experiments", "StudyModel", "StudyRunner", "StudyStore", arguments],
      path: "Sources/Benchmarks/dispatch-cost", swiftSettings: strict),

    // Tests. GLPK is an oracle only: nothing outside Tests may link it.
    .systemLibrary(name: "CGLPK", path: "Tests/CGLPK", providers: [.apt(["libglpk-dev"]), .brew(["glpk"])]),
    .target(name: "TestSupport", dependencies: ["CGSL", subprocess], path: "Tests/TestSupport", swiftSettings: strict),
    // Peak bytes of a piece of code, where the C library is glibc.
    .target(name: "CAllocations", path: "Tests/CAllocations"),
    // Mutated files through all readers: `make fuzz`.
    .executableTarget(
      name: "fuzz",
      dependencies: [
        "ArrayFiles", "ConvexRecovery", "Ensembles", "Experiments", "NetTrim", "Networks", "StudyModel", "StudyRunner",
        "StudyStore", arguments, subprocess,
      ],
      path: "Tests/Fuzz", swiftSettings: strict),
    tests(of: "RandomStreams", ["CPhilox", "CGSL"]),
    tests(of: "LinearAlgebra", ["RandomStreams"]),
    tests(of: "ArrayFiles"),
    tests(of: "OwnMethods"),
    tests(of: "ConvexRecovery", ["CGLPK", "LinearAlgebra", "RandomStreams", "Ensembles"]),
    tests(of: "Networks", ["LinearAlgebra", "RandomStreams"]),
    tests(of: "NetTrim", ["ConvexRecovery", "Networks", "LinearAlgebra", "ArrayFiles", "RandomStreams"]),
    tests(
      of: "Ensembles",
      ["ArrayFiles", "CAllocations", "ConvexRecovery", "LinearAlgebra", "Networks", "RandomStreams", "Statistics"]),
    tests(of: "MagnitudePruning", ["Ensembles", "LinearAlgebra", "Networks", "RandomStreams"]),
    tests(of: "SensitivitySampling", ["ConvexRecovery", "LinearAlgebra", "Networks", "RandomStreams", "Statistics"]),
    tests(of: "RecoveryTheory", ["ConvexRecovery", "LinearAlgebra", "RandomStreams"]),
    tests(of: "OverparameterisedPruning", ["LinearAlgebra", "RandomStreams"]),
    tests(of: "HardThresholding", ["ConvexRecovery", "Ensembles", "LinearAlgebra", "Networks", "RandomStreams"]),
    tests(of: "RankPruning", ["Ensembles", "LinearAlgebra", "Networks", "RandomStreams"]),
    tests(of: "Statistics", ["CGSL"]),
    tests(
      of: "Experiments",
      [
        "ArrayFiles", "ConvexRecovery", "Ensembles", "LinearAlgebra", "NetTrim", "Networks", "OverparameterisedPruning",
        "OwnMethods", "RandomStreams", "RecoveryTheory", "Statistics", "StudyModel",
      ]),
    tests(
      of: "Claims",
      [
        "ConvexRecovery", "Ensembles", "Experiments", "LinearAlgebra", "NetTrim", "Networks", "RecoveryTheory",
        "Statistics",
      ]),
    tests(of: "StudyModel", ["Claims", "Ensembles", "Experiments", "NetTrim", "Networks", "OwnMethods", "Statistics"]),
    tests(of: "StudyRunner", ["Experiments", "Statistics", "StudyModel"]),
    tests(of: "StudyStore", ["Claims", "ConvexRecovery", "Experiments", "StudyModel", "StudyRunner", grdb]),
    tests(
      of: "Reporting",
      ["StudyModel", "StudyStore", "StudyRunner", "Experiments", "Claims", "ConvexRecovery", "Ensembles", grdb]),
    // The code of the articles, beside the check of their commands.
    .testTarget(
      name: "DocumentationTests",
      dependencies: [
        "Claims", "ConvexRecovery", "Experiments", "LinearAlgebra", "RandomStreams", "Statistics", "TestSupport",
      ],
      path: "Tests/Documentation", exclude: ["check.py", "test_check.py"], swiftSettings: strict),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "trimlab", "ArrayFiles", "Claims", "Experiments", "RandomStreams", "RecoveryTheory", "TestSupport", arguments,
        grdb, subprocess,
      ],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
