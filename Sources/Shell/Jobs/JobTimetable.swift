import Foundation
import Kernel
import SQL

/// Puts periodic jobs into the queue when their time has come: each moment of a timetable once. When the server was
/// away for several, the last of them is made up for.
enum JobTimetable {
    static func isDue(_ house: House, _ tx: Transaction) throws -> Bool {
        let known = try standings(tx)
        return house.jobs.contains { kind in
            guard let schedule = kind.every else { return false }
            guard let standing = known[kind.code], standing.rule == rule(schedule, house) else { return true }
            return standing.next <= house.now || standing.isFromTheFuture(at: house.now)
        }
    }

    static func plan(_ house: House, _ tx: Transaction) throws {
        let now = house.now
        let known = try standings(tx)
        var changed: [SQLValue] = []
        for kind in house.jobs {
            guard let schedule = kind.every else { continue }
            let rule = rule(schedule, house)
            var next = schedule.next(after: now, in: house.timeZone)
            var last = known[kind.code]?.last
            if let standing = known[kind.code], standing.rule == rule, !standing.isFromTheFuture(at: now) {
                guard standing.next <= now else { continue }
                let slot = schedule.last(until: now, in: house.timeZone)
                try enqueue(kind, slot, house, tx)
                last = slot
            } else if known[kind.code]?.rule == rule {
                last = nil
            }
            if let last, next <= last { next = schedule.next(after: last, in: house.timeZone) }
            changed += [kind.code.sqlValue, next.sqlValue, last.sqlValue, rule.sqlValue]
        }
        try tx.insert(
            into: "job_timetable", ["kind", "next_at", "last_slot", "rule"], values: changed,
            ending: """
                on conflict (kind) do update set next_at = excluded.next_at, last_slot = excluded.last_slot,
                    rule = excluded.rule
                """)
    }

    private static func enqueue(_ kind: JobKind, _ slot: Instant, _ house: House, _ tx: Transaction) throws {
        let key = kind.timetableKey
        let now = house.now
        let id: ID<Job> = try tx.newID()
        // One that still waits does for this moment too.
        try tx.execute(
            """
            insert into jobs (id, kind, key, slot, payload, state, run_at, created_at)
            select \(id), \(kind.code), \(key), \(slot), '{}', 'waiting', \(slot), \(now)
            where not exists (select 1 from jobs where key = \(key) and state = 'waiting')
            on conflict do nothing
            """)
    }

    private struct Standing {
        let next: Instant
        let last: Instant?
        let rule: String

        /// The clock was more than a day ahead when the last moment came up, and has been put right since.
        func isFromTheFuture(at now: Instant) -> Bool {
            last.map { now.distance(to: $0) > 86_400_000 } ?? false
        }
    }

    private static func standings(_ tx: Transaction) throws -> [String: Standing] {
        var standings: [String: Standing] = [:]
        try tx.each("select kind, next_at, last_slot, rule from job_timetable") { row in
            standings[try row.value()] = Standing(next: try row.value(), last: try row.value(), rule: try row.value())
        }
        return standings
    }

    private static func rule(_ schedule: Schedule, _ house: House) -> String {
        "\(schedule.name.en), \(house.timeZone.identifier)"
    }
}
