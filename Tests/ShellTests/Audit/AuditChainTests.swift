import Foundation
import Kernel
import SQL
import Testing

@testable import Shell

struct AuditChainTests {
    static let moved = AuditAction("people.move", Phrase(zh: "调动", en: "Move"))
    static let person = AuditRecordKind("person", Phrase(zh: "员工", en: "Person"), path: "/people/")

    static func entry(_ number: Int64) -> AuditEntry {
        AuditEntry(
            moved, of: AuditRecord(person, ID<Subject>(number)), about: ID(number),
            changes: [
                FieldChange("unit", Phrase(zh: "部门", en: "Unit"), before: "销售一部", after: "销售\(number)部"),
                FieldChange("pay", Phrase(zh: "工资", en: "Pay"), .pay, before: nil, after: "8,000.00"),
            ], reason: number.isMultiple(of: 3) ? "组织调整" : nil)
    }

    static func fill(_ house: House, _ count: Int) async throws {
        let actor = Actor(account: ID(7), name: "李敏", address: "10.0.0.8")
        var left = count
        while left > 0 {
            let size = min(left, 1 + left % 4)
            let start = Int64(count - left)
            try await house.database.write { tx in
                try Audit.record((0..<size).map { entry(start + Int64($0) + 1) }, by: actor, house, in: tx)
            }
            left -= size
        }
    }

    @Test func whatWasDoneComesBackAndTheChainHolds() async throws {
        try await TestHouse.with { test in
            let house = test.house
            try await Self.fill(house, 20)
            let result = try await house.database.read { tx in try Audit.verify(tx) }
            #expect(result.isGood && result.entries == 20)
            let link = try await house.database.read { tx in
                try tx.first("select \(AuditLink.selection) from audit_entries where number = 3") { row in
                    try AuditLink(&row)
                }
            }
            let third = try #require(link)
            #expect(third.actor == "李敏" && third.address == "10.0.0.8" && third.record == 3 && third.reason == "组织调整")
            #expect(try third.changes(openedBy: house.sealing) == Self.entry(3).changes)
        }
    }

