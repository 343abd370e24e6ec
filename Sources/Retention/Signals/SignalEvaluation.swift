import Kernel
import SQL
import Shell

/// What the rules say of one day, beside what they said before: which spells begin, go on and end.
struct SignalEvaluation: Sendable {
    struct Hit: Sendable, Hashable {
        let signal: String
        let version: Int
        let subject: Int64
        let value: Double
        /// The same spell under an earlier version: nobody is alerted again, and a snooze stays.
        var snoozedUntil: Day?
        var isContinued = false
    }

    struct OpenHit: Sendable {
        var id: Int64
        let signal: String
        let version: Int
        let subject: Int64
        let lastValue: Double
        let snoozedUntil: Day?
        /// Taken back after a contest: it says nothing until the rule itself no longer holds.
        let isWithdrawn: Bool
    }

    let day: Day
    /// Those in force over a fact that exists.
    let signals: [Signal]
    private(set) var begun: [Hit] = []
    /// Spells that go on with another value.
    private(set) var moved: [(id: Int64, value: Double)] = []
    private(set) var ended: [OpenHit] = []
    /// Spells that go on, whatever their value.
    private(set) var ongoing: [OpenHit] = []
    /// Signals whose fact could not be had: their spells stay as they are.
    private(set) var unread: [String] = []

    /// Judges a day. Reads only.
    /// - Parameter before: the spells open so far, by signal and subject, where they are not written yet.
    init(
        _ day: Day, after before: [String: [Int64: OpenHit]]? = nil, _ house: House, _ tx: Transaction
    ) throws {
        let facts = try SignalRegister.facts(house, tx)
        let all = try SignalRegister.current(facts, tx)
        self.day = day
        signals = all.filter { $0.isActive && facts[$0.fact] != nil }
        var open = try before ?? Self.open(tx)
        let state = try SignalDay(day, facts, codes: Set(signals.map(\.fact)), tx)
        for signal in signals {
            let before = open.removeValue(forKey: signal.code) ?? [:]
            let rule = signal.rule.fitted(to: facts[signal.fact]?.grain)
            guard let values = try state.values(of: signal.fact, tx),
                let past = try state.past(of: signal.fact, rule, tx)
            else {
                unread.append(signal.code)
                ongoing += before.values
                continue
            }
            judge(signal, rule, state.subjects, values, past, before)
        }
        // A fact that is not published for the moment ends nothing; a signal out of use does.
        let waiting = Set(all.filter { $0.isActive && facts[$0.fact] == nil }.map(\.code))
        for (code, hits) in open {
            if waiting.contains(code) { ongoing += hits.values } else { ended += hits.values }
        }
        begun.sort { ($0.signal, $0.subject) < ($1.signal, $1.subject) }
        ended.sort { $0.id < $1.id }
    }

    private mutating func judge(
        _ signal: Signal, _ rule: SignalRule, _ subjects: [Int64], _ values: [Float], _ past: [[Float]],
        _ before: [Int64: OpenHit]
    ) {
        var left = before
        var row = [Float](repeating: .nan, count: past.count + 1)
        for (place, subject) in subjects.enumerated() where values[place].isFinite {
            row[0] = values[place]
            for (back, column) in past.enumerated() { row[back + 1] = column[place] }
            guard rule.holds(row) else { continue }
            let value = Double(values[place])
            guard let known = left[subject] else {
                begun.append(Hit(signal: signal.code, version: signal.version, subject: subject, value: value))
                continue
            }
            if known.version == signal.version || known.isWithdrawn {
                left[subject] = nil
                ongoing.append(known)
                if known.lastValue != value { moved.append((known.id, value)) }
            } else {
                begun.append(
                    Hit(
                        signal: signal.code, version: signal.version, subject: subject, value: value,
                        snoozedUntil: known.snoozedUntil, isContinued: true))
            }
        }
        ended += left.values
    }

    private static func open(_ tx: Transaction) throws -> [String: [Int64: OpenHit]] {
        var found: [String: [Int64: OpenHit]] = [:]
        try tx.each(
            """
            select id, signal, version, subject_id, last_value, snoozed_until, is_withdrawn from signal_hits
            where until_day is null
            """
        ) { row in
            let hit = OpenHit(
                id: try row.value(), signal: try row.value(), version: try row.value(), subject: try row.value(),
                lastValue: try row.value(), snoozedUntil: try row.value(), isWithdrawn: try row.value())
            found[hit.signal, default: [:]][hit.subject] = hit
        }
        return found
    }
}

extension SignalEvaluation {
    /// The same, of spells that were written since and got their numbers in a row.
    func numbered(from first: Int64) -> SignalEvaluation {
        var found = self
        for place in moved.indices { found.moved[place].id += first }
        for place in ended.indices { found.ended[place].id += first }
        for place in ongoing.indices { found.ongoing[place].id += first }
        return found
    }

    /// Writes what changed. Done twice, it ends as if it was done once.
    /// - Parameter isFirst: nobody was told of what goes on either.
    func apply(isFirst: Bool = false, _ house: House, _ tx: Transaction) throws {
        // Versions that hits name are kept from then on, those of unchanged defaults too.
        try SignalRegister.add(signals.filter { $0.createdAt == nil }, at: house.now, tx)
        for start in stride(from: 0, to: ended.count, by: 500) {
            let ids = ended[start..<min(start + 500, ended.count)].map(\.id)
            try tx.execute("update signal_hits set until_day = \(day) where id in \(ids) and until_day is null")
        }
        try move(tx)
        let ids = begun.isEmpty ? 0..<0 : try tx.newIDs(begun.count)
        try tx.insert(
            into: "signal_hits",
            [
                "id", "signal", "version", "subject_id", "day", "value", "last_value", "snoozed_until",
            ],
            values: zip(ids, begun).flatMap { id, hit -> [SQLValue] in
                [
                    id.sqlValue, hit.signal.sqlValue, hit.version.sqlValue, hit.subject.sqlValue, day.sqlValue,
                    hit.value.sqlValue, hit.value.sqlValue, hit.snoozedUntil.sqlValue,
                ]
            }, ending: "on conflict (signal, subject_id) where until_day is null do nothing")
        try SignalAlerts.send(after: self, isFirst: isFirst, house, tx)
        // Snoozes that are over have woken their alerts by now.
        try tx.execute(
            "update signal_hits set snoozed_until = null where snoozed_until <= \(day) and until_day is null")
    }

    /// New values of spells that go on, many with one statement.
    private func move(_ tx: Transaction) throws {
        for start in stride(from: 0, to: moved.count, by: 200) {
            let some = moved[start..<min(start + 200, moved.count)]
            var cases: Query = "case id"
            for (id, value) in some { cases += " when \(id) then \(value)" }
            try tx.execute("update signal_hits set last_value = \(cases) end where id in \(some.map(\.id))")
        }
    }

    /// Hits of the past are removed when their time is over, as the version that found them says.
    static func forget(before today: Day, _ tx: Transaction) throws {
        let times = try tx.rows("select distinct kept_months from signal_versions") { row in try row.value(Int.self) }
        for months in times {
            try tx.execute(
                """
                delete from signal_hits where until_day < \(today.adding(months: -months)) and exists (
                    select 1 from signal_versions v where v.signal = signal_hits.signal
                        and v.version = signal_hits.version and v.kept_months = \(months))
                """)
        }
    }
}
