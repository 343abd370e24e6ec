import Kernel
import SQL

/// Who and what stands in the database, as far as finding the records of a sheet needs it: a few questions for all rows.
struct KnownStaff {
    struct Stretch {
        let id: ID<Employment>
        let hired: Day
        let last: Day?
    }

    private(set) var byNumber: [String: ID<Person>] = [:]
    /// People of that name; a manager may be given by name when it is only one.
    private(set) var byName: [String: [ID<Person>]] = [:]
    private(set) var names: [ID<Person>: String] = [:]
    /// By hire day.
    private(set) var stretches: [ID<Person>: [Stretch]] = [:]

    init(_ tx: Transaction) throws {
        try tx.each("select id, number, name from people") { row in
            let id: ID<Person> = try row.value()
            byNumber[try row.value()] = id
            let name: String = try row.value()
            byName[name, default: []].append(id)
            names[id] = name
        }
        try tx.each("select person_id, id, hired_on, last_day from employments order by hired_on") { row in
            stretches[try row.value(), default: []].append(
                Stretch(id: try row.value(), hired: try row.value(), last: try row.value()))
        }
    }

    var isEmpty: Bool { byNumber.isEmpty }

    /// The stretch a row is about: the one that began that day, else one it overlaps, which is then corrected.
    func stretch(of person: ID<Person>, hired: Day, last: Day?) -> Stretch? {
        let all = stretches[person] ?? []
        return all.first { $0.hired == hired }
            ?? all.first { other in
                hired <= other.last ?? .last && other.hired <= last ?? .last
            }
    }
}
