import Foundation

@testable import Sheets

/// A file that goes away with the value.
final class Scratch {
    let path: String

    init(_ bytes: [UInt8] = [], name: String = "sheet.csv") throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.appendingPathComponent(name).path
        if !bytes.isEmpty { try write(bytes) }
    }

    convenience init(_ text: String, name: String = "sheet.csv") throws {
        try self.init(Array(text.utf8), name: name)
    }

    func write(_ bytes: [UInt8]) throws { try Data(bytes).write(to: URL(fileURLWithPath: path)) }

    func bytes() throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: path))) }

    func table(_ options: ReadOptions = ReadOptions()) throws -> Table {
        try SheetReader.table(at: path, options: options)
    }

    deinit { try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent) }
}

extension TableColumn {
    var texts: [String?] { (0..<count).map { text(at: $0) } }
}

extension Table {
    /// Everything a reader could tell two tables apart by, encoding aside.
    var summary: [String] {
        columns.map { column in
            "\(column.name)|\(column.kind.rawValue)|\(column.unreadableCount)|\(column.unreadable)|\(column.texts)"
        } + ["\(rowCount)", "\(headerLine)", "\(allLines)"]
    }

    var allLines: [Int] { (0..<rowCount).map { sourceLine(ofRow: $0) } }
}
