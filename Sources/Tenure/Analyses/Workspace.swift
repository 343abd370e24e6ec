import Analysis
import Foundation
import Kernel

/// One uploaded sheet and what became of it. Everything is on disk before it is confirmed to the user.
struct StoredAnalysis: Codable, Sendable {
    enum State: Codable, Sendable, Equatable {
        /// Uploaded; the outcome is not chosen yet.
        case uploaded
        /// Asked for; also the state after a restart in the middle, from which the work starts again.
        case requested
        case finished
        case refused(Phrase)
    }

    let id: String
    let fileName: String
    let byteCount: Int
    let uploadedAt: Date
    var request: AnalysisRequest
    var state: State
}

/// The folder that holds uploads and results: one folder per analysis, nothing elsewhere.
struct Workspace: Sendable {
    let root: URL

    /// Creates the folder when it is missing, readable by its owner only.
    init(at path: String) throws {
        root = URL(fileURLWithPath: path, isDirectory: true).appendingPathComponent("analyses", isDirectory: true)
        try FileManager.default.createDirectory(
            at: root, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    enum Artifact: String, Sendable {
        case sheet = "sheet"
        case document = "result.json"
        case report = "report.html"
        case list = "list.xlsx"
        case predictions = "predictions.csv"
        case model = "model.json"
    }

    func path(_ artifact: Artifact, of analysis: StoredAnalysis) -> String {
        let name = artifact == .sheet ? "upload-" + analysis.fileName : artifact.rawValue
        return folder(analysis.id).appendingPathComponent(name).path
    }

    /// Takes the bytes of an upload and confirms them only when they are on disk.
    func store(_ content: Data, fileName: String) throws -> StoredAnalysis {
        var random = SystemRandomNumberGenerator()
        let id = String(random.next(), radix: 36) + String(random.next(), radix: 36)
        let analysis = StoredAnalysis(
            id: id, fileName: Self.safe(fileName), byteCount: content.count, uploadedAt: Date(),
            request: AnalysisRequest(), state: .uploaded)
        try FileManager.default.createDirectory(
            at: folder(id), withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try content.write(to: URL(fileURLWithPath: path(.sheet, of: analysis)), options: .atomic)
        try save(analysis)
        return analysis
    }

    func save(_ analysis: StoredAnalysis) throws {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        let entry = folder(analysis.id).appendingPathComponent(Self.entryName)
        try encoder.encode(analysis).write(to: entry, options: .atomic)
    }

    /// nil when there is no such analysis, or when `id` is not one of ours.
    func analysis(_ id: String) -> StoredAnalysis? {
        guard !id.isEmpty, id.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }),
            let bytes = FileManager.default.contents(atPath: folder(id).appendingPathComponent(Self.entryName).path)
        else { return nil }
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        return try? decoder.decode(StoredAnalysis.self, from: bytes)
    }

    /// Newest first.
    func all() -> [StoredAnalysis] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
        return names.compactMap(analysis).sorted { ($0.uploadedAt, $0.id) > ($1.uploadedAt, $1.id) }
    }

    func delete(_ analysis: StoredAnalysis) throws {
        try FileManager.default.removeItem(at: folder(analysis.id))
    }

    private static let entryName = "analysis.json"

    private func folder(_ id: String) -> URL { root.appendingPathComponent(id, isDirectory: true) }

    /// The last path component without separators and control characters, at most 120 bytes.
    private static func safe(_ fileName: String) -> String {
        let last = fileName.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        var name = last.filter { character in character.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 }
        }
        while name.utf8.count > 120 { name.removeFirst() }
        return name.isEmpty || name == "." || name == ".." ? "sheet" : name
    }
}
