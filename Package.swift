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
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0", traits: ["FullFoundation"]),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.9.0"),
    ],
    targets: [
        // C libraries of the system.
        .systemLibrary(name: "CXGBoost", providers: [.apt(["libxgboost-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),

        // Libraries that know nothing of the trade.
        .target(name: "Kernel", swiftSettings: strict),
        .target(name: "Sheets", dependencies: ["Kernel", "CZip", "CZlib", "CXLSXWriter"], swiftSettings: strict),
        .target(name: "Markup", dependencies: ["Kernel"], swiftSettings: strict),
        .target(name: "Forecast", dependencies: ["Kernel", "Sheets", "CXGBoost"], swiftSettings: strict),

        .target(
            name: "SQL",
            dependencies: ["Kernel", "CSQLite", "CLibPQ", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: strict),

        // What every room stands on, and the rooms.
        .target(
            name: "Shell",
            dependencies: [
                "Kernel", "SQL", "Markup", "Sheets", "CCurl",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict),
        .target(
            name: "Organization", dependencies: ["Kernel", "SQL", "Markup", "Shell"], swiftSettings: strict),

        .target(
            name: "Retention",
            dependencies: [
                "Kernel", "SQL", "Markup", "Sheets", "Forecast", "Shell", "Organization",
                .product(name: "Hummingbird", package: "hummingbird"),
            ],
            swiftSettings: strict),
        .target(
            name: "Showcase",
            dependencies: ["Kernel", "SQL", "Shell", "Organization", "Retention"], swiftSettings: strict),

        // A spreadsheet in, an honest risk list out.
        .target(name: "Analysis", dependencies: ["Kernel", "Sheets", "Markup", "Forecast"], swiftSettings: strict),

        // Assembly: the web application and the command.
        .target(
            name: "Tenure",
            dependencies: [
                "Kernel", "Sheets", "Markup", "Forecast", "Analysis", "SQL", "Shell", "Organization", "Retention",
                "Showcase",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTLS", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "tenure-cli",
            dependencies: [
                "Kernel", "Sheets", "Forecast", "Analysis", "SQL", "Shell", "Organization", "Tenure",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),

        // Real writes for a process that is killed at random moments.
        .executableTarget(
            name: "storm",
            dependencies: ["Kernel", "SQL", "Shell", "Organization", .product(name: "Logging", package: "swift-log")],
            path: "Tests/Faults/Storm", swiftSettings: strict),

        // The directory served as plainly as can be, for Benchmarks/house.sh to compare with.
        .executableTarget(
            name: "bare-directory",
            dependencies: [
                .product(name: "GRDB", package: "GRDB.swift"), .product(name: "Hummingbird", package: "hummingbird"),
            ],
            path: "Benchmarks/Bare", swiftSettings: strict),

        .testTarget(name: "KernelTests", dependencies: ["Kernel"], exclude: ["Data"], swiftSettings: strict),
        .testTarget(name: "SheetsTests", dependencies: ["Sheets", "CZip", "CZlib"], swiftSettings: strict),
        .testTarget(name: "MarkupTests", dependencies: ["Markup"], exclude: ["Snapshots"], swiftSettings: strict),
        .testTarget(
            name: "ForecastTests", dependencies: ["Forecast", "Sheets"], exclude: ["Data"], swiftSettings: strict),
        .testTarget(
            name: "AnalysisTests", dependencies: ["Analysis", "Sheets", "Forecast", "Markup", "Kernel"],
            exclude: ["Snapshots"], swiftSettings: strict),
        .testTarget(name: "SQLTests", dependencies: ["SQL", "Kernel"], swiftSettings: strict),
        .testTarget(
            name: "ShellTests",
            dependencies: [
                "Shell", "SQL", "Kernel", "Markup", "Sheets",
                .product(name: "HummingbirdTesting", package: "hummingbird"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "OrganizationTests",
            dependencies: [
                "Organization", "Shell", "SQL", "Kernel", "Markup", "Sheets",
                .product(name: "HummingbirdTesting", package: "hummingbird"),
            ],
            exclude: ["Data"],
            swiftSettings: strict),
        .testTarget(
            name: "RetentionTests",
            dependencies: [
                "Retention", "Organization", "Forecast", "Shell", "SQL", "Kernel", "Markup", "Sheets",
                .product(name: "HummingbirdTesting", package: "hummingbird"),
            ],
            exclude: ["Rates/Data"],
            swiftSettings: strict),
        .testTarget(
            name: "ShowcaseTests",
            dependencies: ["Showcase", "Retention", "Organization", "Shell", "SQL", "Kernel"],
            swiftSettings: strict),
        .testTarget(
            name: "TenureTests",
            dependencies: [
                "Tenure", "Analysis", "Forecast", "Kernel", "Shell", "SQL", "Organization", "Retention", "Markup",
                "Sheets",
                .product(name: "HummingbirdTesting", package: "hummingbird"),
            ],
            exclude: ["Access/matrix.md"],
            swiftSettings: strict),
    ]
)
