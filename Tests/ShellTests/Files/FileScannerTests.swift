import Foundation
import Kernel
import Testing

@testable import Shell

struct FileScannerTests {
    /// The script as scanner, with arguments no shell reads.
    private func withScanner(_ script: String, _ body: (FileScanner) async throws -> Void) async throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("tenure-scanner-\(UUID())").path
        _ = FileManager.default.createFile(
            atPath: path, contents: Data("#!/bin/sh\n\(script)\n".utf8), attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(atPath: path) }
        try await body(try #require(FileScanner(path + " --option $(id)")))
    }

    private static let grep =
        #"[ "$1" = --option ] && [ "$2" = '$(id)' ] && [ $# = 3 ] || exit 9; if grep -q VIRUS "$3"; then exit 1; fi; exit 0"#

    @Test func cleanFilesComeInAndOthersDoNot() async throws {
        try await withScanner(Self.grep) { scanner in
            #expect(await scanner.look(at: Data("合同".utf8)) == .clean)
            #expect(await scanner.look(at: Data("a VIRUS b".utf8)) == .refused)
        }
    }

    @Test(arguments: ["exit 2", "exit 127", "kill -9 $$"]) func aScannerThatFailsLetsNothingIn(script: String)
        async throws
    {
        try await withScanner(script) { scanner in
            guard case .unknown = await scanner.look(at: Data("a".utf8)) else {
                Issue.record("taken for an answer")
                return
            }
        }
    }

    @Test func aSlowScannerIsEnded() async throws {
        try await withScanner("exec sleep 30") { scanner in
            var scanner = scanner
            scanner.patience = 1
            let start = ContinuousClock.now
            guard case .unknown(let why) = await scanner.look(at: Data("a".utf8)) else {
                Issue.record("taken for an answer")
                return
            }
            #expect(why.hasSuffix("took more than 1 s"))
            #expect(start.duration(to: .now) < .seconds(20))
        }
    }

    @Test func nothingOfARefusedImportIsKept() async throws {
        let sample = try await SampleHouse()
        defer { sample.remove() }
        try await withScanner(Self.grep) { scanner in
            var house = sample.house
            house.fileCare.scanner = scanner
            let (guarded, kind) = (house, try #require(house.imports.first))
            await #expect(throws: FileScanRefusal.refused("花名册.csv")) {
                try await Importing.add(
                    Data("VIRUS".utf8), fileName: "花名册.csv", kind: kind, house: guarded, viewer: sample.viewer)
            }
            let kept = (try? FileManager.default.contentsOfDirectory(atPath: house.folder + "/imports")) ?? []
            #expect(kept.isEmpty)
        }
    }

    @Test(arguments: ["clamdscan", "", "  "]) func needsAFullPath(command: String) {
        #expect(FileScanner(command) == nil)
    }

    @Test func theConfigurationIsRead() {
        let read = { (environment: [String: String]) in Configuration.read(environment: environment) }
        let store = read(["TENURE_CONFIG": "", "TENURE_DOCUMENT_STORE": "s3://bucket"])
        #expect(store.problems.count == 3)
        let whole = read([
            "TENURE_CONFIG": "", "TENURE_DOCUMENT_STORE": "s3://bucket/a", "TENURE_DOCUMENT_STORE_KEY": "k",
            "TENURE_DOCUMENT_STORE_SECRET": "s", "TENURE_DOCUMENT_STORE_ADDRESS": "https://s3.example.com",
            "TENURE_DOCUMENT_SCAN": "/usr/bin/clamdscan --fdpass",
        ])
        #expect(whole.problems.isEmpty)
        let care = FileCare(whole)
        #expect(care.bucket?.prefix == "a/" && care.scanner != nil)
        #expect(!String(reflecting: care).contains("\"s\""))
    }
}
