// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "tenure",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "tenure", targets: ["tenure-cli"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0", traits: ["FullFoundation"]),
    ],
    targets: [
        // C libraries of the system.
        .systemLibrary(name: "CXGBoost", providers: [.apt(["libxgboost-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),

        // Libraries that know nothing of the trade.
        .target(name: "Kernel", swiftSettings: strict),
        .target(name: "Sheets", dependencies: ["Kernel", "CZip", "CZlib", "CXLSXWriter"], swiftSettings: strict),
        .target(name: "Markup", dependencies: ["Kernel"], swiftSettings: strict),
        .target(name: "Forecast", dependencies: ["Kernel", "Sheets", "CXGBoost"], swiftSettings: strict),

        // A spreadsheet in, an honest risk list out.
        .target(name: "Analysis", dependencies: ["Kernel", "Sheets", "Markup", "Forecast"], swiftSettings: strict),

        // Assembly: the web application and the command.
        .target(
            name: "Tenure",
            dependencies: [
                "Kernel", "Sheets", "Markup", "Forecast", "Analysis",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "tenure-cli",
            dependencies: [
                "Tenure", "Analysis",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),

        .testTarget(name: "KernelTests", dependencies: ["Kernel"], exclude: ["Data"], swiftSettings: strict),
        .testTarget(name: "SheetsTests", dependencies: ["Sheets", "CZip", "CZlib"], swiftSettings: strict),
        .testTarget(name: "MarkupTests", dependencies: ["Markup"], exclude: ["Snapshots"], swiftSettings: strict),
        .testTarget(
            name: "ForecastTests", dependencies: ["Forecast", "Sheets"], exclude: ["Data"], swiftSettings: strict),
        .testTarget(
            name: "AnalysisTests", dependencies: ["Analysis", "Sheets", "Forecast", "Markup", "Kernel"],
            exclude: ["Snapshots"], swiftSettings: strict),
        .testTarget(
            name: "TenureTests",
            dependencies: [
                "Tenure", "Analysis", "Kernel", .product(name: "HummingbirdTesting", package: "hummingbird"),
            ],
            swiftSettings: strict),
    ]
)
