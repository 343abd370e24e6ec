import Foundation
import Kernel
import Testing

@testable import Sheets

/// Mutated inputs: every one gives a table or a refusal, none a crash or a hang. `TENURE_FULL=1` runs 235,000 of them;
/// at least 200,000 get past decoding and unpacking, to the readers of records and cells.
@Suite("Mutated inputs", .timeLimit(.minutes(10)))
struct FuzzTests {
    static let isFull = ProcessInfo.processInfo.environment["TENURE_FULL"] == "1"

    static let texts = [
        "姓名,年龄,日期\n张三,31,2024-01-05\n\"李\n四\",28,2024年1月6日\n", "a;b\r\n1,5;\"x\"\r\n\r\n2;y\r\n",
        "a\tb\n1e5\t12%\n-3\t(¥4)\n", "a,b\r1,x\r2,y\r", "\u{FEFF}表\n\n姓名|备注\n张三|\"a\"\"b\"\n李四|Jan 5, 2024\n",
    ]

    static let parts: [(name: String, text: String)] = [
        ("xl/workbook.xml", "<workbook><sheets><sheet name=\"A\" r:id=\"r1\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", "<R><Relationship Id=\"r1\" Target=\"worksheets/s.xml\"/></R>"),
        (
            "xl/worksheets/s.xml",
            WorkbookTests.head
                + "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c t=\"str\"><v>b</v></c></row>"
                + "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>1.5</v></c><c t=\"inlineStr\"><is><t>x&amp;y</t></is></c></row>"
                + WorkbookTests.tail
        ),
        ("xl/sharedStrings.xml", "<sst><si><t>a&#65;</t></si></sst>"),
        (
            "xl/styles.xml",
            "<s><numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy-m\"/></numFmts>"
                + "<cellXfs><xf/><xf numFmtId=\"170\"/></cellXfs></s>"
        ),
    ]

    /// Reads in tiny blocks, so that every border is met. A table must have whole columns.
    static func read(_ bytes: [UInt8], blockBytes: Int = 16) -> Result<Table, SheetRefusal> {
        var options = ReadOptions()
        options.blockBytes = blockBytes
        do throws(SheetRefusal) {
            let table = try SheetSource.of(FileBytes(copying: bytes), file: "fuzz", options: options).table(options)
            if !table.columns.allSatisfy({ $0.count == table.rowCount }) { Issue.record("columns differ: \(bytes)") }
            return .success(table)
        } catch {
            if error.explanation.en.isEmpty { Issue.record("no explanation: \(error)") }
            return .failure(error)
        }
    }

    /// Where the sequential reader finds the first records below the header.
    static func lines(of bytes: [UInt8], below header: Int, _ count: Int) -> [Int] {
        guard
            case .text(let text, _) = try? SheetSource.of(
                FileBytes(copying: bytes), file: "fuzz", options: ReadOptions())
        else { return [] }
        var scanner = RecordScanner(text.bytes, Dialect(detecting: text.bytes, delimiter: nil))
        var lines: [Int] = []
        while lines.count < count, let record = scanner.next() {
            if record.line > header { lines.append(record.line) }
        }
        return lines
    }

    @Test("text files; one in eight is compared with reading it as one block, and record by record")
    func text() {
        var dice = Dice(state: 1)
        var tables = 0
        var readable = 0
        let turns = Self.isFull ? 180_000 : 2_000
        for turn in 0..<turns {
            let text = Self.texts[dice.roll(Self.texts.count)]
            // Mostly other characters, in any encoding; else other bytes, which often are wrong ones.
            let bytes =
                switch dice.roll(8) {
                case 0: dice.mutate(Array(text.utf8))
                case 1: CFEncoding.allCases[dice.roll(CFEncoding.allCases.count)].encode(dice.mutate(text))
                default: Array(dice.mutate(text).utf8)
                }
            let pieces = Self.read(bytes, blockBytes: 1 + dice.roll(16))
            switch pieces {
            case .success: (tables, readable) = (tables + 1, readable + 1)
            case .failure(.undecodable), .failure(.notASpreadsheet), .failure(.emptyFile): break
            case .failure: readable += 1
            }
            guard turn % 8 == 0 else { continue }
            let whole = Self.read(bytes, blockBytes: 1 << 20)
            if pieces.map(\.summary) != whole.map(\.summary) { Issue.record("blocks matter: \(bytes)") }
            if case .success(let table) = whole,
                Self.lines(of: bytes, below: table.headerLine, table.rowCount) != table.allLines
            {
                Issue.record("not the lines of the sequential reader: \(bytes)")
            }
        }
        // Otherwise the parser has hardly been tried.
        #expect(readable > turns * 5 / 6 && tables > turns / 2, "\(readable) readable, \(tables) tables")
    }

    @Test("XML inside workbooks")
    func workbookParts() {
        var dice = Dice(state: 2)
        var tables = 0
        let turns = Self.isFull ? 50_000 : 500
        for _ in 0..<turns {
            var parts = Self.parts.map { (name: $0.name, bytes: Array($0.text.utf8)) }
            // The sheet as often as all the others together.
            let chosen = dice.roll(2) == 0 ? 2 : dice.roll(parts.count)
            parts[chosen].bytes = dice.mutate(parts[chosen].bytes)
            if case .success = Self.read(Zip.stored(parts)) { tables += 1 }
        }
        #expect(tables > turns / 5, "\(tables) tables")
    }

    @Test("archives of workbooks and compressed text")
    func archives() throws {
        var dice = Dice(state: 3)
        let seeds = [
            Zip.stored(Self.parts.map { ($0.name, Array($0.text.utf8)) }),
            try WorkbookTests.book(WorkbookTests.head + WorkbookTests.tail).bytes(),
            Gzip.packed(Array(Self.texts[0].utf8)),
        ]
        for _ in 0..<(Self.isFull ? 5_000 : 300) { _ = Self.read(dice.mutate(seeds[dice.roll(seeds.count)])) }
    }
}

/// A small generator and the changes made with it.
struct Dice {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(sides))
    }

    /// One to six bytes changed, dropped or added.
    mutating func mutate(_ bytes: [UInt8]) -> [UInt8] {
        mutate(bytes.map(UInt32.init), below: 256).map { UInt8(truncatingIfNeeded: $0) }
    }

    /// One to six characters changed, dropped or added.
    mutating func mutate(_ text: String) -> String {
        var mutated = String.UnicodeScalarView()
        for code in mutate(text.unicodeScalars.map(\.value), below: 0x3_0000) {
            mutated.append(Unicode.Scalar(code) ?? "\u{FFFD}")
        }
        return String(mutated)
    }

    private static let special: [UInt32] = [
        9, 10, 13, 0x20, 0x22, 0x2C, 0x3B, 0x7C, 0x30, 0x39, 0x2E, 0x2D, 0x25, 0x65, 0x80, 0xE4, 0xFF, 0x3C, 0x26,
    ]

    private mutating func mutate(_ seed: [UInt32], below limit: Int) -> [UInt32] {
        var codes = seed
        for _ in 0...roll(6) where !codes.isEmpty {
            let place = roll(codes.count)
            switch roll(5) {
            case 0: codes[place] = Self.special[roll(Self.special.count)]
            case 1: codes[place] = UInt32(roll(limit))
            case 2: codes.remove(at: place)
            case 3: codes.insert(Self.special[roll(Self.special.count)], at: place)
            default: codes.removeSubrange(place..<min(codes.count, place + roll(8)))
            }
        }
        return codes
    }
}
