import Foundation
import Kernel
import Organization
import SQL
import Shell

/// Writes of every kind at the same time, without end. A write that fails is not confirmed and another follows, so the
/// run goes on by itself once the database is back.
struct StormWriters {
    let company: StormCompany

    init(_ company: StormCompany) {
        self.company = company
    }

    func run() async throws {
        let (house, run) = (company.house, company.run)
        let units = try await house.database.read { tx in
            try tx.rows("select unit_id from unit_paths where depth = 1") { row in try row.value(ID<OrgUnit>.self) }
        }
        await withTaskGroup(of: Void.self) { group in
            for writer in 0..<3 {
                group.addTask {
                    for number in 1... {
                        await confirming { try await write("\(run)-\(writer)-\(number)", units) }
                    }
                }
            }
            group.addTask {
                for number in 1... { await confirming { try await bring("\(run)-\(number)") } }
            }
            group.addTask { await work() }
        }
    }

    /// The work of the queue does not end by itself: without it nothing would be proven of jobs.
    private func work() async {
        do {
            try await JobRunner(company.house, workers: 1, pause: .milliseconds(20)).run()
            Storm.say("failed the work of the queue came to an end")
        } catch {
            Storm.say("failed the work of the queue came to an end: \(error)")
        }
        exit(1)
    }

    private func confirming(_ body: () async throws -> String?) async {
        do {
            if let line = try await body() { Storm.say(line) }
        } catch {
            // What happened to it is not known, or nothing was kept.
            try? await Task.sleep(for: .milliseconds(20))
        }
    }

    private func write(_ name: String, _ units: [ID<OrgUnit>]) async throws -> String? {
        let house = company.house
        guard let unit = units.randomElement() else { throw StormCompany.Refused() }
        switch Int.random(in: 0..<10) {
        case 0..<3:
            try await house.database.write { tx in
                let occasion = Occasion.program(house)
                try Hiring.hire(
                    Hiring.Draft(
                        number: "H\(name)", name: "风\(name)", hireDay: occasion.today - 3, post: Post(unit: unit)),
                    occasion, tx)
            }
            return "hire H\(name)"
        case 3..<7:
            let isDone = try await house.database.write { tx in
                let occasion = Occasion.program(house)
                let person = try tx.value(
                    "select person_id from staff where number like 'H%' and unit_id <> \(unit) order by number desc limit 1",
                    as: ID<Person>.self)
                guard let person else { return false }
                try Posts.change(
                    person, to: Post(unit: unit), from: occasion.today, cause: .transfer, replacing: true,
                    reason: "M\(name)", occasion, tx)
                return true
            }
            return isDone ? "move M\(name)" : nil
        case 7..<9:
            try await house.database.write { tx in
                try Inbox.put(
                    InboxNotice(.task, Phrase(verbatim: name), link: "/", key: "N\(name)"), for: .account(ID(1)),
                    in: tx, house)
            }
            return "note N\(name)"
        default:
            try await house.database.write { tx in
                try Jobs.enqueue(StormCompany.steps, "J\(name)", key: "J\(name)", in: tx, house)
            }
            return "job J\(name)"
        }
    }

    /// Two hundred people at once; half of the batches are taken back again, so that the company stays small.
    private func bring(_ name: String) async throws -> String? {
        var sheet = "工号,姓名,部门,入职日期\n"
        for number in 0..<StormCheck.batchSize { sheet += "I\(name)-\(number),雷\(number),风暴公司/第一组,2024-01-01\n" }
        let batch = try await company.bring(sheet, as: "staff", named: "I\(name).csv")
        Storm.say("import I\(name)")
        guard let batch else { return nil }
        try await Importing.undo(batch, house: company.house, viewer: .program([.importData]))
        return "undo I\(name)"
    }
}
