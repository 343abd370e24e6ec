import Kernel
import Organization
import SQL
import Shell

/// Takes what snapshots are missing, every night.
///
/// A day is measured on a reading snapshot of the database and kept in one short write, so nobody waits for it. Every
/// kept day counts as done: a run that was killed goes on with the next missing one.
///
/// Cost, estimated for 100,000 people with 20 facts of the organization and 40 of metrics on SQLite: 5 to 8 s for the
/// organization, half a second a metric of eight weekly values, under a second and 8 MB for keeping a day.
enum SnapshotJob {
    static let code = "retention.snapshots"

    private static let attempts = 6

    static let job = JobKind(
        code, Phrase(zh: "生成人员数据快照", en: "Take snapshots of facts"), every: .daily(2, 10), attempts: attempts
    ) { run, house in
        try await NightPlan.go(run, house, attempts: attempts) {
            try await take(run, house)
        } then: { plan, tx in
            try plan.signals(after: run, in: tx, house)
        }
    }

    private static func take(_ run: JobRun, _ house: House) async throws {
        let catalogue = FactCatalogue(house)
        // The day must be over: today still brings facts.
        let (today, last) = (house.today, house.today - 1)
        // What follows looks people up in the staff list of today.
        try await run.write { tx in try StaffProjection.roll(to: today, tx) }
        let due = try await house.database.read { tx in try Snapshots.due(catalogue, through: last, tx) }
        // Everybody of a day, whom those on probation are some of.
        var everybody: Snapshot?
        for (place, one) in due.enumerated() {
            let share = Double(place) / Double(due.count)
            try await run.report(share, words(one))
            let known = everybody?.day == one.day && one.codes == nil ? everybody : nil
            let snapshot = try await house.database.read { tx in
                if let known { return known.narrowed(to: one.population, try one.population.subjects(on: one.day, tx)) }
                return try Snapshots.measure(one, catalogue, tx)
            }
            if one.population == .employees, one.codes == nil { everybody = snapshot }
            let now = house.now
            try await run.write(share: share, step: words(one)) { tx in
                try Snapshots.store(snapshot, at: now, tx)
            }
        }
        // One after the other: a week of a large company is a million values.
        for metric in try await house.database.read({ tx in try Metrics.all(tx) }) {
            try await run.write { tx in try Metrics.purge(metric, today: last, tx) }
        }
        try await run.write { tx in try Snapshots.purge(catalogue, today: last, tx) }
    }

    private static func words(_ due: DueSnapshot) -> Phrase {
        Phrase(
            zh: "\(due.population.name.zh) \(due.day)", en: "\(due.population.name.en) on \(due.day)")
    }
}
