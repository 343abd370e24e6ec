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

    static func load(_ viewer: Viewer, _ capability: Capability, _ tx: Transaction) throws -> PostChoices {
        let scope = try UnitScope(viewer, capability, tx)
        let units = try tx.rows(
            """
            select u.unit_id, u.names from unit_paths u where u.is_open = 1 and \(scope.condition)
            order by u.names limit \(mostUnits + 1)
            """
        ) { row in Entry(id: try row.value(), name: try row.value()) }
        return PostChoices(
            units: units.count > mostUnits ? [] : units,
            positions: try tx.rows("select id, name from positions order by name") { row in
                Entry(id: try row.value(), name: try row.value())
            },
            levels: try tx.rows("select id, name from levels order by family nulls first, rank, name") { row in
                Entry(id: try row.value(), name: try row.value())
            })
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
