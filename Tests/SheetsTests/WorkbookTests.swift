import Foundation
import Testing

@testable import Sheets

@Suite("Workbooks")
struct WorkbookTests {
    static func written() throws -> Scratch {
        let file = try Scratch(name: "book.xlsx")
        var writer = try XLSXWriter(path: file.path)
        try writer.beginSheet("员工", columns: [.init("姓名"), .init("年龄"), .init("比例"), .init("入职"), .init("离职")])
        try writer.row([.text("=张三"), .number(31.5), .percentage(0.125), .day(19_727), .yesNo(true)])
        try writer.row([.text("李四"), .missing, .percentage(0.07), .day(19_728), .yesNo(false)])
        try writer.beginSheet("第二", columns: [.init("a"), .init("b")])
        try writer.row([.number(1), .text("x")])
        try writer.close()
        return file
    }

    @Test("what was written is read")
    func roundTrip() throws {
        let file = try Self.written()
        let table = try file.table()
        #expect(table.sheet == "员工")
        #expect(table.sheetNames == ["员工", "第二"])
        #expect(table.columns.map(\.kind) == [.text, .decimal, .percentage, .day, .yesNo])
        #expect(
            table.columns.map(\.texts) == [
                ["=张三", "李四"], ["31.5", nil], ["12.5%", "7%"], ["2024-01-05", "2024-01-06"], ["TRUE", "FALSE"],
            ])
        #expect(try SheetReader.table(at: file.path, sheet: "第二").rowCount == 1)
        #expect(throws: SheetRefusal.unknownSheet(file: "book.xlsx", sheet: "无", known: ["员工", "第二"])) {
            try SheetReader.table(at: file.path, sheet: "无")
        }
    }

    static let head = "<worksheet><sheetData>"
    static let tail = "</sheetData></worksheet>"

    static func book(_ sheet: String, strings: String = "", styles: String = "", workbook: String = "") throws
        -> Scratch
    {
        let file = try Scratch(name: "hand.xlsx")
        try Zip.write(
            [
                (
                    "xl/workbook.xml",
                    "<workbook>\(workbook)<sheets><sheet name=\"A\" sheetId=\"1\"/></sheets></workbook>"
                ),
                ("xl/worksheets/sheet1.xml", sheet), ("xl/sharedStrings.xml", "<sst>\(strings)</sst>"),
                ("xl/styles.xml", "<styleSheet>\(styles)</styleSheet>"),
            ], to: file.path)
        return file
    }

    @Test("shared, inline and rich strings, gaps, errors, titles, the 1904 calendar")
    func handMade() throws {
        let strings =
            "<si><t>姓名</t></si><si><r><t>入</t></r><r><t xml:space=\"preserve\">职</t></r><rPh><t>ru</t></rPh></si>"
        let rows =
            "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>名册</t></is></c></row>"
            + "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>0</v></c><c r=\"B3\" t=\"s\"><v>1</v></c><c r=\"C3\" t=\"str\"><v>x</v></c></row>"
            + "<row r=\"4\"><c r=\"A4\" t=\"inlineStr\"><is><t>A&amp;B</t></is></c><c r=\"B4\" s=\"1\"><v>0</v></c><c r=\"C4\"><f>1+1</f><v>2</v></c></row>"
            + "<row r=\"6\"><c r=\"A6\" t=\"inlineStr\"><is><t>乙</t></is></c><c r=\"B6\" s=\"1\"><v>1</v></c><c r=\"C6\" t=\"e\"><v>#DIV/0!</v></c></row>"
        let table = try Self.book(
            Self.head + rows + Self.tail, strings: strings,
            styles:
                "<numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs>",
            workbook: "<workbookPr date1904=\"1\"/>"
        ).table()
        #expect(table.headerLine == 3)
        #expect(table.columns.map(\.name) == ["姓名", "入职", "x"])
        #expect(table.columns.map(\.texts) == [["A&B", "乙"], ["1904-01-01", "1904-01-02"], ["2", nil]])
        #expect(table["x"]?.unreadable == [.init(row: 1, text: "#DIV/0!")])
        #expect((0..<2).map { table.sourceLine(ofRow: $0) } == [4, 6])
    }

    @Test("a DOCTYPE is refused")
    func doctype() throws {
        let bomb = "<!DOCTYPE x [<!ENTITY a \"aaaa\">]>" + Self.head + Self.tail
        #expect(throws: SheetRefusal.documentType(file: "hand.xlsx", part: "xl/worksheets/sheet1.xml")) {
            try Self.book(bomb).table()
        }
    }

    @Test("an archive that unfolds without measure is refused")
    func bomb() throws {
        var options = ReadOptions()
        options.ratioFreeBytes = 1 << 20
        let file = try Self.book(Self.head + String(repeating: " ", count: 8 << 20) + Self.tail)
        #expect(throws: SheetRefusal.tooLargeUnpacked(file: "hand.xlsx", limit: options.maximumUnpackedBytes)) {
            try file.table(options)
        }
    }
}
