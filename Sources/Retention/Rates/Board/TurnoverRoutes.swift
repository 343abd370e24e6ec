import Kernel
import Organization
import SQL
import Shell

/// The board and the lists behind it.
struct TurnoverRoutes: Sendable {
    let desk: TurnoverDesk

    var all: [Route] {
        [
            .page(
                "/turnover", .needs(.readTurnover), Phrase(zh: "离职率", en: "Turnover"), query: TurnoverQuestion.fields,
                board),
            .page(
                "/turnover/people", .needs(.readTurnover), Phrase(zh: "离职率背后的人员", en: "The people behind a figure"),
                query: TurnoverListQuestion.fields + [
                    FormField("after", .integer(0...10_000_000), Phrase(zh: "从第几行之后", en: "After which row"))
                ], people),
        ]
    }

    @Sendable private func board(_ call: Call) async throws -> TurnoverPage {
        let (viewer, house) = (try call.viewer, call.house)
        let question = try TurnoverQuestion(call.query, today: call.today)
        return try await call.read { [desk] tx in
            let sheet = try desk.sheet(on: question.through, as: viewer, house, tx)
            let unit = try sheet.place(of: question.unit)
            return TurnoverPage(
                board: try TurnoverNames.named(try desk.board(question, sheet), tx),
                units: TurnoverUnit.filter(sheet, around: unit), unitName: unit.map { sheet.tree.names[$0] },
                listsPeople: sheet.listsEverybody, counted: sheet.since.map(house.clockText),
                benchmarks: try BenchmarkStore.all(tx))
        }
    }

    @Sendable private func people(_ call: Call) async throws -> TurnoverListPage {
        let (viewer, house) = (try call.viewer, call.house)
        let question = try TurnoverListQuestion(call.query, today: call.today)
        let first = max(0, call.query["after"].flatMap { Int($0) } ?? 0)
        return try await call.read { [desk] tx in
            let sheet = try desk.sheet(on: question.board.through, as: viewer, house, tx)
            let list = try TurnoverList(question, sheet)
            let places = list.places.dropFirst(first).prefix(TurnoverListPage.length)
            return TurnoverListPage(
                question: question, period: list.period, group: try list.name ?? TurnoverNames.manager(question.at, tx),
                count: list.places.count, first: min(first, list.places.count),
                people: try list.people(places, as: viewer, tx), isPart: !sheet.listsEverybody,
                counted: sheet.since.map(house.clockText))
        }
    }
}

/// Names of managers, which are not kept with the employments.
enum TurnoverNames {
    static func named(_ board: TurnoverBoard, _ tx: Transaction) throws -> TurnoverBoard {
        guard board.question.grouping == .manager else { return board }
        let names = try names(of: board.rows.compactMap { ID<Person>($0.key) }, tx)
        var board = board
        board.rows = board.rows.map { row in
            guard let name = ID<Person>(row.key).flatMap({ names[$0] }) else { return row }
            return TurnoverBoard.Row(
                key: row.key, name: Phrase(verbatim: name), period: row.period, count: row.count, rate: row.rate,
                yearly: row.yearly, shown: row.shown)
        }
        return board
    }

    static func manager(_ key: String, _ tx: Transaction) throws -> Phrase? {
        guard let id = ID<Person>(key) else { return nil }
        return try names(of: [id], tx)[id].map { Phrase(verbatim: $0) }
    }

    static func names(of ids: [ID<Person>], _ tx: Transaction) throws -> [ID<Person>: String] {
        guard !ids.isEmpty else { return [:] }
        var names: [ID<Person>: String] = [:]
        try tx.each("select person_id, name from staff where person_id in \(ids)") { row in
            names[try row.value()] = try row.value(String.self)
        }
        return names
    }
}
