import Kernel
import SQL
import Shell

extension SearchSource {
    /// By name, reading, number; by the last digits of a private phone for those who see it.
    static let people = SearchSource(
        "people", Phrase(zh: "人员", en: "People"), needs: .readPeople, list: "/people"
    ) { asked, tx in
        try Directory.search(asked.text, limit: asked.limit, as: asked.viewer, tx).map { row in
            let place = [row.number, row.unitName, row.position].compactMap { $0 }.joined(separator: " · ")
            return SearchHit(Phrase(verbatim: row.name), detail: Phrase(verbatim: place), target: "/people/\(row.id)")
        }
    }

    /// Open units by name, reading or code. Their words are read again when the tree changes.
    static func units(_ figures: StaffFigures) -> SearchSource {
        SearchSource("units", Phrase(zh: "部门", en: "Units"), needs: .readUnits) { asked, tx in
            guard let typed = SearchWords.Typed(asked.text) else { return [] }
            let scope = try UnitScope(asked.viewer, .readUnits, tx)
            let names = try figures.figure("words of units", tx) { try NamedUnits.all(tx) }
            let found = names.flatMap { name in
                name.words.rank(of: typed).map { rank in
                    name.units.lazy.filter { scope.contains($0.path) }.prefix(asked.limit).map {
                        (rank: rank, unit: $0)
                    }
                } ?? []
            }
            return found.sorted { ($0.rank, $0.unit.depth, $0.unit.names) < ($1.rank, $1.unit.depth, $1.unit.names) }
                .prefix(asked.limit)
                .map { entry in
                    SearchHit(
                        Phrase(verbatim: entry.unit.name), detail: Phrase(verbatim: entry.unit.names),
                        target: "/units/\(entry.unit.id)")
                }
        }
    }
}

/// The open units of one name, those nearer to the top first, with the ways it is typed: large companies have many units
/// of the same name.
private struct NamedUnits: Sendable {
    struct Unit: Sendable {
        let id: ID<OrgUnit>
        let name: String
        let names: String
        let path: String
        let depth: Int
        let code: String?
    }

    let words: SearchWords
    let units: [Unit]

    static func all(_ tx: Transaction) throws -> [NamedUnits] {
        let units = try tx.rows(
            """
            select u.unit_id, u.name, u.names, u.path, u.depth, k.code
            from unit_paths u join units k on k.id = u.unit_id where u.is_open = 1 order by u.depth, u.names
            """
        ) { row in
            Unit(
                id: try row.value(), name: try row.value(), names: try row.value(), path: try row.value(),
                depth: try row.value(), code: try row.value())
        }
        // A code is a way to type one unit only.
        let (coded, plain) = (units.filter { $0.code != nil }, units.filter { $0.code == nil })
        return coded.map { NamedUnits(words: SearchWords(Phrase(verbatim: $0.name), code: $0.code), units: [$0]) }
            + Dictionary(grouping: plain, by: \.name).map { name, units in
                NamedUnits(words: SearchWords(Phrase(verbatim: name)), units: units)
            }
    }
}
