import Testing

@testable import Sheets

@Suite("Writing CSV")
struct CSVWriterTests {
    @Test("what was written is read, formulas are disarmed")
    func roundTrip() throws {
        let file = try Scratch(name: "out.csv")
        var options = CSVWriter.Options()
        options.byteOrderMark = true
        var writer = try CSVWriter(path: file.path, options: options)
        try writer.record(["row", "值", "text"])
        let values = [0.1, 1.0 / 3.0, -2, 1e-300]
        let texts = ["=SUM(A1)", "a,\"b\"\nc", " 空 格", "@x"]
        for (index, value) in values.enumerated() {
            writer.field(index)
            writer.field(value)
            writer.field(texts[index])
            try writer.endRecord()
        }
        try writer.close()
        let table = try file.table()
        #expect(table.encoding == .utf8BOM)
        guard case .number(let read) = table["值"]?.values else {
            Issue.record("not numbers")
            return
        }
        #expect(read == values)
        #expect(table["text"]?.texts == ["'=SUM(A1)", "a,\"b\"\nc", "空 格", "'@x"])
    }
}
