import Kernel
import SQL
import Testing

@testable import Shell

struct SensitiveReadTests {
    static let seen = AuditAction("people.identity.read", Phrase(zh: "查看身份证号", en: "See identity number"))

    @Test func readsAreWrittenTogetherAndOncePerRecord() async throws {
        try await TestHouse.with { test in
            let house = test.house
            let before = house.database.generation
            let records = (1...40).map {
                AuditRead(AuditRecord(AuditChainTests.person, ID<Subject>($0)), about: ID($0))
            }
            let actor = Actor(account: ID(7), name: "李敏", address: "10.0.0.8")
            for _ in 0..<5 { Audit.noteRead(Self.seen, of: records, by: actor, house) }
            Audit.noteRead(
                Self.seen, of: [records[0]], by: Actor(account: ID(8), name: "王芳", address: "10.0.0.9"), house)
            await Audit.writeReads(house)
            #expect(house.database.generation == before + 1)
            let counts = try await house.database.read { tx in
                try tx.rows("select actor, count(*) from audit_entries group by actor order by actor") { row in
                    "\(try row.value(String.self)) \(try row.value(Int.self))"
                }
            }
            #expect(counts == ["李敏 40", "王芳 1"])
            #expect(try await house.database.read { tx in try Audit.verify(tx) }.isGood)
        }
    }
}
