import Kernel
import Testing

@testable import Shell

struct CellTests {
    static let today = Day(number: 20_000)

    private func read(_ kind: ImportField.Kind, _ text: String) -> String? {
        let field = ImportField("x", kind, Phrase(verbatim: "x"))
        var converter = field.converter(today: Self.today)
        do throws(CellRefusal) {
            try converter.take(CellText.trimmed(text))
        } catch {
            return nil
        }
        let finished = converter.finish()
        return finished.late.isEmpty ? finished.column.shown(0, field) : nil
    }

    /// What spreadsheets and people make of days.
    @Test(
        arguments: [
            ("2023-12-01", "2023-12-01"), ("2023/12/1", "2023-12-01"), ("2023.12.1", "2023-12-01"),
            ("2023年12月1日", "2023-12-01"), ("20231201", "2023-12-01"), ("45261", "2023-12-01"),
            ("45261.5", "2023-12-01"),
            ("２０２３－１２－０１", "2023-12-01"), ("1 Dec 2023", "2023-12-01"), ("2023-12-01 10:22:33", "2023-12-01"),
            ("2023-13-01", nil), ("1/2/2023", nil), ("13/2/2023", "2023-02-13"), ("abc", nil), ("2023", nil),
        ] as [(String, String?)])
    func days(text: String, expected: String?) { #expect(read(.day, text) == expected) }

    @Test(
        arguments: [
            ("8,000.50", "8000.50"), ("¥9000元", "9000.00"), ("1.2万", "12000.00"), ("30985.739999999998", "30985.74"),
            ("1.234", nil), ("1.2E+05", nil), ("1.20000E+05", "120000.00"), ("abc", nil), ("(100)", "-100.00"),
            ("７", "7.00"),
        ] as [(String, String?)])
    func money(text: String, expected: String?) { #expect(read(.money, text) == expected) }

    @Test(
        arguments: [
            ("13812345678", "13812345678"), ("138 1234 5678", "13812345678"), ("13812345678.0", "13812345678"),
            ("1.3812345678E+10", "13812345678"), ("1.38E+10", nil), ("+86 13812345678", "13812345678"), ("12345", nil),
        ] as [(String, String?)])
    func phones(text: String, expected: String?) { #expect(read(.phone, text) == expected) }

    @Test(
        arguments: [
            ("11010519491231002X", "11010519491231002X"), ("11010519491231002x", "11010519491231002X"),
            ("1.10105E+17", nil), ("1.10105194912310E+17", nil), ("110105194912310021", nil),
        ] as [(String, String?)])
    func identities(text: String, expected: String?) { #expect(read(.identityNumber, text) == expected) }

    @Test(
        arguments: [
            ("0012", "0012"), ("12.0", "12"), ("１２", "12"), (" A-1 ", "A-1"), ("'007", "007"), ("1E5", "1E5"),
            ("1.2E+10", nil),
        ] as [(String, String?)])
    func codes(text: String, expected: String?) { #expect(read(.code, text) == expected) }

    @Test(
        arguments: [("12.5%", "12.5%"), ("0.125", "12.5%"), ("0.030000000000000002", "3%"), ("x", nil)]
            as [(String, String?)])
    func rates(text: String, expected: String?) { #expect(read(.rate, text) == expected) }

    @Test(arguments: [("是", "是"), ("Y", "是"), ("√", "是"), ("0", "否"), ("也许", nil)] as [(String, String?)])
    func flags(text: String, expected: String?) { #expect(read(.flag, text) == expected) }

    @Test(
        arguments: [("12", "12"), ("12岁", "12"), ("1,200", "1200"), ("12.0", "12"), ("12.5", nil), ("一", nil)]
            as [(String, String?)])
    func integers(text: String, expected: String?) { #expect(read(.integer(), text) == expected) }

    /// A column that says somewhere which number is the day settles it for all of its cells.
    @Test func theColumnSettlesTheOrder() {
        let field = ImportField("x", .day, Phrase(verbatim: "x"))
        var converter = DayConverter(field: field)
        for text in ["1/2/2023", "25/2/2023"] { try? converter.take(text) }
        let finished = converter.finish()
        #expect(finished.late.isEmpty)
        #expect(finished.column.day(0) == Day(year: 2023, month: 2, day: 1))
    }

    /// Any text is taken or refused, never more or fewer cells than were given.
    @Test func nothingBreaksConverters() {
        var random = SystemRandomNumberGenerator()
        let pieces = [
            "1", "0", "９", ".", "E", "+", "-", "/", "年", "月", "日", "万", "元", "%", " ", "　", "X", "\u{0}", "😀", "é", "(",
            ")", ",",
        ]
        let kinds: [ImportField.Kind] = [
            .text(), .lines(), .name, .code, .day, .month, .integer(), .money, .rate, .flag, .choice([]),
            .identityNumber,
            .phone, .bankCard, .mail,
        ]
        for kind in kinds {
            let field = ImportField("x", kind, Phrase(verbatim: "x"), .sensitive)
            var converter = field.converter(today: Self.today)
            for _ in 0..<2_000 {
                let length = Int.random(in: 1...22, using: &random)
                let text = (0..<length).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
                do throws(CellRefusal) { try converter.take(CellText.trimmed(text)) } catch { converter.blank() }
            }
            let column = converter.finish().column
            switch column.storage {
            case .texts(let cells): #expect(cells.count == 2_000)
            case .numbers(let cells): #expect(cells.count == 2_000)
            case .words(let cells, _): #expect(cells.count == 2_000)
            case .absent: Issue.record("no column")
            }
        }
    }
}
