import Testing

@testable import Sheets

@Suite("Kinds of columns")
struct ColumnKindTests {
    @Test(
        "a column is typed from its cells",
        arguments: [
            (["1", "2", "-3"], TableColumn.Kind.integer, ["1", "2", "-3"]),
            (["1.5", "2", "3e2"], .decimal, ["1.5", "2", "300"]),
            (["\"1,234.5\"", "12", "\"1,000,000\""], .decimal, ["1234.5", "12", "1000000"]),
            (["１２", "３４", "５６．５"], .decimal, ["12", "34", "56.5"]),
            (["12.5%", "7％", "-1%"], .percentage, ["12.5%", "7%", "-1%"]),
            (["¥1200", "￥80.5", "1.5万元"], .money, ["1200", "80.5", "15000"]),
            (["2024-01-05", "2024/1/6", "2024年1月7日"], .day, ["2024-01-05", "2024-01-06", "2024-01-07"]),
            (["20240105", "20240106", "20231231"], .day, ["2024-01-05", "2024-01-06", "2023-12-31"]),
            (["13/02/2024", "01/02/2024", ""], .day, ["2024-02-13", "2024-02-01", nil]),
            (["02/13/2024", "01/02/2024", "NA"], .day, ["2024-02-13", "2024-01-02", nil]),
            (["5-Jan-24", "Jan 6, 2024", "7 January 2024"], .day, ["2024-01-05", nil, nil]),
            (
                ["2024-01-05 12:00", "2024-01-05T18:00:00Z", "—"], .day,
                ["2024-01-05 12:00:00", "2024-01-05 18:00:00", nil]
            ),
            (["是", "否", "是"], .yesNo, ["是", "否", "是"]),
            (["Yes", "No", "null"], .yesNo, ["Yes", "No", nil]),
            (["00123", "00456", "07890"], .text, ["00123", "00456", "07890"]),
            (
                ["110101199003070011", "110101199003070038", "110101199003070054"], .text,
                ["110101199003070011", "110101199003070038", "110101199003070054"]
            ),
            (["1-3", "4-6", ">7"], .text, ["1-3", "4-6", ">7"]),
            (["(1200)", "300", "-5"], .integer, ["-1200", "300", "-5"]),
        ] as [([String], TableColumn.Kind, [String?])])
    func kinds(cells: [String], kind: TableColumn.Kind, texts: [String?]) throws {
        let cells = cells.map { $0.hasPrefix("Jan ") ? "\"\($0)\"" : $0 }
        let table = try Scratch("值,甲\n" + cells.map { $0 + ",x\n" }.joined()).table()
        let column = try #require(table["值"])
        #expect(column.kind == kind)
        if cells[0] == "5-Jan-24" {
            #expect(column.texts == ["2024-01-05", "2024-01-06", "2024-01-07"])
        } else {
            #expect(column.texts == texts)
        }
    }

    @Test(
        "words that say nothing are missing, in numbers and in text",
        arguments: ["", "NA", "N/A", "NaN", "null", "None", "#N/A", "-", "暂无"])
    func missingWords(word: String) throws {
        let table = try Scratch("数,词\n1,甲\n\(word),\(word)\n3,无\n").table()
        #expect(table["数"]?.kind == .integer)
        #expect(table["数"]?.texts == ["1", nil, "3"])
        #expect(table["数"]?.unreadableCount == 0)
        #expect(table["词"]?.texts == ["甲", nil, "无"])
    }

    @Test("few cells that do not fit are listed, never zero")
    func unreadable() throws {
        let cells = (0..<100).map { $0 == 41 ? "不详" : "\($0)" }
        let column = try #require(try Scratch("n,m\n" + cells.map { "\($0),1\n" }.joined()).table()["n"])
        #expect(column.kind == .integer)
        #expect(column.unreadable == [.init(row: 41, text: "不详")])
        #expect(column.text(at: 41) == nil)
    }

    @Test("the same cells give the same column however the first guess went")
    func guessDoesNotMatter() throws {
        let late = (0..<1500).map { $0 < 1200 ? "\($0)" : "x\($0)" }
        let table = try Scratch("n\n" + late.joined(separator: "\n")).table()
        #expect(table.columns[0].kind == .text)
        #expect(table.columns[0].texts == late)
        let early = (0..<3000).map { $0 < 30 ? "x" : "\($0)" }
        let numbers = try Scratch("n\n" + early.joined(separator: "\n")).table()
        #expect(numbers.columns[0].kind == .integer)
        #expect(numbers.columns[0].unreadableCount == 30)
    }

    @Test("decimals are read to the nearest double", arguments: 0..<20)
    func exactDecimals(seed: UInt64) {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
        for _ in 0..<500 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let value = Double(state >> 11) / Double(1 << 53) * Double([1, 100, 1_000_000][Int(state % 3)])
            let texts = ["\(value)", "\(state % 1_000_000_000_000_000_000).\(state % 10)", "0.\(state)", "\(value)e5"]
            for text in texts {
                var copy = text
                let read = copy.withUTF8 { bytes in
                    bytes.baseAddress.flatMap { DecimalScanner.scan($0, $0 + bytes.count)?.value }
                }
                #expect(read == Double(text))
            }
        }
    }
}
