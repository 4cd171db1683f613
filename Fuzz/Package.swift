// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "child-impact-fuzz",
    platforms: [.macOS(.v26)],
    dependencies: [.package(name: "child-impact", path: "..")],
    targets: [
        .executableTarget(name: "fuzz", dependencies: [.product(name: "ChildImpact", package: "child-impact")])
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets {
    // The same as in the main package.
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        .strictMemorySafety(),
        .treatAllWarnings(as: .error),
    ]
}
