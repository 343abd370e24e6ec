import Kernel
import Markup
import SQL
import Shell

/// The headcount board and its files.
struct HeadcountRoutes: Sendable {
    let figures: StaffFigures

    var all: [Route] {
        [
            .page(
                "/headcount", .needs(.readHeadcount), Phrase(zh: "编制看板", en: "Headcount board"), query: Self.query,
                board),
            .export(
                "/headcount/units/export", .needs(.exportData),
                Phrase(zh: "导出各部门人员变动", en: "Export the movement of units"), query: Self.query, units),
            .export(
                "/headcount/months/export", .needs(.exportData),
                Phrase(zh: "导出各月人员变动", en: "Export the movement of months"), query: Self.query, months),
        ]
    }

    /// How many months back the board can look.
    static let spans = [3, 6, 12, 24, 36]

    private static let query = [
        FormField("unit", .record, Phrase(zh: "部门", en: "Unit")),
        FormField("through", .day, Phrase(zh: "截止日期", en: "Through")),
        FormField("months", .integer(1...60), Phrase(zh: "月数", en: "Months")),
    ]

    @Sendable private func board(_ call: Call) async throws -> HeadcountPage {
        let (viewer, question, house) = (try call.viewer, try HeadcountQuestion(call), call.house)
        return try await call.read { [figures] tx in
            let tree = try UnitStore.tree(asOf: question.through, as: viewer, figures, tx)
            let board = try HeadcountBoard.recent(
                unit: question.unit, through: question.through, months: question.months, as: viewer, house, figures, tx)
            return HeadcountPage(
                board: board.figure, through: question.through, counted: board.since.map(house.clockText),
                choices: UnitChoice.filter(tree, around: question.unit),
                unitName: question.unit.flatMap { unit in tree.first { $0.id == unit }?.name })
        }
    }

    private func units(_ call: Call) async throws -> Export<HeadcountBoard.UnitRow> {
        let (viewer, question) = (try call.exporter(of: .readHeadcount), try HeadcountQuestion(call))
        return Export(
            Phrase(zh: "各部门人员变动", en: "Movement of units"),
            columns: [.text(HeadcountWords.unit, .public) { $0.name }]
                + HeadcountWords.movement.map { name, value in .integer(name) { value($0.movement) } } + [
                    .integer(HeadcountWords.places) { $0.places }, .integer(HeadcountWords.vacancies) { $0.vacancies },
                ]
        ) { [figures] _, tx in
            (
                try HeadcountBoard.load(
                    unit: question.unit, through: question.through, months: question.months, as: viewer, figures, tx
                ).units, nil
            )
        }
    }

    private func months(_ call: Call) async throws -> Export<HeadcountBoard.MonthRow> {
        let (viewer, question) = (try call.exporter(of: .readHeadcount), try HeadcountQuestion(call))
        return Export(
            Phrase(zh: "各月人员变动", en: "Movement of months"),
            columns: [.text(HeadcountWords.month, .public) { $0.month.description }]
                + HeadcountWords.movement.map { name, value in .integer(name) { value($0.movement) } }
        ) { [figures] _, tx in
            (
                try HeadcountBoard.load(
                    unit: question.unit, through: question.through, months: question.months, as: viewer, figures, tx
                ).months, nil
            )
        }
    }
}

/// What the board is asked, as it stands in the address.
private struct HeadcountQuestion: Sendable {
    let unit: ID<OrgUnit>?
    let through: Day
    let months: Int

    init(_ call: Call) throws {
        unit = call.query["unit"].flatMap { ID<OrgUnit>($0) }
        through = try call.day("through") ?? call.today
        months = call.query["months"].flatMap { Int($0) }.map { min(60, max(1, $0)) } ?? 12
    }
}

extension Call {
    /// A day behind the `?`, in any common form; nil when there is none.
    /// - Throws: a problem at the field for what is no day: a list for another day would be silently wrong.
    func day(_ name: String) throws -> Day? {
        guard let text = query[name] else { return nil }
        do {
            return try Day(text)
        } catch {
            throw FormProblem(field: name, problem: error.explanation)
        }
    }
}
