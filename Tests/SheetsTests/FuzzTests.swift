import Foundation
import Kernel
import Testing

@testable import Sheets

/// Mutated inputs: every one gives a table or a refusal, none a crash or a hang. `TENURE_FULL=1` runs 200,000.
@Suite("Mutated inputs")
struct FuzzTests {
    static let isFull = ProcessInfo.processInfo.environment["TENURE_FULL"] == "1"

    struct Dice {
        var state: UInt64
        mutating func roll(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(sides))
        }
    }

    static func mutate(_ seed: [UInt8], _ dice: inout Dice) -> [UInt8] {
        var bytes = seed
        let special: [UInt8] = [
            0, 9, 10, 13, 0x22, 0x2C, 0x3B, 0x30, 0x39, 0x2E, 0x2D, 0x25, 0x65, 0x80, 0xE4, 0xFF, 0x3C, 0x26,
        ]
        for _ in 0...dice.roll(6) where !bytes.isEmpty {
            let place = dice.roll(bytes.count)
            switch dice.roll(5) {
            case 0: bytes[place] = special[dice.roll(special.count)]
            case 1: bytes[place] = UInt8(dice.roll(256))
            case 2: bytes.remove(at: place)
            case 3: bytes.insert(special[dice.roll(special.count)], at: place)
            default: bytes.removeSubrange(place..<min(bytes.count, place + dice.roll(8)))
            }
        }
        return bytes
    }

    static func tryRead(_ bytes: [UInt8]) {
        var options = ReadOptions()
        options.blockBytes = 16
        do {
            let table = try SheetSource.of(FileBytes(copying: bytes), file: "fuzz", options: options).table(options)
            for column in table.columns { #expect(column.count == table.rowCount) }
        } catch {
            #expect(!error.explanation.en.isEmpty)
        }
    }

    @Test("text files")
    func text() {
        var dice = Dice(state: 1)
        let seeds =
            [
                "姓名,年龄,日期\n张三,31,2024-01-05\n\"李\n四\",28,2024年1月6日\n", "a;b\r\n1,5;\"x\"\r\n2;y\r\n",
                "a\tb\n1e5\t12%\n",
            ].map { Array($0.utf8) } + [
                CFEncoding.gb18030.encode(CSVFormTests.plain), CFEncoding.utf16LEMarked.encode("a,b\n1,2\n"),
            ]
        for _ in 0..<(Self.isFull ? 150_000 : 2_000) {
            Self.tryRead(Self.mutate(seeds[dice.roll(seeds.count)], &dice))
        }
    }

    @Test("workbooks: the archive and the XML inside it")
    func workbooks() throws {
        var dice = Dice(state: 2)
        let archive = try WorkbookTests.book(
            WorkbookTests.head
                + "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a</v></c></row><row r=\"2\"><c r=\"A2\"><v>1</v></c></row>"
                + WorkbookTests.tail
        ).bytes()
        for _ in 0..<(Self.isFull ? 25_000 : 300) { Self.tryRead(Self.mutate(archive, &dice)) }
        let sheet = Array(
            (WorkbookTests.head
                + "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row><row r=\"2\"><c r=\"A2\" s=\"1\"><v>1.5</v></c>"
                + "<c t=\"inlineStr\"><is><t>x&amp;y</t></is></c></row>" + WorkbookTests.tail).utf8)
        for _ in 0..<(Self.isFull ? 30_000 : 300) {
            let bytes = FileBytes(copying: Self.mutate(sheet, &dice))
            var worksheet = WorksheetScanner(formats: NumberFormats(), since1904: false)
            var scanner = XMLScanner(bytes.bytes)
            while (try? worksheet.next(&scanner)) == true {}
        }
    }
}
