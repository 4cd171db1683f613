// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "child-impact",
    platforms: [.macOS(.v26)],
    products: [
        .library(
            name: "ChildImpact",
            targets: [
                "Exports", "Definitions", "EventFiles", "AnswerFiles", "NamesAndLabels", "ImpactChronology",
                "CareTools",
                "CaseDates", "DataFormats", "Diagnostics",
            ]
        ),
        .executable(name: "child-impact", targets: ["child-impact"]),
    ],
    targets: [
        // The tool.
        .executableTarget(name: "child-impact", dependencies: ["ChildImpactCommands"]),
        .target(
            name: "ChildImpactCommands",
            dependencies: [
                "Definitions", "Exports", "EventFiles", "AnswerFiles", "NamesAndLabels", "ImpactChronology",
                "CareTools", "CaseDates", "DataFormats", "Diagnostics",
            ]
        ),

        // From files to domain values, and from domain values to files.
        .target(
            name: "Definitions",
            dependencies: [
                "Exports", "EventFiles", "NamesAndLabels", "ImpactChronology", "CareTools", "CaseDates",
                "DataFormats", "Diagnostics",
            ]
        ),
        .target(
            name: "Exports",
            dependencies: ["ImpactChronology", "CareTools", "CaseDates", "DataFormats", "Diagnostics"]
        ),
        .target(name: "AnswerFiles", dependencies: ["CareTools", "CaseDates", "DataFormats", "Diagnostics"]),
        .target(
            name: "EventFiles",
            dependencies: [
                "AnswerFiles", "ImpactChronology", "CareTools", "CaseDates", "DataFormats", "Diagnostics",
            ]
        ),

        // Names to labels and back: no file, no clock.
        .target(name: "NamesAndLabels", dependencies: ["ImpactChronology", "CaseDates", "DataFormats", "Diagnostics"]),

        // The domain: no file, no C, no clock.
        .target(name: "ImpactChronology", dependencies: ["CaseDates", "Diagnostics"]),
        .target(name: "CareTools", dependencies: ["CaseDates", "Diagnostics"]),
        .target(name: "CaseDates", dependencies: ["Diagnostics"]),

        // Bytes to located values and back. The only module that touches C.
        .target(
            name: "DataFormats",
            dependencies: [
                "CLibXML2", "CLibZip", "CLibXlsxWriter", "CSodium", "CAllocator", "CBuiltInFiles", "Diagnostics",
            ]
        ),
        .target(name: "Diagnostics"),

        // The definitions and styles of this folder, carried inside the binary.
        .target(name: "CBuiltInFiles"),

        // The allocator of the C library.
        .systemLibrary(name: "CAllocator"),

        // System libraries; `make setup` installs them.
        .systemLibrary(
            name: "CLibXML2",
            pkgConfig: "libxml-2.0",
            providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]
        ),
        .systemLibrary(
            name: "CLibZip",
            pkgConfig: "libzip",
            providers: [.apt(["libzip-dev"]), .brew(["libzip"])]
        ),
        .systemLibrary(
            name: "CLibXlsxWriter",
            pkgConfig: "xlsxwriter",
            providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]
        ),
        .systemLibrary(
            name: "CSodium",
            pkgConfig: "libsodium",
            providers: [.apt(["libsodium-dev"]), .brew(["libsodium"])]
        ),

        // Tests.
        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
        .testTarget(name: "CaseDatesTests", dependencies: ["CaseDates", "Definitions"]),
        .testTarget(
            name: "CareToolsTests",
            dependencies: ["CareTools", "Definitions", "CaseDates", "DataFormats", "Diagnostics"]
        ),
        .testTarget(
            name: "AnswerFilesTests",
            dependencies: ["AnswerFiles", "CareTools", "Definitions", "CaseDates", "DataFormats", "Diagnostics"]
        ),
        .testTarget(
            name: "CareReportsTests",
            dependencies: ["CareTools", "Exports", "CaseDates", "DataFormats", "Diagnostics"]
        ),
        .testTarget(name: "DataFormatsTests", dependencies: ["DataFormats", "Diagnostics"]),
        .testTarget(name: "ImpactChronologyTests", dependencies: ["ImpactChronology", "CaseDates", "Diagnostics"]),
        .testTarget(
            name: "NamesAndLabelsTests",
            dependencies: ["NamesAndLabels", "ImpactChronology", "Definitions", "DataFormats", "Diagnostics"]
        ),
        .testTarget(
            name: "EventFilesTests",
            dependencies: [
                "EventFiles", "Exports", "Definitions", "ImpactChronology", "CaseDates", "DataFormats", "Diagnostics",
            ]
        ),
        .testTarget(
            name: "ScoringTests",
            dependencies: ["CareTools", "Definitions", "CaseDates", "DataFormats", "Diagnostics"]
        ),
        .testTarget(
            name: "DefinitionsTests",
            dependencies: [
                "Definitions", "Exports", "EventFiles", "CareTools", "CaseDates", "DataFormats", "Diagnostics",
            ]
        ),
        .testTarget(
            name: "ExportsTests",
            dependencies: [
                "Exports", "Definitions", "EventFiles", "ImpactChronology", "CareTools", "CaseDates", "DataFormats",
                "Diagnostics",
            ]
        ),
        .testTarget(name: "DialogueTests", dependencies: ["CareTools", "CaseDates", "Diagnostics"]),
        .testTarget(
            name: "EndToEndTests",
            dependencies: ["ChildImpactCommands", "CaseDates", "child-impact", "DataFormats"]
        ),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system && target.name != "CBuiltInFiles" {
    target.swiftSettings = [
        // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0335-existential-any.md
        .enableUpcomingFeature("ExistentialAny"),
        // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0409-access-level-on-imports.md
        .enableUpcomingFeature("InternalImportsByDefault"),
        // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0444-member-import-visibility.md
        .enableUpcomingFeature("MemberImportVisibility"),
        // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0461-async-function-isolation.md
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0458-strict-memory-safety.md
        .strictMemorySafety(),
        // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0443-warning-control-flags.md
        .treatAllWarnings(as: .error),
    ]
}
