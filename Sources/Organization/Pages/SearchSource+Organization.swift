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
            let units = try figures.figure("words of units", tx) { try FoundUnit.all(tx) }
            let found = units.compactMap { unit in unit.words.rank(of: typed).map { (rank: $0, unit: unit) } }
            return found.filter { scope.contains($0.unit.path) }
                .sorted { ($0.rank, $0.unit.depth, $0.unit.names) < ($1.rank, $1.unit.depth, $1.unit.names) }
                .prefix(asked.limit)
                .map { entry in
                    SearchHit(
                        Phrase(verbatim: entry.unit.name), detail: Phrase(verbatim: entry.unit.names),
                        target: "/units/\(entry.unit.id)")
                }
        }
    }
}

/// A unit with the ways it is typed.
private struct FoundUnit: Sendable {
    let id: ID<OrgUnit>
    let name: String
    let names: String
    let path: String
    let depth: Int
    let words: SearchWords

    static func all(_ tx: Transaction) throws -> [FoundUnit] {
        try tx.rows(
            """
            select u.unit_id, u.name, u.names, u.path, u.depth, k.code
            from unit_paths u join units k on k.id = u.unit_id where u.is_open = 1 order by u.path
            """
        ) { row in
            let (id, name) = (try row.value(ID<OrgUnit>.self), try row.value(String.self))
            let (names, path, depth) = (try row.value(String.self), try row.value(String.self), try row.value(Int.self))
            let code: String? = try row.value()
            return FoundUnit(
                id: id, name: name, names: names, path: path, depth: depth,
                words: SearchWords(Phrase(verbatim: name), code: code))
        }
    }
}
