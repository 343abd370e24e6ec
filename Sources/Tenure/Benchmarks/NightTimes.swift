import Foundation
import Kernel
import Retention
import SQL
import Shell
import Showcase

/// How long the night's work takes in a demonstration company of any size: the first night, in which everything is new,
/// and the one after.
public struct NightTimes: Sendable {
    public struct Night: Sendable {
        public let snapshots: Double
        public let signals: Double
        public let scores: Double
        public let facts: Int
        public let begunHits: Int
        public let notices: Int
        public let scored: Int

        public var all: Double { snapshots + signals + scores }

        init(_ times: NightRehearsal.Times) {
            (snapshots, signals, scores) = (times.snapshots, times.signals, times.scores)
            (facts, begunHits, notices, scored) = (times.facts, times.begunHits, times.notices, times.scored)
        }
    }

    public let nights: [Night]
    /// Seconds to make the company and to learn a model; no part of a night.
    public let filling: Double
    public let learning: Double

    private static let facts = 60

    /// - Parameters:
    ///   - rows: about how many rows the model is learned from.
    ///   - report: told what is done now.
    public static func measure(
        people: Int, rows: Int, report: @Sendable (String) -> Void
    ) async throws -> NightTimes {
        try await BenchHouse.with { bench in
            let (house, clock) = (bench.house, ContinuousClock())
            report("a company of \(people)")
            let filling = try await clock.measure {
                try await Showcase.fill(house, people: people, months: 12, seed: 7)
                try await Demonstrating.addAccounts(house)
                try await addMetrics(house)
            }
            report("a model of about \(rows) rows")
            let learning = try await clock.measure { try await NightRehearsal.prepare(house, rows: rows) }
            var nights: [Night] = []
            for place in 1...2 {
                report("night \(place)")
                if place > 1 { bench.sleep() }
                nights.append(Night(try await NightRehearsal.night(house)))
            }
            return NightTimes(nights: nights, filling: filling.benchSeconds, learning: learning.benchSeconds)
        }
    }

    /// More metrics like the first one, until there are so many facts.
    private static func addMetrics(_ house: House) async throws {
        try await house.database.write { tx in
            let catalogue = FactCatalogue(house)
            var place = 0
            while try catalogue.facts(tx).count < facts {
                let id = try tx.newIDs(1).lowerBound
                place += 1
                try tx.execute(
                    """
                    insert into metrics (id, code, name_zh, name_en, unit, grain, purpose_zh, purpose_en, basis,
                        kept_months, audience, better)
                    select \(id), \("bench_\(place)"), \("测试指标\(place)"), \("Metric \(place)"), unit, grain, purpose_zh,
                        purpose_en, basis, kept_months, audience, better from metrics where code = 'training_completion'
                    """)
                try tx.execute(
                    """
                    insert into metric_values (metric_id, day, subject_id, known_on, value)
                    select \(id), day, subject_id, known_on, value from metric_values
                    where metric_id = (select id from metrics where code = 'training_completion')
                        and day > \(house.today.number - 60) order by day, subject_id, known_on
                    """)
            }
        }
    }
}
