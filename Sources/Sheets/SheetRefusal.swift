import Kernel

/// Why a file cannot be read as a sheet, or a sheet cannot be written. Lines and rows are 1-based.
public enum SheetRefusal: Refusal, Hashable {
    case unreadableFile(file: String, reason: String)
    case unwritableFile(file: String, reason: String)
    case emptyFile(file: String)
    case noHeader(file: String, sheet: String?)
    case noRecords(file: String, sheet: String?)
    case truncated(file: String)
    case unterminatedQuote(file: String, line: Int)
    case notASpreadsheet(file: String, found: FoundFormat)
    case passwordProtected(file: String)
    case tooLargeUnpacked(file: String, limit: Int)
    case documentType(file: String, part: String)
    case malformed(file: String, part: String)
    case tooManyColumns(file: String, sheet: String?, count: Int, limit: Int)
    case tooManyCells(file: String, sheet: String?, row: Int, count: Int, headers: Int)
    case tooManyRows(sheet: String, limit: Int)
    case textTooLong(sheet: String, row: Int, column: Int, limit: Int)
    case unknownSheet(file: String, sheet: String, known: [String])
    case undecodable(file: String, encoding: TextEncoding, line: Int)

    /// What a file turned out to be.
    public enum FoundFormat: String, Sendable, Hashable, CaseIterable {
        case oldExcel, pdf, html, xml, json, zip, binary
    }
}
