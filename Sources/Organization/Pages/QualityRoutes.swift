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
                ], page),
            .export(
                "/quality/export", .needs(.exportData), Phrase(zh: "导出数据质量问题", en: "Export what is to be mended"),
                query: Self.query, export),
        ]
    }

    private static let query = [
        FormField(
            "check", .choice(QualityCheck.allCases.map { Choice($0.rawValue, $0.name) }),
            Phrase(zh: "检查项", en: "Check"))
    ]

    private static func check(_ call: Call) throws -> QualityCheck? {
        guard let text = call.query["check"] else { return nil }
        guard let check = QualityCheck(rawValue: text) else { throw Missing() }
        return check
    }

    @Sendable private func page(_ call: Call) async throws -> QualityPage {
        let (viewer, today, check, house) = (try call.viewer, call.today, try Self.check(call), call.house)
        let after = call.query["after"].flatMap { ID<Person>($0) }
        let first = call.query["first"].flatMap { Int($0) } ?? 1
        return try await call.read { [figures] tx in
            let board = try QualityBoard.recent(check, after: after, today: today, as: viewer, house, figures, tx)
            return QualityPage(
                board.figure, counted: board.since.map(house.clockText), check: check,
                first: after == nil ? 1 : max(1, first))
        }
    }

    /// One line per person and check. The cursor holds both: the check in its last six bits.
    @Sendable private func export(_ call: Call) async throws -> Export<QualityFinding> {
        let (viewer, today, only) = (try call.exporter(of: .readQuality), call.today, try Self.check(call))
        let checks = only.map { [$0] } ?? QualityCheck.allCases
        return Export(Phrase(zh: "数据质量", en: "Data quality"), columns: QualityPage.columns) {
            [figures] cursor, tx in
            let place = Int((cursor ?? 0) & 63)
            guard checks.indices.contains(place) else { return ([], nil) }
            let after = (cursor ?? 0) >> 6
            let board = try QualityBoard.load(
                checks[place], after: after == 0 ? nil : ID<Person>(after), limit: 2_000, today: today, as: viewer,
                figures, tx)
            let rows = board.rows.map { QualityFinding(check: checks[place], row: $0) }
            if let next = board.next { return (rows, next.rawValue << 6 | Int64(place)) }
            return (rows, place + 1 < checks.count ? Int64(place + 1) : nil)
        }
    }
}

/// One line of the exported list.
struct QualityFinding: Sendable {
    let check: QualityCheck
    let row: StaffRow
}
