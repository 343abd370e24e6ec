import Kernel
import Organization
import SQL
import Shell

/// Cohorts and survival.
struct CohortRoutes: Sendable {
    let desk: TurnoverDesk

    var all: [Route] {
        [
            .page(
                "/turnover/cohorts", .needs(.readTurnover), Phrase(zh: "批次留存", en: "Cohort retention"),
                query: CohortQuestion.cohortFields, cohorts),
            .page(
                "/turnover/survival", .needs(.readTurnover), Phrase(zh: "留存曲线", en: "Survival curves"),
                query: CohortQuestion.survivalFields, survival),
        ]
    }

    @Sendable private func cohorts(_ call: Call) async throws -> CohortPage {
        let (viewer, house) = (try call.viewer, call.house)
        let question = try CohortQuestion(call.query, today: call.today)
        return try await call.read { [desk] tx in
            let sheet = try desk.sheet(on: question.through, as: viewer, house, tx)
            return CohortPage(
                table: try desk.cohorts(question, sheet),
                units: try Self.units(question, sheet),
                listsPeople: sheet.listsEverybody, counted: sheet.since.map(house.clockText))
        }
    }

    @Sendable private func survival(_ call: Call) async throws -> SurvivalPage {
        let (viewer, house) = (try call.viewer, call.house)
        let question = try CohortQuestion(call.query, today: call.today)
        return try await call.read { [desk] tx in
            let sheet = try desk.sheet(on: question.through, as: viewer, house, tx)
            return SurvivalPage(
                curves: try Self.curves(question, desk, sheet, tx),
                units: try Self.units(question, sheet),
                counted: sheet.since.map(house.clockText))
        }
    }

    static func curves(
        _ question: CohortQuestion, _ desk: TurnoverDesk, _ sheet: TurnoverDesk.Sheet, _ tx: Transaction
    ) throws -> StayingCurves {
        var curves = try desk.curves(question, sheet)
        guard question.comparison == .manager else { return curves }
        let names = try TurnoverNames.names(of: curves.curves.compactMap { ID<Person>($0.key) }, tx)
        for place in curves.curves.indices {
            if let name = ID<Person>(curves.curves[place].key).flatMap({ names[$0] }) {
                curves.curves[place].name = Phrase(verbatim: name)
            }
        }
        return curves
    }

    /// The units that may be asked for.
    private static func units(_ question: CohortQuestion, _ sheet: TurnoverDesk.Sheet) throws -> [TurnoverUnit] {
        sheet.listsEverybody ? TurnoverUnit.filter(sheet, around: try sheet.place(of: question.unit)) : []
    }

    /// Whoever sees figures only asks about the whole of what they may count, where no difference tells of a few people.
    static func check(_ question: CohortQuestion, _ sheet: TurnoverDesk.Sheet) throws {
        guard question.unit != nil, !sheet.listsEverybody else { return }
        throw FormProblem(
            field: "unit",
            problem: Phrase(
                zh: "您可以查看汇总数据，请按全部部门查看批次留存和留存曲线。", en: "You see figures about groups: look at all units together."))
    }
}
