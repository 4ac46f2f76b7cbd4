// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
    // Whether accesses overlap is checked in debug builds, in which the tests run, and by the fuzzer.
    .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release)),
]

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

/// For programs: one and a half megabytes less to read at every start. Nothing looks their symbols up.
let compact: [LinkerSetting] = [
    .unsafeFlags(["-use-ld=lld", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs", "-Xlinker", "--no-export-dynamic"])
]

let package = Package(
    name: "gouji",
    products: [.executable(name: "gouji", targets: ["gouji"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
    ],
    targets: [
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
        .target(name: "CLibArchive"),
        .target(name: "CRE2", linkerSettings: [.linkedLibrary("re2")]),
        module("XML", ["CLibXML2"]),
        module("Zip", ["CLibArchive"]),
        module("Digest", ["CNettle"]),
        module("Patterns", ["CRE2"]),
        module("Processes"),
        module("SequenceDiff"),
        module("DocumentModel"),
        module("AuditModel", ["DocumentModel"]),
        module("Mutations", ["AuditModel", "DocumentModel"]),
        module("DocumentReaders", ["DocumentModel", "XML", "Zip", "Processes"]),
        module("DocumentDiff", ["DocumentModel", "SequenceDiff"]),
        module("RuleLanguage", ["AuditModel", "DocumentModel", "XML", "Digest", "Patterns"]),
        module("Extraction", ["AuditModel", "DocumentModel"]),
        module("RuleEngine", ["AuditModel", "DocumentModel", "DocumentDiff", "Patterns", "XML", "Digest"]),
        module("Reporters", ["AuditModel", "DocumentModel", "DocumentDiff", "Zip"]),
        module(
            "Auditing",
            [
                "AuditModel", "DocumentModel", "DocumentReaders", "DocumentDiff", "RuleLanguage", "Extraction",
                "RuleEngine", "Reporters", "Mutations", "Digest", "Zip",
            ]),
        .executableTarget(
            name: "gouji",
            dependencies: [
                "Auditing", "Reporters", "AuditModel",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict,
            linkerSettings: compact),
        .executableTarget(
            name: "benchmarks",
            dependencies: [
                "Auditing", "Reporters", "AuditModel", "DocumentDiff", "DocumentReaders", "DocumentModel", "Processes", "TestSupport",
                "CLibXML2",
            ], path: "Benchmarks", exclude: ["run"],
            swiftSettings: strict),

        .target(
            name: "TestSupport", dependencies: ["DocumentModel", "Zip", "Processes"], path: "Tests/TestSupport", swiftSettings: strict),
        .target(
            name: "QualityMeasurement",
            dependencies: ["Auditing", "AuditModel", "DocumentModel", "TestSupport"], path: "Tests/Quality/Measurement",
            swiftSettings: strict),
        .executableTarget(
            name: "quality", dependencies: ["QualityMeasurement"], path: "Tests/Quality/Command",
            swiftSettings: strict),
        .testTarget(
            name: "QualityTests", dependencies: ["QualityMeasurement", "Auditing", "TestSupport"], path: "Tests/Quality/Checks",
            swiftSettings: strict),
        tests("DocumentModelTests", ["DocumentModel", "TestSupport"]),
        tests("AuditModelTests", ["AuditModel", "DocumentModel", "TestSupport"]),
        tests("XMLTests", ["XML"]),
        tests("PatternsTests", ["Patterns", "Digest", "TestSupport"]),
        tests("ProcessesTests", ["Processes"]),
        tests("ZipTests", ["Zip", "TestSupport"]),
        tests("SequenceDiffTests", ["SequenceDiff", "TestSupport"]),
        tests("MutationsTests", ["Mutations", "AuditModel"]),
        tests("DocumentReadersTests", ["DocumentReaders", "DocumentModel", "Zip", "Processes", "TestSupport"]),
        tests("DocumentDiffTests", ["DocumentDiff", "DocumentModel", "SequenceDiff", "TestSupport"]),
        tests("RuleLanguageTests", ["RuleLanguage", "AuditModel", "DocumentModel", "TestSupport"]),
        tests("ExtractionTests", ["Extraction", "AuditModel", "DocumentModel", "RuleLanguage", "DocumentReaders", "TestSupport"]),
        tests("RuleEngineTests", ["RuleEngine", "AuditModel", "DocumentModel", "TestSupport"]),
        tests(
            "ReportersTests",
            ["Reporters", "AuditModel", "DocumentModel", "DocumentDiff", "XML", "Zip", "Digest", "Processes", "TestSupport"],
            exclude: ["Goldens"]),
        tests(
            "AuditingTests",
            [
                "Auditing", "AuditModel", "DocumentModel", "DocumentReaders", "DocumentDiff", "RuleLanguage", "Extraction", "Reporters",
                "Mutations", "Processes", "TestSupport", "Zip",
            ]),
        tests("CommandTests", ["AuditModel", "TestSupport"]),
        tests("HouseTests", ["TestSupport"]),
    ],
    cxxLanguageStandard: .cxx17
)
