import Kernel
import Markup
import SQL
import Shell

/// The headcount board.
struct HeadcountRoutes: Sendable {
    let figures: StaffFigures

    var all: [Route] {
        [
            .page(
                "/headcount", .needs(.readHeadcount), Phrase(zh: "编制看板", en: "Headcount board"),
                query: HeadcountQuestion.fields,
                board)
        ]
    }

    /// How many months back the board can look.
    static let spans = [3, 6, 12, 24, 36]

    @Sendable private func board(_ call: Call) async throws -> HeadcountPage {
        let (viewer, question, house) =
            (try call.viewer, try HeadcountQuestion(call.query, today: call.today), call.house)
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

}

/// What the board is asked, as it stands in the address.
struct HeadcountQuestion: Sendable {
    static let fields = [
        FormField("unit", .record, Phrase(zh: "部门", en: "Unit")),
        FormField("through", .day, Phrase(zh: "截止日期", en: "Through")),
        FormField("months", .integer(1...60), Phrase(zh: "月数", en: "Months")),
    ]

    let unit: ID<OrgUnit>?
    let through: Day
    let months: Int

    init(_ query: FormFields, today: Day) throws {
        unit = query["unit"].flatMap { ID<OrgUnit>($0) }
        through = try query.day("through") ?? today
        months = query["months"].flatMap { Int($0) }.map { min(60, max(1, $0)) } ?? 12
    }
}

extension FormFields {
    /// A day behind the `?`, in any common form; nil when there is none.
    /// - Throws: a problem at the field for what is no day: a list for another day would be silently wrong.
    func day(_ name: String) throws -> Day? {
        guard let text = self[name] else { return nil }
        do {
            return try Day(text)
        } catch {
            throw FormProblem(field: name, problem: error.explanation)
        }
    }
}
