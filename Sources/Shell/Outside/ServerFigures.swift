import Foundation
import Kernel
import SQL

/// What is measured when it is asked for: queue, webhooks, database, memory.
enum ServerFigures {
    static func text(_ house: House) async throws -> String {
        let metrics = house.metrics
        let start = ContinuousClock.now
        let standing = try await house.database.read { tx in try Standing(house, tx) }
        let (seconds, fraction) = start.duration(to: .now).components
        metrics.gauge("tenure_database_read_seconds", "Time the database took for these figures.")
            .set(Double(seconds) + Double(fraction) * 1e-18)
        for state in JobState.allCases {
            metrics.gauge("tenure_jobs", "Background jobs kept, by state.", ["state": state.rawValue])
                .set(Double(standing.jobs[state.rawValue] ?? 0))
        }
        metrics.gauge("tenure_job_delay_seconds", "How long the job that is due has waited; 0 when none is.")
            .set(standing.delay)
        for state in ["waiting", "sent", "dead"] {
            metrics.gauge("tenure_webhook_deliveries", "Webhook deliveries kept, by state.", ["state": state])
                .set(Double(standing.deliveries[state] ?? 0))
        }
        metrics.gauge("tenure_sessions", "Open sessions.").set(Double(standing.sessions))
        metrics.gauge(
            "tenure_build_info", "What runs; always 1.",
            [
                "database": house.database.dialect == .sqlite ? "sqlite" : "postgresql",
                "mode": isDebug ? "debug" : "release",
            ]
        ).set(1)
        if let memory = residentBytes() {
            metrics.gauge("process_resident_memory_bytes", "Resident memory.").set(Double(memory))
        }
        metrics.gauge("process_start_time_seconds", "Start of the process, in seconds since 1970.").set(startedAt)
        return metrics.text
    }

    private struct Standing: Sendable {
        let jobs: [String: Int]
        let deliveries: [String: Int]
        let sessions: Int
        /// Seconds.
        let delay: Double

        init(_ house: House, _ tx: Transaction) throws {
            var counts: [String: [String: Int]] = [:]
            try tx.each(
                """
                select 'jobs', state, count(*) from jobs group by state
                union all select 'deliveries', state, count(*) from webhook_deliveries group by state
                union all select 'sessions', 'open', count(*) from sessions where expires_at > \(house.now)
                """
            ) { row in
                let (what, state) = (try row.value(String.self), try row.value(String.self))
                counts[what, default: [:]][state] = try row.value(Int.self)
            }
            (jobs, deliveries) = (counts["jobs"] ?? [:], counts["deliveries"] ?? [:])
            sessions = counts["sessions"]?["open"] ?? 0
            let due = try tx.value(
                "select min(run_at) from jobs where state = 'waiting'", as: Instant?.self)
            delay = due.flatMap { $0 }.map { max(0, Double($0.distance(to: house.now)) / 1_000) } ?? 0
        }
    }

    /// Taken once, when the first figures are asked for or the house is opened.
    static let startedAt = Date().timeIntervalSince1970

    #if DEBUG
        private static let isDebug = true
    #else
        private static let isDebug = false
    #endif

    /// From `/proc/self/statm`: pages in memory are its second number. proc(5).
    private static func residentBytes() -> Int? {
        guard let data = FileManager.default.contents(atPath: "/proc/self/statm") else { return nil }
        let parts = String(decoding: data, as: UTF8.self).split(separator: " ")
        return parts.count > 1 ? Int(parts[1]).map { $0 * Int(sysconf(Int32(_SC_PAGESIZE))) } : nil
    }
}
