import Kernel
import SQL
import Shell

extension Directory {
    /// People whose name, reading, number or last digits of a phone begin with what was typed; the closest first.
    ///
    /// The digits of private phones are found only by those who see personal fields of that person.
    package static func search(
        _ text: String, limit: Int = 20, as viewer: Viewer, _ tx: Transaction
    ) throws -> [StaffRow] {
        let typed = SearchKeys.folded(text)
        // A reading is kept without spaces, a name with them: wang fang is asked for as both.
        let joined = typed.filter { $0 != " " && $0 != "'" }
        guard !joined.isEmpty else { return [] }
        let range = Query.any(of: Set([typed, joined]).sorted().map(Self.beginning))
        let personal = Visibility.condition(viewer, .readPeople, showing: .personal)
        var seen: Set<ID<Person>> = []
        var found: [StaffRow] = []
        // Somebody may be found under several keys that begin alike, but hardly under more than these.
        try tx.each(
            """
            select \(StaffRow.columns(viewer)) from staff_search k join staff s on s.person_id = k.person_id
            where \(range) and \(Visibility.condition(viewer, .readPeople))
                and (k.is_private = 0 or \(personal))
            order by k.search_key, k.person_id limit \(limit * 6)
            """
        ) { row in
            let person = try StaffRow(&row)
            if found.count < limit, seen.insert(person.id).inserted { found.append(person) }
        }
        return found
    }

    private static func beginning(_ text: String) -> Query {
        // U+10FFFF sorts behind every character that can follow.
        "k.search_key >= \(text) and k.search_key < \(text + "\u{10FFFF}")"
    }
}
