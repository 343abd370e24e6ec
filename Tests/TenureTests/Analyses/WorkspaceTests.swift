import Analysis
import Foundation
import Kernel
import Testing

@testable import Tenure

/// What is on disk after every kind of stop.
struct WorkspaceTests {
    let folder = TemporaryFolder()

    private func stored(_ workspace: Workspace) throws -> StoredAnalysis {
        try workspace.store(Site.sheet, fileName: "名单.csv") { try SheetPreview(at: $0, sheet: nil) }
    }

    @Test func aRefusedUploadLeavesNothing() throws {
        let workspace = try Workspace(at: folder.path)
        #expect(throws: CancellationError.self) {
            try workspace.store(Data(), fileName: "a.csv") { _ in throw CancellationError() }
        }
        #expect(folder.analyses.isEmpty)
    }

    @Test func halfWrittenFoldersAreNeitherListedNorKept() throws {
        let workspace = try Workspace(at: folder.path)
        let whole = try stored(workspace)
        for name in ["zz9", ".partial-abc"] {
            let half = workspace.root.appendingPathComponent(name)
            try FileManager.default.createDirectory(at: half, withIntermediateDirectories: true)
            try Site.sheet.write(to: half.appendingPathComponent("upload-a.csv"))
        }
        #expect(workspace.all().map(\.id) == [whole.id])
        workspace.removeLeftovers()
        #expect(folder.analyses == [whole.id])
    }

    @Test func resultsOfAnEarlierRunAreGone() throws {
        let workspace = try Workspace(at: folder.path)
        var analysis = try stored(workspace)
        try workspace.prepareResults(of: analysis)
        let before = workspace.path(.body(.zh), of: analysis)
        try Data("old".utf8).write(to: URL(fileURLWithPath: before))
        analysis = try #require(
            try workspace.update(analysis.id) {
                $0.run += 1; return true
            })
        #expect(!FileManager.default.fileExists(atPath: workspace.path(.body(.zh), of: analysis)))
        try workspace.prepareResults(of: analysis)
        #expect(!FileManager.default.fileExists(atPath: before))
        #expect(FileManager.default.fileExists(atPath: workspace.path(.sheet, of: analysis)))
    }

    @Test func aDeletedAnalysisIsNotChanged() throws {
        let workspace = try Workspace(at: folder.path)
        let analysis = try stored(workspace)
        try workspace.delete(analysis.id)
        #expect(folder.analyses.isEmpty)
        #expect(try workspace.update(analysis.id) { _ in true } == nil)
        #expect(throws: (any Error).self) { try workspace.prepareResults(of: analysis) }
        #expect(folder.analyses.isEmpty)
    }

    @Test func onlyTheOwnerMayLook() throws {
        let workspace = try Workspace(at: folder.path)
        let analysis = try stored(workspace)
        for path in [workspace.root.path, workspace.root.appendingPathComponent(analysis.id).path] {
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
            #expect(mode.map { "\($0)" } == "448", "0o700")
        }
    }
}
