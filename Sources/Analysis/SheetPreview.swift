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
