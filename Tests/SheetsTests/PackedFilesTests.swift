import Testing

@testable import Sheets

@Suite("Compressed, protected and old files")
struct PackedFilesTests {
    @Test("gzip is unfolded whatever the name says, all its members")
    func gzip() throws {
        let text = Array(CSVFormTests.plain.utf8)
        let middle = text.count / 2
        for bytes in [Gzip.packed(text), Gzip.packed(Array(text[..<middle])) + Gzip.packed(Array(text[middle...]))] {
            for name in ["sheet.csv", "sheet.csv.gz"] {
                #expect(try Scratch(bytes, name: name).table().columns.map(\.texts) == CSVFormTests.expected)
            }
        }
        let book = try Scratch(Gzip.packed(WorkbookTests.written().bytes()), name: "book.xlsx.gz").table()
        #expect(book.sheetNames == ["员工", "第二"])
        #expect(throws: SheetRefusal.emptyFile(file: "sheet.csv")) { try Scratch(Gzip.packed([])).table() }
    }

    @Test("a gzip file that unfolds without measure is refused, by share and by size")
    func bomb() throws {
        let file = try Scratch(Gzip.packed([UInt8](repeating: 0x2C, count: 8 << 20)))
        var options = ReadOptions()
        options.ratioFreeBytes = 1 << 20
        #expect(throws: SheetRefusal.tooLargeUnpacked(file: "sheet.csv", limit: options.maximumUnpackedBytes)) {
            try file.table(options)
        }
        options = ReadOptions()
        options.maximumUnpackedBytes = 4 << 20
        #expect(throws: SheetRefusal.tooLargeUnpacked(file: "sheet.csv", limit: 4 << 20)) { try file.table(options) }
    }

    @Test("a wrong checksum is damage")
    func checksum() throws {
        var bytes = Gzip.packed(Array(CSVFormTests.plain.utf8))
        bytes[bytes.count - 8] ^= 1
        #expect(throws: SheetRefusal.truncated(file: "sheet.csv")) { try Scratch(bytes).table() }
    }

    @Test("a password is asked to be taken off: encrypted parts, and Excel's own container (MS-OFFCRYPTO 1.3)")
    func password() throws {
        let file = try Scratch(name: "locked.xlsx")
        try Zip.write(FuzzTests.parts, to: file.path, password: "secret")
        #expect(throws: SheetRefusal.passwordProtected(file: "locked.xlsx")) { try file.table() }
        let stream = "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let container = Self.container + [UInt8](repeating: 0, count: 1024) + stream
        #expect(throws: SheetRefusal.passwordProtected(file: "locked.xlsx")) {
            try Scratch(container, name: "locked.xlsx").table()
        }
    }

    @Test("an old workbook is named as such, under either ending", arguments: ["old.xls", "old.xlsx"])
    func oldExcel(name: String) throws {
        let stream = "Workbook".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let bytes = Self.container + [UInt8](repeating: 0, count: 1024) + stream
        #expect(throws: SheetRefusal.notASpreadsheet(file: name, found: .oldExcel)) {
            try Scratch(bytes, name: name).table()
        }
    }

    /// Signature and version of a compound file (MS-CFB 2.2).
    private static let container: [UInt8] =
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 16) + [
            0x3E, 0, 3, 0, 0xFE, 0xFF,
        ]
}
