import Kernel
import Organization
import SQL
import Shell

/// What leaving costs, and its multiples.
struct CostRoutes: Sendable {
    let desk: TurnoverDesk

    static let fields = TurnoverQuestion.fields.filter { ["period", "through", "kind", "unit"].contains($0.name) }

    var all: [Route] {
        [
            .page(
                "/turnover/cost", .needs(.readTurnover), Phrase(zh: "流失成本", en: "Cost of turnover"), query: Self.fields,
                cost),
            .page(
                "/turnover/cost/multiples", .needs(.editTurnover), Phrase(zh: "流失成本倍数", en: "Multiples of the cost")
            ) { call in try await Self.form(call, nil) },
            .action(
                "/turnover/cost/multiples", .needs(.editTurnover), Phrase(zh: "保存流失成本倍数", en: "Save the multiples"),
                form: MultiplesForm.self, again: Self.form
            ) { call, form in
                try TurnoverEditing.require(call)
                try await call.write { tx in
                    let before = try CostMultiples(tx)
                    try form.multiples.save(tx)
                    try Audit.record(TurnoverEditing.entry(before, form.multiples), by: call, in: tx)
                }
                return Outcome("/turnover/cost", Phrase(zh: "已保存成本倍数。", en: "The multiples were saved."))
            },
        ]
    }

    @Sendable private func cost(_ call: Call) async throws -> CostPage {
        let (viewer, house) = (try call.viewer, call.house)
        let question = try Self.question(call.query, today: call.today)
        return try await call.read { [desk] tx in
            let (cost, sheet) = try Self.load(question, desk, viewer, house, tx)
            let unit = try sheet.place(of: question.unit)
            return CostPage(
                cost: cost, units: TurnoverUnit.filter(sheet, around: unit),
                unitName: unit.map { sheet.tree.names[$0] },
                mayEdit: viewer.can(.editTurnover), counted: sheet.since.map(house.clockText))
        }
    }

    /// Costs are about a year unless somebody asks for less.
    static func question(_ query: FormFields, today: Day) throws -> TurnoverQuestion {
        var question = try TurnoverQuestion(query, today: today)
        if query["period"] == nil { question.length = .year }
        question.grouping = .time
        return question
    }

    /// - Throws: ``Missing`` for whoever does not see pay of the whole company, for the means are over all of it.
    static func load(
        _ question: TurnoverQuestion, _ desk: TurnoverDesk, _ viewer: Viewer, _ house: House, _ tx: Transaction
    ) throws -> (cost: TurnoverCost, sheet: TurnoverDesk.Sheet) {
        let sheet = try desk.sheet(on: question.through, as: viewer, showing: .pay, house, tx)
        guard sheet.view.sight.isEverything else { throw Missing() }
        let pay = try desk.pay(on: question.through, tx)
        return (try TurnoverCost(question, sheet, try CostMultiples(tx), pay), sheet)
    }

    @Sendable private static func form(_ call: Call, _ state: FormState) async throws -> MultiplesPage {
        try await form(call, Optional(state))
    }

    @Sendable private static func form(_ call: Call, _ state: FormState?) async throws -> MultiplesPage {
        try TurnoverEditing.require(call)
        return try await call.read { tx in
            let levels = try tx.rows("select id, name from levels order by rank desc, id") { row in
                MultiplesPage.LevelName(id: try row.value(), name: try row.value())
            }
            return MultiplesPage(levels: levels, form: try state ?? MultiplesForm.state(CostMultiples(tx)))
        }
    }
}
