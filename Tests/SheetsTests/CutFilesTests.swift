import Testing

@testable import Sheets

/// Files cut off in transfer: an archive that lacks a byte is refused at every length, a text only where it shows.
@Suite("Cut files")
struct CutFilesTests {
    @Test("a workbook, at every length")
    func workbook() throws {
        for bytes in [
            try WorkbookTests.written().bytes(), Zip.stored(FuzzTests.parts.map { ($0.name, Array($0.text.utf8)) }),
        ] {
            #expect(throws: Never.self) { try FuzzTests.read(bytes).get() }
            for length in 1..<bytes.count {
                if case .success = FuzzTests.read(Array(bytes[..<length])) {
                    Issue.record("\(length) of \(bytes.count)")
                }
            }
        }
    }

    @Test("a gzip file, at every length")
    func gzip() throws {
        let bytes = Gzip.packed(Array(CSVFormTests.plain.utf8))
        #expect(try FuzzTests.read(bytes).get().columns.map(\.texts) == CSVFormTests.expected)
        for length in 2..<bytes.count {
            let result = FuzzTests.read(Array(bytes[..<length]))
            guard case .failure(.truncated(file: "fuzz")) = result else {
                Issue.record("\(length) of \(bytes.count): \(result)")
                continue
            }
        }
    }

    @Test("a text, at every length inside a quote")
    func quote() {
        let before = "a,b\n1,x\n2,\""
        let quoted = "y\n\"\"z\"\",\n\n说"
        for length in 0...quoted.utf8.count {
            let bytes = Array(before.utf8) + quoted.utf8.prefix(length)
            // After a doubled quote's first half the cell is closed as far as anyone can tell; inside a character the
            // bytes themselves are wrong.
            let isClosed = bytes.dropFirst(before.utf8.count).count { $0 == 0x22 } % 2 == 1
            let isWhole = String(validating: bytes, as: UTF8.self) != nil
            for blockBytes in [1, 7, 1 << 20] {
                switch FuzzTests.read(bytes, blockBytes: blockBytes) {
                case .success(let table): #expect(isClosed && table.rowCount == 2)
                case .failure(let refusal):
                    #expect(!isClosed)
                    if isWhole { #expect(refusal == .unterminatedQuote(file: "fuzz", line: 3)) }
                }
            }
        }
    }
}
