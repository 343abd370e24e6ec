import Kernel
import SQL
import Shell

/// A snapshot that has to be taken, or completed.
struct DueSnapshot: Sendable, Equatable {
    let population: Population
    let day: Day
    /// Only these facts are missing; nil for the snapshot as a whole.
    let codes: Set<String>?
}

extension Snapshots {
    /// How far back history is taken at most, in months.
    static let historyMonths = 36

    /// How far back days of a population are taken that nobody took at the time. A week of those on probation asks every
    /// fact about everybody, and a large company has enough of them in a year.
    static func backfillMonths(of population: Population, people: Int) -> Int {
        population == .probationers && people > 10_000 ? 12 : historyMonths
    }

    /// About how many days that are at most.
    static func mostDays(of population: Population, people: Int) -> Int {
        let months = backfillMonths(of: population, people: people)
        return population == .probationers ? months * 52 / 12 : months
    }

    /// What is missing up to a day that is over: days of the history without a snapshot, facts that are not in one yet or
    /// failed, and the last day itself. The newest first, so that what matters today is there soonest; what is done stays
    /// done, so a run that was stopped goes on where it stopped.
    static func due(_ catalogue: FactCatalogue, through last: Day, _ tx: Transaction) throws -> [DueSnapshot] {
        let facts = try catalogue.facts(tx)
        let kept = min(historyMonths, facts.map(\.keptMonths).max() ?? 0)
        guard kept > 0, let hired = try tx.value("select min(hired_on) from employments", as: Day?.self) ?? nil else {
            return []
        }
        let people =
            try tx.value(
                "select count(*) from employments where last_day is null or last_day >= \(last)", as: Int.self) ?? 0
        let standing = try standing(tx)
        var due: [DueSnapshot] = []
        for population in Population.allCases {
            let months = min(kept, backfillMonths(of: population, people: people))
            let first = max(hired, last.adding(months: -months) + 1)
            var days = population.days(from: first, through: last)
            for day in [Population.compared(with: last), last] where first <= day && !days.contains(day) {
                days.append(day)
            }
            for day in days {
                guard let there = standing[population]?[day] else {
                    due.append(DueSnapshot(population: population, day: day, codes: nil))
                    continue
                }
                let missing = Set(facts.lazy.filter { isKept($0, day, today: last) }.map(\.code)).subtracting(there)
                if !missing.isEmpty { due.append(DueSnapshot(population: population, day: day, codes: missing)) }
            }
        }
        return due.enumerated().sorted { ($1.element.day, $0.offset) < ($0.element.day, $1.offset) }.map(\.element)
    }

    /// Whether values of a fact about a day are still kept.
    static func isKept(_ fact: PublishedFact, _ day: Day, today: Day) -> Bool {
        day > today.adding(months: -fact.keptMonths)
    }

    /// The facts each snapshot holds; those that failed count as missing.
    private static func standing(_ tx: Transaction) throws -> [Population: [Day: Set<String>]] {
        var found: [Population: [Day: Set<String>]] = [:]
        try tx.each(
            """
            select s.population, s.day, c.code from snapshots s
            left join snapshot_columns c on c.snapshot_id = s.id and c.missing_zh is null
            """
        ) { row in
            let (population, day) = (try row.value(Population.self), try row.value(Day.self))
            found[population, default: [:]][day, default: []].formUnion(try row.value(String?.self).map { [$0] } ?? [])
        }
        return found
    }

    /// Takes or completes one.
    static func measure(_ due: DueSnapshot, _ catalogue: FactCatalogue, _ tx: Transaction) throws -> Snapshot {
        guard let codes = due.codes else { return try measure(due.population, due.day, catalogue, tx) }
        let known = try load(due.population, due.day, tx)
        let fresh = try measure(due.population, due.day, catalogue, codes: codes, subjects: known?.subjects, tx)
        let replaced = Set(fresh.columns.map(\.code))
        return Snapshot(
            population: due.population, day: due.day, subjects: fresh.subjects,
            columns: (known?.columns.filter { !replaced.contains($0.code) } ?? []) + fresh.columns)
    }

    /// Takes away what is kept no longer: values of metrics, facts of old snapshots, snapshots of days that were only
    /// wanted while they were the newest, or for the newest to be compared with.
    static func purge(_ catalogue: FactCatalogue, today: Day, _ tx: Transaction) throws {
        for metric in try Metrics.all(tx) { try Metrics.purge(metric, today: today, tx) }
        for (months, facts) in Dictionary(grouping: try catalogue.facts(tx), by: \.keptMonths) {
            try tx.execute(
                """
                delete from snapshot_columns where code in \(facts.map(\.code)) and snapshot_id in
                    (select id from snapshots where day <= \(today.adding(months: -months)))
                """)
        }
        for population in Population.allCases {
            let days = try days(population, tx)
            let compared = days.last.map { Population.compared(with: $0) }
            for day in days.dropLast() where !population.isKept(day) {
                if let compared, day >= compared, day.weekday == .sunday { continue }
                try remove(population, day, tx)
            }
            let old = today.adding(months: -historyMonths)
            for day in days where day <= old { try remove(population, day, tx) }
        }
    }
}
