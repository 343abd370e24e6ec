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
        guard let range = range(text) else { return [] }
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

    /// The same as a condition on `s.person_id` of a list.
    static func found(_ text: String, _ viewer: Viewer) -> Query {
        guard let range = range(text) else { return "1 = 0" }
        let personal = Visibility.condition(viewer, .readPeople, showing: .personal)
        if personal == Visibility.everybody {
            return "s.person_id in (select k.person_id from staff_search k where \(range))"
        }
        return """
            s.person_id in (
                select k.person_id from staff_search k where \(range) and k.is_private = 0
                union all
                select k.person_id from staff_search k join staff s on s.person_id = k.person_id
                where \(range) and k.is_private = 1 and \(personal))
            """
    }

    /// Nil when nothing was typed.
    private static func range(_ text: String) -> Query? {
        let typed = SearchKeys.folded(text)
        // A reading is kept without spaces, a name with them: wang fang is asked for as both.
        let joined = typed.filter { $0 != " " && $0 != "'" }
        return joined.isEmpty ? nil : .any(of: Set([typed, joined]).sorted().map(beginning))
    }

    private static func beginning(_ text: String) -> Query {
        // U+10FFFF sorts behind every character that can follow.
        "k.search_key >= \(text) and k.search_key < \(text + "\u{10FFFF}")"
    }
}
