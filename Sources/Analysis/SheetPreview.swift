import Forecast
import Kernel
import Sheets

/// What a sheet holds, for choosing its outcome: columns, their values when they are few, and a proposal.
public struct SheetPreview: Sendable, Codable {
    public struct Level: Sendable, Codable {
        public var text: String
        public var count: Int
    }

    public struct PreviewColumn: Sendable, Codable {
        public var name: String
        public var kind: String
        /// Distinct values, most frequent first, when there are at most twelve.
        public var levels: [Level]
    }

    public var sheet: String?
    public var sheetNames: [String]
    public var rowCount: Int
    public var columns: [PreviewColumn]
    public var proposedTarget: String?
    public var proposedPositive: String?
    public var proposalReason: Phrase?
}

extension SheetPreview {
    /// Reads the sheet at `path`.
    ///
    /// - Throws: `SheetRefusal`.
    public init(at path: String, sheet: String?) throws {
        let table = try SheetReader.table(at: path, sheet: sheet)
        let proposal = TargetProposal(table)
        self.init(
            sheet: table.sheet, sheetNames: table.sheetNames, rowCount: table.rowCount,
            columns: table.columns.map { PreviewColumn($0) }, proposedTarget: proposal?.column,
            proposedPositive: proposal?.positive, proposalReason: proposal?.reason)
    }
}

extension SheetPreview.PreviewColumn {
    init(_ column: TableColumn) {
        let isShort = column.distinctCount(upTo: 13) <= 12
        self.init(name: column.name, kind: column.kind.rawValue, levels: isShort ? column.levels : [])
    }
}

extension TableColumn {
    /// Distinct values with their counts, most frequent first.
    fileprivate var levels: [SheetPreview.Level] {
        var counts: [String: Int] = [:]
        for row in 0..<count {
            if let text = text(at: row) { counts[text, default: 0] += 1 }
        }
        return counts.map { .init(text: $0, count: $1) }.sorted { ($1.count, $0.text) < ($0.count, $1.text) }
    }
}
