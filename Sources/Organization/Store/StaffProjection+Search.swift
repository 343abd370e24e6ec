import Kernel
import SQL

extension StaffProjection {
    /// Takes away the keys of these people, which the staff list remembers.
    static func removeKeys(of people: [ID<Person>], _ tx: Transaction) throws {
        for chunk in people.chunks(of: 400) {
            let known: [(ID<Person>, String)] = try tx.rows(
                "select person_id, search_keys from staff where person_id in \(chunk)"
            ) { row in (try row.value(), try row.value()) }
            for (person, keys) in known {
                let keys = keys.split(separator: "\n").map(String.init)
                try tx.execute("delete from staff_search where person_id = \(person) and search_key in \(keys)")
            }
        }
    }

    /// Writes the keys of these people; of everybody with nil. Sorted, so that the table grows at its end.
    static func writeKeys(of people: [ID<Person>]?, _ tx: Transaction) throws {
        let chunks: [Query] = people.map { people in people.chunks(of: 400).map { "in \($0)" } } ?? ["is not null"]
        var keys: [Key] = []
        for chunk in chunks {
            var phones: [ID<Person>: [String]] = [:]
            try tx.each(
                "select person_id, address from person_contacts where kind = 'phone' and person_id \(chunk)"
            ) { row in phones[try row.value(), default: []].append(try row.value()) }
            var former: [ID<Person>: [PersonName]] = [:]
            try tx.each("select person_id, name from person_names where person_id \(chunk)") { row in
                former[try row.value(), default: []].append(PersonName(try row.value()))
            }
            try tx.each("select id, name, number, work_phone from people where id \(chunk)") { row in
                let person: ID<Person> = try row.value()
                let found = SearchKeys(
                    name: PersonName(try row.value()), former: former[person] ?? [], number: try row.value(),
                    workPhone: try row.value(), phones: phones[person] ?? [])
                keys += found.open.map { Key(text: $0, person: person, isPrivate: false) }
                keys += found.hidden.map { Key(text: $0, person: person, isPrivate: true) }
            }
        }
        try write(&keys, tx)
    }

    private struct Key: Comparable {
        let text: String
        let person: ID<Person>
        let isPrivate: Bool
        /// The first eight bytes: most keys differ there.
        private let start: UInt64

        init(text: String, person: ID<Person>, isPrivate: Bool) {
            (self.text, self.person, self.isPrivate) = (text, person, isPrivate)
            var (start, shift): (UInt64, UInt64) = (0, 64)
            for byte in text.utf8.prefix(8) {
                shift -= 8
                start |= UInt64(byte) << shift
            }
            self.start = start
        }

        /// As the table orders them, by bytes.
        static func < (one: Key, other: Key) -> Bool {
            if one.start != other.start { return one.start < other.start }
            if one.text.utf8.elementsEqual(other.text.utf8) { return one.person < other.person }
            return one.text.utf8.lexicographicallyPrecedes(other.text.utf8)
        }

        static func == (one: Key, other: Key) -> Bool {
            one.start == other.start && one.person == other.person && one.text.utf8.elementsEqual(other.text.utf8)
        }
    }

    private static func write(_ keys: inout [Key], _ tx: Transaction) throws {
        keys.sort()
        var byPerson: [ID<Person>: String] = [:]
        for key in keys { byPerson[key.person, default: ""] += key.text + "\n" }
        var start = 0
        while start < keys.count {
            let end = min(start + 20_000, keys.count)
            try tx.insert(
                into: "staff_search", ["search_key", "person_id", "is_private"],
                values: keys[start..<end].flatMap { [$0.text.sqlValue, $0.person.sqlValue, $0.isPrivate.sqlValue] })
            start = end
        }
        for chunk in byPerson.sorted(by: { $0.key < $1.key }).chunks(of: 400) {
            var rows: Query = .empty
            for (person, text) in chunk { rows += (rows.isEmpty ? "" : ", ") + "(\(person), \(text))" }
            try tx.execute(
                "update staff set search_keys = k.column2 from (values \(rows)) k where k.column1 = staff.person_id")
        }
    }
}
