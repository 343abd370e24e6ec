import Testing

@testable import Sheets

@Suite("Records and sheet names")
struct RecordsTests {
    static func records(_ file: Scratch, sheet: String? = nil, first count: Int = .max) throws -> [Record] {
        var records: [Record] = []
        try SheetReader.records(at: file.path, sheet: sheet) { record in
            records.append(record)
            return records.count < count
        }
        return records
    }

    static let text = "名册\n\na,b,c\n 1,\"x\ny\",\n2,\"say \"\"hi\"\"\"\n3,4,5,6\n"
    static let expected = [
        Record(line: 1, cells: ["名册"]), Record(line: 3, cells: ["a", "b", "c"]),
        Record(line: 4, cells: [" 1", "x\ny", ""]), Record(line: 6, cells: ["2", "say \"hi\""]),
        Record(line: 7, cells: ["3", "4", "5", "6"]),
    ]

    @Test("all records of a text come as they stand, title and header included, whatever their length")
    func text() throws {
        #expect(try Self.records(Scratch(Self.text)) == Self.expected)
        #expect(try Self.records(Scratch(Gzip.packed(Array(Self.text.utf8)))) == Self.expected)
        let windows = try Self.records(Scratch(Self.text.replacing("\n", with: "\r\n")))
        #expect(windows.map(\.line) == Self.expected.map(\.line))
        #expect(windows[4] == Self.expected[4])
    }

    @Test("reading stops when the body has had enough, before any damage further down", arguments: 1...4)
    func stop(count: Int) throws {
        let file = try Scratch(Self.text + "\"open")
        #expect(try Self.records(file, first: count) == Array(Self.expected.prefix(count)))
        #expect(throws: SheetRefusal.unterminatedQuote(file: "sheet.csv", line: 8)) { try Self.records(file) }
    }

    @Test("an error of the body comes through")
    func bodyError() throws {
        struct Enough: Error {}
        let text = try Scratch(Self.text)
        let book = try WorkbookTests.written()
        for path in [text.path, book.path] {
            #expect(throws: Enough.self) { try SheetReader.records(at: path) { _ in throw Enough() } }
        }
    }

    @Test("rows of a workbook")
    func workbook() throws {
        let book = try WorkbookTests.written()
        #expect(
            try Self.records(book) == [
                Record(line: 1, cells: ["姓名", "年龄", "比例", "入职", "离职"]),
                Record(line: 2, cells: ["=张三", "31.5", "12.5%", "2024-01-05", "TRUE"]),
                Record(line: 3, cells: ["李四", "", "7%", "2024-01-06", "FALSE"]),
            ])
        #expect(try Self.records(book, sheet: "第二", first: 1) == [Record(line: 1, cells: ["a", "b"])])
        #expect(throws: SheetRefusal.unknownSheet(file: "book.xlsx", sheet: "x", known: ["员工", "第二"])) {
            try Self.records(book, sheet: "x")
        }
    }

    @Test("sheet names in order, hidden ones included; none for a text; a refusal for what is neither")
    func names() throws {
        let (book, text) = (try WorkbookTests.written(), try Scratch(Self.text))
        #expect(try SheetReader.sheetNames(at: book.path) == ["员工", "第二"])
        #expect(try SheetReader.sheetNames(at: text.path) == [])
        let hidden = try Scratch(name: "hidden.xlsx")
        let sheets =
            "<workbook><sheets><sheet name=\"藏\" state=\"hidden\"/><sheet name=\"A&amp;B\"/></sheets></workbook>"
        let sheet =
            WorkbookTests.head + "<row><c t=\"str\"><v>a</v></c></row><row><c><v>1</v></c></row>" + WorkbookTests.tail
        try Zip.write(
            [("xl/workbook.xml", sheets), ("xl/worksheets/sheet1.xml", sheet), ("xl/worksheets/sheet2.xml", sheet)],
            to: hidden.path)
        #expect(try SheetReader.sheetNames(at: hidden.path) == ["藏", "A&B"])
        // A hidden sheet is read only when asked for.
        #expect(try hidden.table().sheet == "A&B")
        #expect(try SheetReader.table(at: hidden.path, sheet: "藏").sheet == "藏")
        #expect(throws: SheetRefusal.notASpreadsheet(file: "sheet.csv", found: .pdf)) {
            let file = try Scratch("%PDF-1.7")
            return try SheetReader.sheetNames(at: file.path)
        }
        #expect(throws: SheetRefusal.self) { try SheetReader.sheetNames(at: "/nonexistent/sheet.csv") }
    }
}
