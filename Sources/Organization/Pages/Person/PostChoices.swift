import Kernel
import Markup
import SQL
import Shell

/// What a post can be made of: units, positions and levels to pick from.
struct PostChoices: Codable, Sendable {
    struct Entry: Codable, Sendable {
        let id: Int64
        let name: String
    }

    /// By path, for those the viewer may put people into; empty when they are too many for a list, and typed instead.
    let units: [Entry]
    let positions: [Entry]
    let levels: [Entry]

    /// A longer list is no help, and slow on a phone.
    private static let mostUnits = 400

    /// - Parameter held: the post of now; its position and level stay to choose though they were retired since.
    static func load(
        _ viewer: Viewer, _ capability: Capability, held: Post? = nil, _ tx: Transaction
    ) throws -> PostChoices {
        let scope = try UnitScope(viewer, capability, tx)
        let units = try tx.rows(
            """
            select u.unit_id, u.names from unit_paths u where u.is_open = 1 and \(scope.condition)
            order by u.names limit \(mostUnits + 1)
            """
        ) { row in Entry(id: try row.value(), name: try row.value()) }
        return PostChoices(
            units: units.count > mostUnits ? [] : units,
            positions: try tx.rows(
                """
                select o.id, o.name from positions o left join retired_positions r on r.position_id = o.id
                where r.position_id is null or o.id = \(held?.position ?? ID(0)) order by o.name, o.id
                """
            ) { row in Entry(id: try row.value(), name: try row.value()) },
            levels: try tx.rows(
                """
                select l.id, l.name from levels l left join retired_levels r on r.level_id = l.id
                where r.level_id is null or l.id = \(held?.level ?? ID(0))
                order by l.family nulls first, l.rank, l.name
                """
            ) { row in Entry(id: try row.value(), name: try row.value()) })
    }

    /// - Parameter keeping: a unit that must stay to choose though it is not in the list.
    func unitField(_ state: FormState, _ field: FormField, keeping: Entry? = nil) -> Field {
        guard !units.isEmpty else {
            return state.part(
                field, choices: nil,
                hint: Phrase(zh: "填写完整路径，例如：总部/销售部/华东区。", en: "Write the whole path, such as 总部/销售部/华东区."))
        }
        let kept = keeping.flatMap { kept in units.contains { $0.id == kept.id } ? nil : kept }
        return state.part(field, choices: Self.choices(units + [kept].compactMap { $0 }))
    }

    func positionField(_ state: FormState, _ field: FormField) -> Field {
        state.part(field, choices: Self.choices(positions))
    }

    func levelField(_ state: FormState, _ field: FormField) -> Field {
        state.part(field, choices: Self.choices(levels))
    }

    private static func choices(_ entries: [Entry]) -> [Choice] {
        [Choice("", Phrase(zh: "请选择", en: "Choose"))]
            + entries.map { Choice(String($0.id), Phrase(verbatim: $0.name)) }
    }
}
