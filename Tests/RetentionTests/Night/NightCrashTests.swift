import Kernel
import SQL
import Testing

@testable import Organization
@testable import Retention
@testable import Shell

/// A process dies in the middle of the night's jobs, at any moment: what it had written in whole transactions stays, its
/// lease runs out, and the next process goes on. The last good model and its scores hold until there are better ones.
@Suite(.serialized)
struct NightCrashTests {
    /// Does everything that is due in processes that die.
    /// - Parameters:
    ///   - deaths: how many of them die before one is let through.
    ///   - look: what has to hold after each.
    @discardableResult
    private func live(
        _ company: Company, deaths: Int, seed: UInt64, _ look: @escaping @Sendable (Transaction) throws -> Void
    ) async throws -> Int {
        let house = company.house
        var (random, died) = (SplitMix(seed), 0)
        while true {
            try await house.database.write { tx in
                // Whoever died is not heard of any more; and a test dies more often than a server may.
                try tx.execute("update jobs set lease_until = 0, attempts = 0 where state = 'running'")
                try JobQueue.reclaim(house, tx)
            }
            guard let run = try await house.database.write({ tx in try JobQueue.claim(house, tx) }) else { return died }
            let kind = try #require(house.jobs.first { $0.code == run.kind })
            let work = Task { try await kind.run(run, house) }
            let after = 2 + random.below(died.isMultiple(of: 3) ? 400 : 40)
            let fuse =
                died < deaths
                ? Task {
                    try? await Task.sleep(for: .milliseconds(after))
                    work.cancel()
                } : nil
            do {
                try await work.value
                fuse?.cancel()
                // Some die between their last step and its end.
                if died < deaths, random.unit() < 0.3 { throw CancellationError() }
                _ = try await house.database.write { tx in try JobQueue.end(run, .done, tx) }
            } catch is CancellationError {
                died += 1
            }
            try await house.database.read { tx in try look(tx) }
        }
    }

    @Test("Snapshots of the past are taken once each, whoever dies", arguments: [1, 2] as [UInt64])
    func snapshots(seed: UInt64) async throws {
        try await Population.with { company in
            try await company.staff(40, seed: seed)
            try await company.metric("sales")
            let (house, catalogue, last) = (company.house, FactCatalogue(company.house), company.today - 1)
            try await company.database.write { tx in _ = try NightPlan().begin(in: tx, house) }
            try await live(company, deaths: 12, seed: seed) { tx in
                // A day is there with all its facts or not at all.
                let count = try catalogue.facts(tx).count
                let halves = try tx.value(
                    """
                    select count(*) from snapshots s where s.day >= \(last.adding(months: -20)) and \(count) <>
                        (select count(*) from snapshot_columns c where c.snapshot_id = s.id)
                    """, as: Int.self)
                #expect(halves == 0)
            }
            try await company.database.read { tx throws in
                #expect(try Snapshots.due(catalogue, through: last, tx) == [])
                #expect(
                    try tx.value("select count(*) from jobs where state <> 'done'", as: Int.self) == 0)
            }
        }
    }

    @Test("Learning and scoring leave the last good model and its scores until new ones are whole")
    func learning() async throws {
        try await RiskPagesTests().prepared(.sqlite) { company, _ in
            let house = company.house
            let employees = RiskJobs.Payload(programme: "employees")
            func queue(_ kind: JobKind) async throws {
                try await company.database.write { tx in
                    _ = try Jobs.enqueue(kind, employees, key: kind.code, in: tx, house)
                }
            }
            // The very first model: nothing half is ever in force.
            try await queue(RiskJobs.training)
            try await live(company, deaths: 4, seed: 3) { tx in try Self.isWhole(tx) }
            let first = try await company.database.read { tx in try RiskProgramme.named("employees", tx) }
            let (model, run) = (try #require(first.model), try #require(first.run))
            let scores = try await Self.scores(company)
            // A later one waits for a person; until then nothing changes.
            try await queue(RiskJobs.training)
            try await live(company, deaths: 4, seed: 4) { tx in
                try Self.isWhole(tx)
                let now = try RiskProgramme.named("employees", tx)
                #expect(now.model == model && now.run == run)
            }
            #expect(try await Self.scores(company) == scores)
            let models = try await company.database.read { tx in try RiskModels.lines(of: "employees", tx) }
            #expect(models.filter(\.isInForce).map(\.id) == [model] && models.count >= 2)
            // Scoring again: the list is that of one run at any moment, and the same people come out.
            try await queue(RiskJobs.scoring)
            try await live(company, deaths: 6, seed: 5) { tx in try Self.isWhole(tx) }
            #expect(try await Self.scores(company).keys.sorted() == scores.keys.sorted())
            try await company.database.read { tx throws in
                #expect(try RiskProgramme.named("employees", tx).run != run)
                #expect(try tx.value("select count(distinct run_id) from risk_scores", as: Int.self) == 1)
                #expect(try tx.value("select count(*) from risk_runs where is_complete = 0", as: Int.self) == 0)
                #expect(try tx.value("select count(*) from jobs where state <> 'done'", as: Int.self) == 0)
                #expect(try Audit.verify(tx).fault == nil)
            }
        }
    }

    /// The run that counts is complete and lists everybody it counted; the model in force can be read.
    private static func isWhole(_ tx: Transaction) throws {
        for programme in try RiskProgramme.all(tx) {
            if let model = programme.model { _ = try RiskModels.scoring(model, programme, tx) }
            guard let run = programme.run else { continue }
            let line = try #require(try RiskRuns.line(run, tx))
            #expect(try tx.value("select is_complete from risk_runs where id = \(run)", as: Bool.self) == true)
            let listed = try tx.value("select count(*) from risk_scores where run_id = \(run)", as: Int.self)
            #expect(listed == line.people)
        }
    }

    private static func scores(_ company: Company) async throws -> [Int64: Double] {
        try await company.database.read { tx throws in
            var found: [Int64: Double] = [:]
            try tx.each(
                """
                select s.subject_id, s.probability from risk_scores s join risk_programmes p on p.run_id = s.run_id
                where s.probability is not null
                """
            ) { row in found[try row.value()] = try row.value(Double.self) }
            return found
        }
    }
}
