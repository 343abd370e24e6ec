import Kernel
import SQL
import Shell

/// Agreed pay as a staff sheet fills it.
struct PayTable {
    private struct Rate {
        let start: Day
        var end: Day?
        var monthly: Money
    }

    private var known: [ID<Person>: [Rate]] = [:]
    private var inserts: [SQLValue] = []
    private var updates: [SQLValue] = []

    mutating func load(_ people: [ID<Person>], _ tx: Transaction) throws {
        try tx.each(
            """
            select person_id, starts_on, ends_before, monthly from pay_rates where person_id in \(people)
            order by starts_on
            """
        ) { row in
            known[try row.value(), default: []].append(
                Rate(start: try row.value(), end: try row.value(), monthly: try row.value()))
        }
    }

    /// A new rate begins today; the first one of a stretch on its hire day.
    mutating func put(
        _ rows: ImportRows, _ line: StaffLine, _ stretch: Stretch, _ context: ImportContext
    ) -> Bool {
        var rates = known[stretch.person] ?? []
        var changed = false
        let place = rates.lastIndex { $0.start <= stretch.moment && $0.end.map { $0 > stretch.moment } ?? true }
        if let place, let end = stretch.end, rates[place].start >= stretch.hired,
            rates[place].end.map({ $0 > end }) ?? true
        {
            rates[place].end = end
            update(rates[place], stretch)
            changed = true
        }
        if let monthly = rows["base_pay"].money(line.row) {
            changed = set(monthly, &rates, place, stretch, context) || changed
        }
        known[stretch.person] = rates
        return changed
    }

    private mutating func set(
        _ monthly: Money, _ rates: inout [Rate], _ place: Int?, _ stretch: Stretch, _ context: ImportContext
    ) -> Bool {
        guard let place else {
            guard !rates.contains(where: { $0.start == stretch.hired }) else { return false }
            insert(Rate(start: stretch.hired, end: stretch.end, monthly: monthly), &rates, stretch, context)
            return true
        }
        guard rates[place].monthly != monthly else { return false }
        if rates[place].start == stretch.today || stretch.moment != stretch.today {
            rates[place].monthly = monthly
            update(rates[place], stretch)
        } else {
            let end = rates[place].end
            rates[place].end = stretch.today
            update(rates[place], stretch)
            insert(Rate(start: stretch.today, end: end, monthly: monthly), &rates, stretch, context)
        }
        return true
    }

    private mutating func insert(_ rate: Rate, _ rates: inout [Rate], _ stretch: Stretch, _ context: ImportContext) {
        rates.append(rate)
        inserts += [
            stretch.person.sqlValue, rate.start.sqlValue, rate.end.sqlValue, rate.monthly.sqlValue,
            context.now.sqlValue,
        ]
    }

    private mutating func update(_ rate: Rate, _ stretch: Stretch) {
        updates += [stretch.person.sqlValue, rate.start.sqlValue, rate.end.sqlValue, rate.monthly.sqlValue]
    }

    /// The rates of everybody a sheet changes from a day on.
    mutating func load(_ known: KnownStaff, where starts: ImportColumn, _ rows: ImportRows, _ tx: Transaction) throws {
        let numbers = rows["number"]
        let people = Set(
            rows.indices.compactMap { row in
                starts.isBlank(row) ? nil : numbers.text(row).flatMap { known.byNumber[$0] }
            }
        ).sorted()
        for chunk in people.chunks(of: 10_000) { try load(Array(chunk), tx) }
    }

    /// A rate from a day on, up to the next one that stands.
    mutating func set(
        _ monthly: Money, from day: Day, _ person: ID<Person>, _ known: KnownStaff.Stretch, _ context: ImportContext
    ) -> TableDiff.Outcome {
        var rates = self.known[person] ?? []
        defer { self.known[person] = rates.sorted { $0.start < $1.start } }
        let stretch = Stretch(
            person: person, employment: known.id, hired: known.hired, last: known.last, wasHired: known.hired,
            today: context.today)
        if let same = rates.firstIndex(where: { $0.start == day }) {
            guard rates[same].monthly != monthly else { return .same }
            rates[same].monthly = monthly
            update(rates[same], stretch)
            return .updated
        }
        let next = rates.first { $0.start > day && $0.start >= known.hired }?.start
        if let before = rates.lastIndex(where: { $0.start < day && $0.end.map { $0 > day } ?? true }) {
            rates[before].end = day
            update(rates[before], stretch)
        }
        insert(
            Rate(start: day, end: [next, stretch.end].compactMap { $0 }.min(), monthly: monthly), &rates, stretch,
            context)
        return .created
    }

    /// What is to be inserted, and changed.
    var gathered: (inserts: [SQLValue], updates: [SQLValue]) {
        // A row that is new and then ended by a later one is written once, as it is in the end.
        var latest: [[SQLValue]: [SQLValue]] = [:]
        for start in stride(from: 0, to: updates.count, by: 4) {
            latest[Array(updates[start..<start + 2])] = Array(updates[start..<start + 4])
        }
        var fresh: [SQLValue] = []
        for start in stride(from: 0, to: inserts.count, by: 5) {
            var row = Array(inserts[start..<start + 5])
            if let changed = latest.removeValue(forKey: Array(row[0..<2])) {
                (row[2], row[3]) = (changed[2], changed[3])
            }
            fresh += row
        }
        return (fresh, latest.values.flatMap { $0 })
    }

    mutating func flush(_ writer: BatchWriter) throws {
        let (fresh, changed) = gathered
        if !changed.isEmpty { try writer.update("pay_rates", set: ["ends_before", "monthly"], values: changed) }
        if !fresh.isEmpty {
            try writer.insert(
                into: "pay_rates", ["person_id", "starts_on", "ends_before", "monthly", "recorded_at"], values: fresh)
        }
        (inserts, updates) = ([], [])
    }
}
