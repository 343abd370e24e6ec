import Analysis
import Foundation
import Kernel

/// The folder that holds uploads and results: one folder per analysis, nothing elsewhere.
///
/// A folder becomes visible by one rename when all of it is on disk, and invisible by another before it is removed. A stop at any
/// moment therefore leaves whole analyses, and at most hidden folders that the next start removes.
struct Workspace: Sendable {
    let root: URL
    /// Entries are changed by pages and by running work; one at a time.
    private let lock = NSLock()

    /// Creates the folder when it is missing, readable by its owner only.
    init(at path: String) throws {
        root = URL(fileURLWithPath: path, isDirectory: true).appendingPathComponent("analyses", isDirectory: true)
        try FileManager.default.createDirectory(
            at: root, withIntermediateDirectories: true, attributes: Self.ownerOnly)
    }

    func path(_ artifact: Artifact, of analysis: StoredAnalysis) -> String {
        let folder = folder(analysis.id)
        if artifact == .sheet { return folder.appendingPathComponent(Self.sheetName(analysis.fileName)).path }
        return results(of: analysis).appendingPathComponent(artifact.fileName).path
    }

    /// Takes the bytes of an upload and confirms them only when they are on disk.
    ///
    /// - Parameter check: looks at the sheet's path before the analysis becomes visible; what it throws leaves nothing behind.
    func store(
        _ content: Data, fileName: String, check: (String) throws -> SheetPreview
    ) throws -> StoredAnalysis {
        var random = SystemRandomNumberGenerator()
        let id = String(random.next(), radix: 36) + String(random.next(), radix: 36)
        let analysis = StoredAnalysis(
            id: id, fileName: UploadName.safe(fileName), byteCount: content.count, uploadedAt: Date(),
            request: AnalysisRequest(), state: .uploaded)
        let incoming = root.appendingPathComponent(Self.hidden + id, isDirectory: true)
        do {
            try FileManager.default.createDirectory(
                at: incoming, withIntermediateDirectories: true, attributes: Self.ownerOnly)
            let sheet = incoming.appendingPathComponent(Self.sheetName(analysis.fileName))
            try Self.write(content, to: sheet)
            let preview = try check(sheet.path)
            try Self.write(JSONEncoder().encode(preview), to: incoming.appendingPathComponent(Self.previewName))
            try Self.write(Self.encoded(analysis), to: incoming.appendingPathComponent(Self.entryName))
            try FileManager.default.moveItem(at: incoming, to: folder(id))
        } catch {
            try? FileManager.default.removeItem(at: incoming)
            throw error
        }
        return analysis
    }

    /// Changes an entry as it stands now; returns nil and does nothing when the analysis is gone or `change` returns false.
    @discardableResult
    func update(_ id: String, _ change: (inout StoredAnalysis) -> Bool) throws -> StoredAnalysis? {
        try lock.withLock {
            guard var analysis = analysis(id), change(&analysis) else { return nil }
            try Self.encoded(analysis).write(
                to: folder(id).appendingPathComponent(Self.entryName), options: .atomic)
            return analysis
        }
    }

    /// nil when there is no such analysis, or when `id` is not one of ours.
    func analysis(_ id: String) -> StoredAnalysis? {
        guard !id.isEmpty, id.utf8.count < 40, id.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }),
            let bytes = FileManager.default.contents(atPath: folder(id).appendingPathComponent(Self.entryName).path)
        else { return nil }
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        return try? decoder.decode(StoredAnalysis.self, from: bytes)
    }

    /// Newest first.
    func all() -> [StoredAnalysis] {
        names().compactMap(analysis).sorted { ($0.uploadedAt, $0.id) > ($1.uploadedAt, $1.id) }
    }

    /// What the chosen sheet holds; read once and kept, since reading a large sheet takes seconds.
    func preview(of analysis: StoredAnalysis) throws -> SheetPreview {
        let file = folder(analysis.id).appendingPathComponent(Self.previewName)
        if let bytes = FileManager.default.contents(atPath: file.path),
            let kept = try? JSONDecoder().decode(SheetPreview.self, from: bytes),
            analysis.request.sheet == nil || kept.sheet == analysis.request.sheet
        {
            return kept
        }
        let preview = try SheetPreview(at: path(.sheet, of: analysis), sheet: analysis.request.sheet)
        try JSONEncoder().encode(preview).write(to: file, options: .atomic)
        return preview
    }

    /// An empty folder for the results of this run; those of earlier runs are removed.
    func prepareResults(of analysis: StoredAnalysis) throws {
        let folder = folder(analysis.id)
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
        where name.hasPrefix(Self.resultsPrefix) {
            try FileManager.default.removeItem(at: folder.appendingPathComponent(name))
        }
        try FileManager.default.createDirectory(
            at: results(of: analysis), withIntermediateDirectories: false, attributes: Self.ownerOnly)
    }

    /// Out of sight first, in one step, so that work that is still writing cannot bring a part of it back.
    func delete(_ id: String) throws {
        let hidden = root.appendingPathComponent(Self.hidden + id, isDirectory: true)
        try lock.withLock { try FileManager.default.moveItem(at: folder(id), to: hidden) }
        try FileManager.default.removeItem(at: hidden)
    }

    /// Removes what a stop in the middle of an upload or a deletion left behind. Only for the one server of this folder.
    func removeLeftovers() {
        for name in names() {
            let folder = folder(name)
            let isWhole = FileManager.default.fileExists(atPath: folder.appendingPathComponent(Self.entryName).path)
            if name.hasPrefix(Self.hidden) || !isWhole { try? FileManager.default.removeItem(at: folder) }
        }
    }

    private static let entryName = "analysis.json"
    private static let previewName = "preview.json"
    private static let resultsPrefix = "results-"
    private static let hidden = ".partial-"
    private static var ownerOnly: [FileAttributeKey: Any] { [.posixPermissions: 0o700] }

    private static func sheetName(_ fileName: String) -> String { "upload-" + fileName }

    private func names() -> [String] { (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? [] }

    private func folder(_ id: String) -> URL { root.appendingPathComponent(id, isDirectory: true) }

    private func results(of analysis: StoredAnalysis) -> URL {
        folder(analysis.id).appendingPathComponent(Self.resultsPrefix + String(analysis.run), isDirectory: true)
    }

    private static func encoded(_ analysis: StoredAnalysis) throws -> Data {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        return try encoder.encode(analysis)
    }

    /// Returns when the bytes have reached the disk.
    private static func write(_ content: Data, to file: URL) throws {
        try content.write(to: file)
        let handle = try FileHandle(forWritingTo: file)
        defer { try? handle.close() }
        try handle.synchronize()
    }
}
