import Foundation
import Testing

@testable import Sheets

@Suite("Forms of text files")
struct CSVFormTests {
    static let plain = "姓名,年龄,备注\n张三,31,\"a,b\"\n李四,28,\"说\"\"好\"\"\"\n"
    static let expected: [[String?]] = [["张三", "李四"], ["31", "28"], ["a,b", "说\"好\""]]

    @Test(
        "encodings",
        arguments: [
            (CFEncoding.utf8, TextEncoding.utf8), (.utf8BOM, .utf8BOM), (.gb18030, .gb18030), (.utf16LE, .utf16LE),
            (.utf16BE, .utf16BE), (.utf16LEMarked, .utf16LE),
        ])
    func encodings(form: CFEncoding, encoding: TextEncoding) throws {
        let table = try Scratch(form.encode(Self.plain)).table()
        #expect(table.encoding == encoding)
        #expect(table.columns.map(\.texts) == Self.expected)
    }

    @Test("delimiters", arguments: [",", ";", "\t", "|"])
    func delimiters(delimiter: String) throws {
        let table = try Scratch("a\(delimiter)b\n1\(delimiter)x\n2\(delimiter)y\n").table()
        #expect(table.columns.map(\.name) == ["a", "b"])
        #expect(table.delimiter == Character(delimiter))
    }

    @Test("line ends", arguments: ["\n", "\r\n", "\r"])
    func lineEnds(end: String) throws {
        let table = try Scratch(["a,b", "1,x", "", "2,y"].joined(separator: end) + end).table()
        #expect(table.columns.map(\.texts) == [["1", "2"], ["x", "y"]])
        #expect((0..<2).map { table.sourceLine(ofRow: $0) } == [2, 4])
    }

    @Test(
        "blocks of any size give the same table",
        arguments: [1, 2, 3, 5, 8, 13, 40, 100])
    func blockBorders(size: Int) throws {
        var text = "id,说明,x\n"
        for row in 0..<120 {
            text += "\(row),\"第 \(row)\(row % 3 == 0 ? "\n\"\"行\"\"\r\n\n" : ",")\",\(Double(row) / 7)\n"
            if row % 10 == 0 { text += "\n\r\n" }
        }
        let file = try Scratch(text)
        var options = ReadOptions()
        options.blockBytes = size
        let small = try file.table(options).summary
        let large = try file.table().summary
        for (left, right) in zip(small, large) { #expect(left == right) }
        // The sequential reader, which knows no blocks, is the judge of rows and lines.
        var records: [Record] = []
        try SheetReader.records(at: file.path) { record in
            records.append(record)
            return true
        }
        let table = try file.table(options)
        #expect(table.rowCount == 120)
        #expect((0..<120).map { table.sourceLine(ofRow: $0) } == records.dropFirst().map(\.line))
        #expect(table.columns[1].texts == records.dropFirst().map { $0.cells[1].trimmingCharacters(in: .newlines) })
    }

    @Test("a stray continuation byte is wrong wherever a block ends", arguments: [1, 2, 3, 4, 7, 1 << 20])
    func strayByte(size: Int) throws {
        let bytes = Array("a,b\n1,说".utf8) + [0x80] + Array(",说说\n".utf8)
        var options = ReadOptions()
        options.blockBytes = size
        options.encoding = .utf8
        #expect(throws: SheetRefusal.undecodable(file: "sheet.csv", encoding: .utf8, line: 2)) {
            try Scratch(bytes).table(options)
        }
    }

    @Test("title rows and blank rows above the header")
    func titleRows() throws {
        let table = try Scratch("2024 年员工名册,,,\n制表:人事部,,,\n\n工号,姓名,部门,年龄\n1,张三,销售,30\n2,李四,研发,31\n").table()
        #expect(table.headerLine == 4)
        #expect(table.columns.map(\.name) == ["工号", "姓名", "部门", "年龄"])
        #expect(table.sourceLine(ofRow: 0) == 5)
    }

    @Test("headers are made usable")
    func headers() throws {
        let table = try Scratch("a,a,,b,\n1,2,3,4,\n5,6,7,8,\n").table()
        #expect(table.columns.map(\.name) == ["a", "a_2", "#3", "b"])
        #expect(table.notes.count == 2)
    }

    @Test("decimal comma where cells say so")
    func decimalComma() throws {
        let table = try Scratch("a;b\n1,5;1.234,25\n2,25;7\n").table()
        #expect(table["a"]?.texts == ["1.5", "2.25"])
        #expect(table["b"]?.texts == ["1234.25", "7"])
    }

    @Test("an open quote, an extra cell, wrong bytes, foreign files are refused")
    func refusals() throws {
        #expect(throws: SheetRefusal.unterminatedQuote(file: "sheet.csv", line: 3)) {
            try Scratch("a,b\n1,2\n3,\"x\n5,6\n").table()
        }
        #expect(throws: SheetRefusal.tooManyCells(file: "sheet.csv", sheet: nil, row: 3, count: 3, headers: 2)) {
            try Scratch("a,b\n1,2\n3,4,5\n").table()
        }
        #expect(throws: SheetRefusal.noRecords(file: "sheet.csv", sheet: nil)) { try Scratch("a,b\n").table() }
        #expect(throws: SheetRefusal.noHeader(file: "sheet.csv", sheet: nil)) { try Scratch("1,2\n3,4\n").table() }
        #expect(throws: SheetRefusal.notASpreadsheet(file: "sheet.csv", found: .html)) {
            try Scratch("<html><table></table></html>").table()
        }
        #expect(throws: SheetRefusal.notASpreadsheet(file: "sheet.csv", found: .pdf)) {
            try Scratch("%PDF-1.4\n").table()
        }
        #expect(throws: SheetRefusal.undecodable(file: "sheet.csv", encoding: .utf8, line: 3)) {
            try Scratch(Array("姓名,性别\n张三,女\n".utf8) + [0xFF, 0x2C, 0x31, 0x0A]).table()
        }
    }
}

/// Texts as other programs store them.
enum CFEncoding: CaseIterable {
    case utf8, utf8BOM, gb18030, utf16LE, utf16BE, utf16LEMarked

    func encode(_ text: String) -> [UInt8] {
        let wide = Array(text.utf16)
        switch self {
        case .utf8: return Array(text.utf8)
        case .utf8BOM: return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
        case .gb18030:
            let encoding = String.Encoding(rawValue: 0x8000_0632)
            return text.data(using: encoding).map(Array.init) ?? []
        case .utf16LE: return wide.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case .utf16BE: return wide.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        case .utf16LEMarked: return [0xFF, 0xFE] + CFEncoding.utf16LE.encode(text)
        }
    }
}
