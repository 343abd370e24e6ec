import Foundation
import Kernel
import SQL
import Sheets
import Testing

@testable import Shell

struct ExportTests {
    private struct Entry: Sendable {
        let name: String
        let day: Day?
        let pay: Money
    }

    private static let entries = [
        Entry(name: "=1+1", day: Day(iso: "2024-02-29"), pay: Money(fen: -5)),
        Entry(name: "+a", day: nil, pay: Money(fen: 123_456)),
        Entry(name: "@x", day: nil, pay: .zero), Entry(name: "-y", day: nil, pay: .zero),
        Entry(name: "\tz", day: nil, pay: .zero), Entry(name: "王，“芳”", day: nil, pay: .zero),
    ]

    private static let export = Export<Entry>(
        Phrase(zh: "名单", en: "List"),
        columns: [
            .text(Phrase(zh: "姓名", en: "Name")) { $0.name }, .day(Phrase(zh: "日期", en: "Day")) { $0.day },
            .money(Phrase(zh: "金额", en: "Pay")) { $0.pay },
        ]
    ) { cursor, _ in
        let start = Int(cursor ?? 0)
        let end = min(start + 2, entries.count)
        return (Array(entries[start..<end]), end < entries.count ? Int64(end) : nil)
    }

    @Test(arguments: ExportForm.allCases)
    func neverWritesAFormula(form: ExportForm) async throws {
        let sample = try await SampleHouse()
        defer { sample.remove() }
        let path = sample.folder.appendingPathComponent("e").path
        let count = try await sample.house.database.read { tx in
            try ExportFile.write(Self.export, as: form, to: path, in: .zh, tx)
        }
        #expect(count == 6)
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]) == (form == .csvWithBOM))
        var rows: [[String]] = []
        try SheetReader.records(at: path) { record in
            rows.append(record.cells)
            return true
        }
        #expect(rows.first == ["姓名", "日期", "金额"])
        let mark = form == .xlsx ? "" : "'"
        #expect(rows[1] == [mark + "=1+1", "2024-02-29", "-0.05"])
        #expect(rows[2][0] == mark + "+a")
        #expect(rows[6][0] == "王，“芳”")
    }
}
