import Kernel
import SQL
import Shell

extension SubjectLookup {
    /// Everybody on the staff list, whoever asks: only for those who manage accounts.
    static let organization = SubjectLookup(
        named: { text, tx in
            let name = PersonName(text).text
            return try cards(
                where: "s.number = \(text) or s.number = \(text.uppercased()) or s.name = \(name)", limit: 20, tx)
        },
        cards: { ids, tx in try cards(where: "s.person_id in \(ids)", limit: ids.count, tx) },
        units: { limit, tx in
            try tx.rows(
                "select unit_id, name, depth from unit_paths where is_open = 1 order by path limit \(limit)"
            ) { row in
                UnitCard(id: try row.value(), name: try row.value(), depth: try row.value())
            }
        })

    private static func cards(where condition: Query, limit: Int, _ tx: Transaction) throws -> [SubjectCard] {
        try tx.rows(
            """
            select s.person_id, s.number, s.name, s.unit_names, s.work_mail from staff s
            where \(condition) order by s.is_employed desc, s.number limit \(limit)
            """
        ) { row in
            SubjectCard(
                id: try row.value(), number: try row.value(), name: try row.value(), unit: try row.value(),
                mail: try row.value())
        }
    }
}
