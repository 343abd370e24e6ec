import Kernel
import SQL
import Shell

/// What signals would have said in the weeks before they were first looked for. It is gathered here and written as a
/// whole, so that a run that was killed begins anew. Nobody is told of a past day.
struct SignalPast: Sendable {
    private struct Spell {
        let hit: SignalEvaluation.Hit
        /// The first of the days looked at on which the rule held; what began before them begins with them.
        let day: Day
        var lastValue: Double
        var until: Day?
    }

    /// How many weeks are looked back on.
    static let weeks = 11

    /// A day a week, oldest first, up to a week before the day.
    static func days(before last: Day) -> [Day] { (1...weeks).reversed().map { last - 7 * $0 } }

    private var spells: [Spell] = []
    private var signals: [Signal] = []
    /// Those that are not over, by signal and subject; numbered by their places.
    private(set) var open: [String: [Int64: SignalEvaluation.OpenHit]] = [:]

    /// Takes in the day that follows.
    mutating func take(_ found: SignalEvaluation) {
        signals = found.signals
        for hit in found.ended {
            spells[Int(hit.id)].until = found.day
            open[hit.signal]?[hit.subject] = nil
        }
        for (id, value) in found.moved {
            spells[Int(id)].lastValue = value
            let hit = spells[Int(id)].hit
            open[hit.signal]?[hit.subject] = Self.open(hit, Int(id), value)
        }
        for hit in found.begun {
            open[hit.signal, default: [:]][hit.subject] = Self.open(hit, spells.count, hit.value)
            spells.append(Spell(hit: hit, day: found.day, lastValue: hit.value, until: nil))
        }
    }

    private static func open(
        _ hit: SignalEvaluation.Hit, _ place: Int, _ lastValue: Double
    ) -> SignalEvaluation.OpenHit {
        SignalEvaluation.OpenHit(
            id: Int64(place), signal: hit.signal, version: hit.version, subject: hit.subject, lastValue: lastValue,
            snoozedUntil: nil, isWithdrawn: false)
    }

    /// Keeps the spells.
    /// - Returns: the number of the first; the others follow it in the order of ``open``.
    func write(at now: Instant, _ tx: Transaction) throws -> Int64 {
        try SignalRegister.add(signals.filter { $0.createdAt == nil }, at: now, tx)
        guard !spells.isEmpty else { return 0 }
        let ids = try tx.newIDs(spells.count)
        try tx.insert(
            into: "signal_hits", ["id", "signal", "version", "subject_id", "day", "value", "last_value", "until_day"],
            values: zip(ids, spells).flatMap { id, spell -> [SQLValue] in
                [
                    id.sqlValue, spell.hit.signal.sqlValue, spell.hit.version.sqlValue, spell.hit.subject.sqlValue,
                    spell.day.sqlValue, spell.hit.value.sqlValue, spell.lastValue.sqlValue, spell.until.sqlValue,
                ]
            })
        return ids.lowerBound
    }
}
