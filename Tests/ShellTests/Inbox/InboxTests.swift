import Foundation
import Kernel
import SQL
import Testing

@testable import Shell

struct InboxTests {
    static func notice(_ kind: InboxNotice.Kind, key: String?, title: String = "合同即将到期") -> InboxNotice {
        InboxNotice(
            kind, Phrase(zh: title, en: "Contract ends"), link: "/people/1", due: Day(year: 2026, month: 1, day: 5),
            key: key)
    }

    @Test func whatIsPutForAPersonIsFoundByTheirAccount() async throws {
        try await TestHouse.with { test in
            let house = test.house
            let viewer = Viewer(account: ID(3), subject: ID(8), name: "王芳", grants: [])
            try await house.database.write { tx in
                try Inbox.put(Self.notice(.approval, key: "leave 1"), for: .subject(ID(8)), in: tx, house)
                try Inbox.put(Self.notice(.task, key: nil), for: .account(ID(3)), in: tx, house)
                try Inbox.put(Self.notice(.alert, key: nil), for: [.account(ID(3)), .subject(ID(9))], in: tx, house)
            }
            let counts = try await house.inboxCounter.counts(of: viewer, house)
            #expect(counts == InboxCounts(approvals: 1, tasks: 1, unread: 1))
            try await house.database.write { tx in try Inbox.settle("leave 1", in: tx, house) }
            #expect(try await house.inboxCounter.counts(of: viewer, house).total == 2)
        }
    }

    /// Any order of putting and settling leaves at most one open notice per key and person, with the last words.
    @Test(arguments: 1...4) func oneOpenNoticePerKey(_ seed: UInt64) async throws {
        try await TestHouse.with { test in
            let house = test.house
            var dice = Dice(seed)
            var expected: [String: String] = [:]
            for step in 0..<120 {
                let owner = Int64.random(in: 1...4, using: &dice)
                let key = "contract \(Int.random(in: 1...3, using: &dice))"
                if Int.random(in: 0..<4, using: &dice) == 0 {
                    try await house.database.write { tx in
                        try Inbox.settle(key, for: .subject(ID(owner)), in: tx, house)
                    }
                    expected["\(owner) \(key)"] = nil
                } else {
                    // Several of one key in one call count as one, too.
                    let notices = (0..<2).map { part in
                        (InboxOwner.subject(ID(owner)), Self.notice(.reminder, key: key, title: "\(step)-\(part)"))
                    }
                    try await house.database.write { tx in
                        try Inbox.put(notices.map { (owner: $0.0, notice: $0.1) }, in: tx, house)
                    }
                    expected["\(owner) \(key)"] = "\(step)-1"
                }
            }
            let open = try await house.database.read { tx in
                try tx.rows("select owner_id, key, title_zh from inbox_notices where done_at is null") { row in
                    ("\(try row.value(Int64.self)) \(try row.value(String.self))", try row.value(String.self))
                }
            }
            #expect(Dictionary(uniqueKeysWithValues: open) == expected)
        }
    }
}
