import Kernel
import Markup
import SQL
import Shell

/// The page of what is missing or contradictory.
struct QualityRoutes: Sendable {
    let figures: StaffFigures

    var all: [Route] {
        [
            .page(
                "/quality", .needs(.readQuality), Phrase(zh: "数据质量", en: "Data quality"),
                query: Self.query + [
                    FormField("after", .record, Phrase(zh: "上一页最后一人", en: "Last person of the page before")),
                    FormField("first", .integer(1...100_000_000), Phrase(zh: "本页首行的序号", en: "Place of the first row")),
                ], page)
        ]
    }

    static let query = [
        FormField(
            "check", .choice(QualityCheck.allCases.map { Choice($0.rawValue, $0.name) }),
            Phrase(zh: "检查项", en: "Check"))
    ]

    static func check(_ query: FormFields) throws -> QualityCheck? {
        guard let text = query["check"] else { return nil }
        guard let check = QualityCheck(rawValue: text) else { throw Missing() }
        return check
    }

    @Sendable private func page(_ call: Call) async throws -> QualityPage {
        let (viewer, today, check, house) = (try call.viewer, call.today, try Self.check(call.query), call.house)
        let after = call.query["after"].flatMap { ID<Person>($0) }
        let first = call.query["first"].flatMap { Int($0) } ?? 1
        return try await call.read { [figures] tx in
            let board = try QualityBoard.recent(check, after: after, today: today, as: viewer, house, figures, tx)
            return QualityPage(
                board.figure, counted: board.since.map(house.clockText), check: check,
                first: after == nil ? 1 : max(1, first))
        }
    }
}
