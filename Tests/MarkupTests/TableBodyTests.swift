import Kernel
import Testing

@testable import Markup

/// Rows are written without a tree; nothing that comes from a record may get past the escaping there either.
@Suite struct TableBodyTests {
    static let attack = "\"><script>alert('1')</script>"

    static func table(_ row: TableRow, id: String? = nil, _ phone: DataTable.Phone = .twoLines) -> String {
        DataTable(
            id: id, caption: Phrase(verbatim: "x"),
            columns: [TableColumn(Phrase(verbatim: attack)), TableColumn(Phrase(verbatim: attack))], rows: [row],
            phone: phone, selection: .init(name: attack)
        ).html.string(in: .zh)
    }

    @Test(arguments: [DataTable.Phone.twoLines, .cards, .scrolls])
    func `everything of a record is escaped`(phone: DataTable.Phone) {
        let row = TableRow(
            [.text(Self.attack), .words(Phrase(verbatim: Self.attack))], target: URLText("/x?" + Self.attack),
            key: Self.attack)
        let text = Self.table(row, id: Self.attack, phone)
        #expect(!text.contains("<script") && !text.contains("'1'"))
        #expect(text.contains("name=\"&quot;&gt;&lt;script"))
    }

    @Test func `a row takes no more cells than there are columns, and misses none it does not have`() {
        #expect(Self.table(TableRow(["1", "2", "3"])).ranges(of: "</td>").count == 2)
        #expect(Self.table(TableRow(["1"])).ranges(of: "</td>").count == 1)
    }

    @Test func `only rows with a key can be ticked`() {
        #expect(Self.table(TableRow(["1", "2"])).contains("<td role=\"cell\" class=\"tick\"></td>"))
        #expect(
            Self.table(TableRow(["1", "2"], key: "7"), id: "people").contains(
                "value=\"7\" aria-labelledby=\"people-1\""))
    }

    @Test(arguments: [
        (0, 1, "0"), (7, 2, "07"), (2026, 4, "2026"), (99_999_999, 1, "99999999"), (100_000_000, 1, "100000000"),
        (1_234_567_890_123, 1, "1234567890123"), (-45, 1, "-45"), (5, 8, "00000005"),
        (Int.max, 1, "9223372036854775807"),
    ])
    func `digits`(number: Int, width: Int, text: String) {
        var sink = ByteSink(capacity: 1)
        sink.append(number: number, width: width)
        #expect(sink.string == text)
    }

    @Test(arguments: ["0001-01-01", "2026-11-22", "9999-12-31"]) func `days`(iso: String) throws {
        let day = try #require(Day(iso: iso))
        #expect(HTML(ShortDay(day: day)).string(in: .en) == "<time>\(iso)</time>")
        #expect(DayLabel(day).html.string(in: .zh).contains("datetime=\"\(iso)\""))
    }
}
