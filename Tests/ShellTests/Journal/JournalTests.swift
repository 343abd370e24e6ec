import Kernel
import SQL
import Synchronization
import Testing

@testable import Shell

struct Hired: JournalEntry {
    static let code = "test.hired"
    static let name = Phrase(zh: "入职", en: "Hired")
    let person: ID<Subject>
    var about: ID<Subject>? { person }
}

struct Welcomed: JournalEntry {
    static let code = "test.welcomed"
    static let name = Phrase(zh: "已迎新", en: "Welcomed")
    let person: ID<Subject>
}

struct JournalTests {
    @Test func roomsReactInTheirOrderInsideTheTransaction() async throws {
        let heard = Mutex<[String]>([])
        var lower = Room(name: "Lower")
        lower.reactions = [
            Reaction(to: Hired.self) { hired, tx, house in
                heard.withLock { $0.append("lower") }
                try Journal.leave(Welcomed(person: hired.person), in: tx, house)
            }
        ]
        var upper = Room(name: "Upper")
        upper.reactions = [
            Reaction(to: Welcomed.self) { _, _, _ in heard.withLock { $0.append("welcomed") } },
            Reaction(to: Hired.self) { hired, tx, _ in
                heard.withLock { $0.append("upper") }
                if hired.person == ID(13) { throw Missing() }
            },
        ]
        try await TestHouse.with([lower, upper]) { test in
            let house = test.house
            try await house.database.write { tx in try Journal.leave(Hired(person: ID(5)), in: tx, house) }
            #expect(heard.withLock { $0 } == ["lower", "welcomed", "upper"])
            await #expect(throws: Missing.self) {
                try await house.database.write { tx in try Journal.leave(Hired(person: ID(13)), in: tx, house) }
            }
            let stored = try await house.database.read { tx in
                try tx.rows("select code, about_id, body from journal_entries order by id") { row in
                    "\(try row.value(String.self)) \(try row.value(Int64?.self) ?? 0) \(try row.value(String.self))"
                }
            }
            #expect(stored == ["test.hired 5 {\"person\":5}", "test.welcomed 0 {\"person\":5}"])
        }
    }

    @Test func reactionsInACircleAreAFault() async throws {
        var room = Room(name: "Circle")
        room.reactions = [
            Reaction(to: Hired.self) { hired, tx, house in try Journal.leave(hired, in: tx, house) }
        ]
        try await TestHouse.with([room]) { test in
            let house = test.house
            await #expect(throws: JournalFault.endless("test.hired")) {
                try await house.database.write { tx in try Journal.leave(Hired(person: ID(1)), in: tx, house) }
            }
        }
    }
}
