import ArgumentParser
import Foundation
import Tenure

/// Rows of metrics from a sheet to the last index, checked and committed as the wizard does it.
struct FactsBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "facts", abstract: "Import made-up values of metrics into a database of its own.")

    @Option(help: "Rows of the sheet.") var rows = 1_000_000
    @Option(help: "Where the sheet is kept for others to read.") var sheet: String?

    func run() async throws {
        let times = try await FactTimes.measure(rows: rows, sheet: sheet)
        print(
            """
            {"rows": \(times.rows), "first": \(times.first), "again": \(times.again), "bare_insert": \(times.bare), \
            "ratio": \(times.first / times.bare), "goal": 15, "peak_mb": \(PhaseClock.peakMegabytes)}
            """)
    }
}

/// The night's jobs in a demonstration company, job by job.
struct NightBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "night", abstract: "Take snapshots, look for signals, score and alert, in a database of its own.")

    @Option(help: "People of the company.") var people = 100_000
    @Option(help: "Rows the model is learned from beforehand.") var rows = 12_000

    func run() async throws {
        let times = try await NightTimes.measure(people: people, rows: rows) { step in
            FileHandle.standardError.write(Data((step + "\n").utf8))
        }
        print("prepared: company \(shown(times.filling)) s, model \(shown(times.learning)) s")
        for (place, night) in times.nights.enumerated() {
            print(
                """
                night \(place + 1): \(shown(night.all)) s (goal 60) = snapshots \(shown(night.snapshots)) s \
                (\(night.facts) facts) + signals and alerts \(shown(night.signals)) s (\(night.begunHits) new) \
                + scores and alerts \(shown(night.scores)) s (\(night.scored) people); \(night.notices) notices
                """)
        }
        print("peak \(Int(PhaseClock.peakMegabytes)) MB")
    }

    private func shown(_ seconds: Double) -> String { String(format: "%.1f", seconds) }
}

/// A made-up population in memory, scored and explained.
struct ScoresBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scores", abstract: "Score a made-up population into tiers and explain its upper fifth.")

    @Option(help: "People who are scored.") var subjects = 1_000_000
    @Option(help: "Facts about each.") var facts = 30
    @Option(help: "People the model is learned from.") var rows = 20_000

    func run() throws {
        let times = try ScoreTimes.measure(subjects: subjects, facts: facts, rows: rows)
        print(
            """
            {"subjects": \(subjects), "facts": \(facts), "model": "\(times.kind)", "tiers": \(times.tiers), \
            "tiers_goal": 3, "reasons": \(times.reasons), "reasons_goal": 30, "explained": \(times.explained), \
            "peak_mb": \(PhaseClock.peakMegabytes)}
            """)
    }
}