    @Test func whatIsRolledBackLeavesNoTrace() async throws {
        try await TestHouse.with { test in
            let house = test.house
            try await Self.fill(house, 3)
            await #expect(throws: Missing.self) {
                try await house.database.write { tx in
                    try Audit.record([Self.entry(9)], by: .program, house, in: tx)
                    throw Missing()
                }
            }
            try await Self.fill(house, 2)
            #expect(try await house.database.read { tx in try Audit.verify(tx) }.entries == 5)
        }
    }

    @Test func writersAtTheSameTimeShareOneChain() async throws {
        try await TestHouse.with { test in
            let house = test.house
            // Without a pause: on PostgreSQL every one of them loses races, and none may lose ten in a row.
            let (writers, steps) = (8, 200)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 0..<writers {
                    group.addTask {
                        for step in 0..<steps {
                            try await house.database.write { tx in
                                try Audit.record(
                                    [Self.entry(Int64(writer * 1_000 + step))], by: .program, house, in: tx)
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            let result = try await house.database.read { tx in try Audit.verify(tx) }
            #expect(result.isGood && result.entries == Int64(writers * steps))
        }
    }

    @Test func valuesAreSealed() async throws {
        let sealing = Sealing(
            seal: { plain, column, record in Array("\(column) \(record) ".utf8) + plain.utf8.map { $0 ^ 0x5a } },
            open: { sealed, column, record in
                let head = Array("\(column) \(record) ".utf8)
                guard sealed.starts(with: head) else { throw Missing() }
                return String(decoding: sealed.dropFirst(head.count).map { $0 ^ 0x5a }, as: UTF8.self)
            })
        try await TestHouse.with(sealing: sealing) { test in
            let house = test.house
            try await Self.fill(house, 2)
            let found = try await house.database.read { tx in
                try tx.rows("select \(AuditLink.selection) from audit_entries order by number") { try AuditLink(&$0) }
            }
            for link in found {
                let bytes = try #require(link.changes)
                #expect(!String(decoding: bytes, as: UTF8.self).contains("销售"))
                #expect(try link.changes(openedBy: sealing) == Self.entry(link.number).changes)
            }
        }
    }

    @Test func expiredEntriesGoAndTheRestStillHolds() async throws {
        try await TestHouse.with { test in
            let house = test.house
            try await Self.fill(house, 6)
            test.clock.advance(minutes: 60 * 24 * 100)
            try await Self.fill(house, 4)
            test.clock.advance(minutes: 60 * 24 * 120)
            // Asking for less than the law allows keeps six months all the same.
            let gone = try await house.database.write { tx in
                try AuditRetention.remove(keepingMonths: 1, house, in: tx)
            }
            #expect(gone == 6)
            let result = try await house.database.read { tx in try Audit.verify(tx) }
            #expect(result.isGood && result.entries == 5)
            // Taking more from the start and moving the start is not a removal the log knows of.
            await #expect(throws: Found.self) {
                try await house.database.write { tx in
                    try tx.execute(
                        """
                        update audit_head set removed = 8, removed_hash = (select hash from audit_entries where number = 8)
                        """)
                    try tx.execute("delete from audit_entries where number <= 8")
                    let fault = try Audit.verify(tx).fault
                    #expect(fault == .missing(7))
                    throw Found(fault: fault)
                }
            }
        }
    }

    struct Found: Error {
        let fault: AuditFault?
    }

    enum Tampering: CaseIterable {
        case field, removal, tail, swap, addition, head, rewrite
    }

    /// Whatever is done to the rows behind the log's back, the first broken link is named.
    @Test func tamperingIsFoundWhereItIs() async throws {
        try await TestHouse.with { test in
            let house = test.house
            let count: Int64 = 60
            try await Self.fill(house, Int(count))
            var dice = Dice(20_261_123)
            for trial in 0..<210 {
                let tampering = Tampering.allCases[trial % Tampering.allCases.count]
                let place = Int64.random(in: 1...count, using: &dice)
                let other = Int64.random(in: 1...count, using: &dice)
                let column = Int.random(in: 0..<Self.edits.count, using: &dice)
                let found = await #expect(throws: Found.self) {
                    try await house.database.write { tx in
                        let mark = try tx.first("select number, hash from audit_entries where number = \(count)") {
                            AuditMark(number: try $0.value(), hash: try $0.value())
                        }
                        try Self.tamper(tampering, place, other, column, count, tx)
                        throw Found(fault: try Audit.verify(tx, since: tampering == .rewrite ? mark : nil).fault)
                    }
                }
                let (low, high) = (min(place, other), max(place, other))
                let expected: AuditFault =
                    switch tampering {
                    case .field: .altered(place)
                    case .removal, .tail: .missing(place)
                    case .swap: low == high ? .altered(low) : .altered(low)
                    case .addition: .foreign(count + 1)
                    case .head, .rewrite: .altered(count)
                    }
                #expect(found?.fault == expected, "\(tampering) at \(place), \(other)")
            }
        }
    }

    static let edits: [Query] = [
        "at = at + 1", "account_id = account_id + 1", "actor = 'nobody'", "address = ''", "action = 'people.look'",
        "record_kind = 'unit'", "record_id = coalesce(record_id, 0) + 1", "about_id = null",
        "reason = coalesce(reason, '') || '.'", "changes = null",
    ]

    static func tamper(
        _ tampering: Tampering, _ place: Int64, _ other: Int64, _ column: Int, _ count: Int64, _ tx: Transaction
    ) throws {
        switch tampering {
        case .field: try tx.execute("update audit_entries set \(edits[column]) where number = \(place)")
        case .removal: try tx.execute("delete from audit_entries where number = \(place)")
        case .tail: try tx.execute("delete from audit_entries where number >= \(place)")
        case .swap:
            guard place != other else {
                try tx.execute("update audit_entries set actor = 'x' where number = \(place)")
                return
            }
            try tx.execute("update audit_entries set number = 0 where number = \(place)")
            try tx.execute("update audit_entries set number = \(place) where number = \(other)")
            try tx.execute("update audit_entries set number = \(other) where number = 0")
        case .addition:
            try tx.execute(
                """
                insert into audit_entries (number, at, account_id, actor, address, action, record_kind, hash)
                select \(count + 1), at, account_id, actor, address, action, record_kind, hash from audit_entries
                where number = \(place)
                """)
        case .head:
            try tx.execute(
                "update audit_head set hash = (select hash from audit_entries where number = \(count - 1))")
        case .rewrite:
            // Someone who knows the code computes the whole chain anew; only a mark noted down elsewhere tells.
            try tx.execute("update audit_entries set actor = 'nobody' where number = \(place)")
            let links = try tx.rows("select \(AuditLink.selection) from audit_entries order by number") {
                try AuditLink(&$0)
            }
            var hash = AuditLink.genesis
            for link in links {
                hash = link.hash(after: hash)
                try tx.execute("update audit_entries set hash = \(hash) where number = \(link.number)")
            }
            try tx.execute("update audit_head set hash = \(hash)")
            #expect(try Audit.verify(tx).isGood)
        }
    }

    @Test func marksReadBack() throws {
        let mark = AuditMark(number: 12, hash: Array(0..<32))
        #expect(AuditMark(mark.description) == mark)
        for text in [
            "", "12", "12:ab", "x:" + String(repeating: "a", count: 64), "1:" + String(repeating: "g", count: 64),
        ] {
            #expect(AuditMark(text) == nil)
        }
    }
}
