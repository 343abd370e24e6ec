import Kernel
import SQL

extension EmploymentSpells {
    /// Reads everything in six questions.
    init(version: Int, _ tx: Transaction) throws {
        self.version = version
        units = try UnitStore.all(tx)
        positions = try tx.rows("select id, name, weight from positions order by id") { row in
            PositionEntry(
                id: try row.value(), name: try row.value(), isKey: try row.value(PositionWeight.self) == .key)
        }
        levels = try tx.rows("select id, name, rank from levels order by id") { row in
            LevelEntry(id: try row.value(), name: try row.value(), rank: try row.value())
        }
        var posts = PostReading(
            units: IndexedIDs(units.map(\.id.rawValue)), positions: IndexedIDs(positions.map(\.id.rawValue)),
            levels: IndexedIDs(levels.map(\.id.rawValue)))
        try posts.read(tx)
        var (spells, cities, contradictory) = ([Spell](), IndexedTexts(), 0)
        // By the id of the employment, as the posts are; so both are walked once.
        try tx.each(
            """
            select e.id, e.person_id, e.hired_on, e.last_day, e.work_city, e.kind, s.notice_day, s.kind, s.reason,
                s.regret_by_people, s.regret_by_rule
            from employments e left join separations s on s.employment_id = e.id order by e.id
            """
        ) { row in
            let own = posts.range(of: try row.value())
            let person: ID<Person> = try row.value()
            let (hired, last): (Day, Day) = (try row.value(), try row.value(Day?.self) ?? .last)
            let city = cities.place(of: try row.value())
            let employment: EmploymentKind = try row.value()
            let notice = try row.value(Day?.self) ?? .last
            let (kind, reason): (SeparationKind?, SeparationReason?) = (try row.value(), try row.value())
            let byPeople: Regret.Verdict? = try row.value()
            let spell = Spell(
                person: person, hireDay: hired, through: last, notice: notice, firstPost: Int32(own.lowerBound),
                postCount: Int32(own.count), city: city, employment: employment, kind: kind, reason: reason,
                regret: try byPeople ?? row.value(Regret.Verdict?.self))
            if last < hired { contradictory += 1 } else { spells.append(spell) }
        }
        spells.sort { ($0.person, $0.hireDay) < ($1.person, $1.hireDay) }
        self.spells = spells
        self.cities = cities.texts
        self.contradictory = contradictory
        (postings, managers) = (posts.postings, posts.managers.ids.map { ID($0) })
    }
}

/// Primary posts in the order of their employments.
private struct PostReading {
    let units: IndexedIDs
    let positions: IndexedIDs
    let levels: IndexedIDs
    var managers = IndexedIDs([])
    var postings: [EmploymentSpells.Posting] = []
    private var owners: [Int64] = []
    private var next = 0

    init(units: IndexedIDs, positions: IndexedIDs, levels: IndexedIDs) {
        (self.units, self.positions, self.levels) = (units, positions, levels)
    }

    mutating func read(_ tx: Transaction) throws {
        try tx.each(
            """
            select employment_id, starts_on, ends_before, unit_id, position_id, level_id, manager_id
            from assignments where role = 'primary' order by employment_id, starts_on
            """
        ) { row in
            owners.append(try row.value())
            postings.append(
                EmploymentSpells.Posting(
                    start: try row.value(), end: try row.value(Day?.self) ?? .last,
                    unit: units.place(of: try row.value()), position: positions.place(of: try row.value()),
                    level: levels.place(of: try row.value()), manager: managers.added(try row.value())))
        }
    }

    /// The posts of an employment; asked for in rising order.
    mutating func range(of employment: Int64) -> Range<Int> {
        while next < owners.count, owners[next] < employment { next += 1 }
        let first = next
        while next < owners.count, owners[next] == employment { next += 1 }
        return first..<next
    }
}

/// Ids by their places in a list.
struct IndexedIDs: Sendable {
    private(set) var ids: [Int64]
    private var places: [Int64: Int32]

    init(_ ids: [Int64]) {
        self.ids = ids
        places = Dictionary(zip(ids, 0...)) { first, _ in first }
    }

    /// −1 for nothing and for what is not in the list.
    func place(of id: Int64?) -> Int32 { id.flatMap { places[$0] } ?? -1 }

    mutating func added(_ id: Int64?) -> Int32 {
        guard let id else { return -1 }
        if let place = places[id] { return place }
        let place = Int32(ids.count)
        places[id] = place
        ids.append(id)
        return place
    }
}

/// Texts by their places in a list, in the order they were met.
private struct IndexedTexts {
    private(set) var texts: [String] = []
    private var places: [String: Int32] = [:]

    mutating func place(of text: String?) -> Int32 {
        guard let text, !text.isEmpty else { return -1 }
        if let place = places[text] { return place }
        let place = Int32(texts.count)
        places[text] = place
        texts.append(text)
        return place
    }
}
