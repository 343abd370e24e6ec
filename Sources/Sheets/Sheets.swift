import Kernel

public enum TextEncoding: String, Sendable, Codable { case utf8, utf8BOM, gb18030, utf16LE, utf16BE }
public struct Table: Sendable {
    public var fileName: String
    public var sheet: String?
    public var sheetNames: [String]
    public var encoding: TextEncoding?
    public var delimiter: Character?
    public var headerLine: Int
    public var columns: [TableColumn]
    public var rowCount: Int
    public func sourceLine(ofRow: Int) -> Int { 0 }
    public subscript(name: String) -> TableColumn? { columns.first { $0.name == name } }
}
public struct Unreadable: Sendable { public var row: Int; public var text: String }
public struct TableColumn: Sendable {
    public enum Values: Sendable { case number([Double]); case text(codes: [Int32], levels: [String]) }
    public enum Kind: String, Sendable, Codable { case integer, decimal, percentage, money, day, yesNo, text }
    public var name: String
    public var kind: Kind
    public var values: Values
    public var unreadable: [Unreadable]
    public var unreadableCount: Int
    public var count: Int { 0 }
    public func text(at row: Int) -> String? { nil }
}
public enum SheetReader {
    public static func table(at path: String, sheet: String? = nil, progress: ((Double) -> Void)? = nil) throws -> Table { fatalError() }
    public static func sheetNames(at path: String) throws -> [String] { [] }
}
