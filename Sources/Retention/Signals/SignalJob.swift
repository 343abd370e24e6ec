import Kernel
import SQL
import Shell

/// Over the day that is over, after its snapshots.
///
/// With the first learning of a company it looks over the weeks before as well, so that people's records do not begin
/// with that night. Cost, for 100,000 people on SQLite: some seconds a week looked back on, in short readings.
enum SignalJob {
    private static let attempts = 6

    static let job = JobKind(
        "retention.signals", Phrase(zh: "检查预警信号", en: "Look for signals"), attempts: attempts
    ) { run, house in
        try await NightPlan.go(run, house, attempts: attempts) {
            try await look(run, house, learns: NightPlan(of: run).learns == true)
        } then: { plan, tx in
            try plan.scores(after: run, in: tx, house)
        }
    }

    private static func look(_ run: JobRun, _ house: House, learns: Bool) async throws {
        let today = house.today
        let past = try await learns ? lookBack(from: today - 1, run, house) : nil
        let found = try await house.database.read { tx in
            try SignalEvaluation(today - 1, after: past?.open, house, tx)
        }
        try await run.write(share: 0.9, step: Phrase(zh: "保存触发记录", en: "Keeping what was found")) { tx in
            if let past {
                try found.numbered(from: past.write(at: house.now, tx)).apply(isFirst: true, house, tx)
            } else {
                try found.apply(house, tx)
            }
            try SignalEvaluation.forget(before: today, tx)
            try Contests.remind(house, tx)
        }
    }

    /// The weeks before a day; nil when signals were looked for before.
    private static func lookBack(from last: Day, _ run: JobRun, _ house: House) async throws -> SignalPast? {
        let isFirst = try await house.database.read { tx in
            try tx.value("select 1 from signal_hits limit 1", as: Int.self) == nil
        }
        guard isFirst else { return nil }
        var past = SignalPast()
        let days = SignalPast.days(before: last)
        for (place, day) in days.enumerated() {
            try await run.report(
                0.9 * Double(place) / Double(days.count), Phrase(zh: "检查 \(day)", en: "Looking at \(day)"))
            let open = past.open
            past.take(
                try await house.database.read { tx in try SignalEvaluation(day, after: open, house, tx) })
        }
        return past
    }
}
