import Foundation
import HTTPTypes
import HummingbirdTesting
import Kernel
import SQL
import Synchronization
import Testing

@testable import Shell

struct NoticeMailTests {
    final class Post: Sendable {
        let mails = Mutex<[OutgoingMail]>([])
        let refusal = Mutex<MailRefusal?>(nil)

        func take(_ mail: OutgoingMail) throws {
            if let refusal = refusal.withLock({ $0 }) { throw refusal }
            mails.withLock { $0.append(mail) }
        }

        var count: Int { mails.withLock { $0.count } }
    }

    static func notice(_ title: String, due: Day?, urgency: InboxNotice.Urgency = .normal) -> InboxNotice {
        InboxNotice(
            .task, Phrase(zh: title, en: "Task " + title), link: "/people/1", due: due, urgency: urgency, key: title)
    }

    /// Accounts whose names are mail addresses, as many companies have them.
    static func accounts(_ logins: [String], _ house: House) async throws -> [ID<Account>] {
        try await house.database.write { tx in
            try RoleStore.seed(house.rooms, tx)
            return try logins.map { login in
                try AccountStore.add(login: login, name: "林悦", roles: [("employee", nil)], at: house.now, tx)
            }
        }
    }

    static func at(_ hour: Int, _ minute: Int = 0, day: Int = 1) -> Instant {
        // 2025-12-01, a Monday, 00:00 in Shanghai.
        Instant(milliseconds: 1_764_518_400_000).adding(
            milliseconds: Int64(((day - 1) * 24 + hour) * 60 + minute) * 60_000)
    }

    static func round(_ house: House) async throws {
        try await house.database.write { tx in
            try Jobs.enqueueOnce(NoticeMail.job, key: NoticeMail.key, in: tx, house)
        }
        try await JobRunner(house).runDue()
    }

    @Test func oneDigestADayByTheDayThingsAreDue() async throws {
        let post = Post()
        try await TestHouse.with(shell: TestHouse.mailingShell, world: { $0.mail = { try post.take($0) } }) { test in
            let house = test.house
            let accounts = try await Self.accounts(["lin@example.com", "none@example.com"], house)
            test.clock.set(Self.at(7, 30))
            try await house.database.write { tx in
                for (title, due) in [
                    ("无期限", nil), ("后到期", Day(year: 2025, month: 12, day: 20)),
                    ("已过期", Day(year: 2025, month: 11, day: 20)),
                ] {
                    try Inbox.put(Self.notice(title, due: due), for: .account(accounts[0]), in: tx, house)
                }
            }
            // Before the hour nothing, then one to whom something is open, then nothing until tomorrow.
            try await Self.round(house)
            #expect(post.count == 0)
            test.clock.set(Self.at(8, 1))
            try await Self.round(house)
            try await Self.round(house)
            test.clock.set(Self.at(15))
            try await Self.round(house)
            #expect(post.count == 1)
            let mail = try #require(post.mails.withLock { $0.first })
            #expect(mail.to == "lin@example.com" && mail.subject == "您有 3 件事项待处理（2025-12-01）")
            let places = ["已过期（已过期，到期日 2025-11-20）", "后到期（到期日 2025-12-20）", "无期限"].map {
                mail.text.range(of: $0)?.lowerBound
            }
            #expect(places.allSatisfy { $0 != nil } && places.compactMap { $0 } == places.compactMap { $0 }.sorted())
            // Without an address of the system there are no links, and no places left open.
            #expect(!mail.text.contains("/inbox") && !mail.text.contains("{{"))
            test.clock.set(Self.at(9, day: 2))
            try await Self.round(house)
            #expect(post.count == 2)
            // Saturday.
            test.clock.set(Self.at(9, day: 6))
            try await Self.round(house)
            #expect(post.count == 2)
        }
    }

    @Test func urgentThingsComeAtOnceButNotAtNight() async throws {
        let post = Post()
        try await TestHouse.with(shell: TestHouse.mailingShell, world: { $0.mail = { try post.take($0) } }) { test in
            let house = test.house
            let accounts = try await Self.accounts(["lin@example.com", "wu@example.com"], house)
            var daily = InboxPreference()
            daily.mode = .daily
            let onlyDaily = daily
            try await house.database.write { tx in try onlyDaily.save(of: accounts[1], tx) }
            test.clock.set(Self.at(23))
            try await house.database.write { tx in
                let owners = accounts.map { InboxOwner.account($0) }
                try Inbox.put(Self.notice("磁盘已满", due: nil, urgency: .high), for: owners, in: tx, house)
            }
            // Putting it in rang the bell by itself.
            try await JobRunner(house).runDue()
            #expect(post.count == 0)
            test.clock.set(Self.at(7, 15, day: 2))
            try await Self.round(house)
            try await Self.round(house)
            #expect(post.mails.withLock { $0.map(\.to) } == ["lin@example.com"])
            #expect(post.mails.withLock { $0.first?.subject } == "请尽快处理：磁盘已满")
            test.clock.set(Self.at(8, 15, day: 2))
            try await Self.round(house)
            #expect(Set(post.mails.withLock { $0.dropFirst().map(\.to) }) == ["lin@example.com", "wu@example.com"])
        }
    }

    @Test func whatTheServerDoesNotTakeComesAgainUnlessItNeverWill() async throws {
        let post = Post()
        try await TestHouse.with(shell: TestHouse.mailingShell, world: { $0.mail = { try post.take($0) } }) { test in
            let house = test.house
            let accounts = try await Self.accounts(["lin@example.com"], house)
            test.clock.set(Self.at(9))
            try await house.database.write { tx in
                try Inbox.put(Self.notice("合同到期", due: nil), for: .account(accounts[0]), in: tx, house)
            }
            post.refusal.withLock { $0 = .busy(host: "smtp.example.com", status: 450) }
            try await Self.round(house)
            post.refusal.withLock { $0 = nil }
            test.clock.advance(minutes: 2)
            try await JobRunner(house).runDue()
            #expect(post.count == 1)
            // Declined for good: tomorrow again, not today.
            test.clock.set(Self.at(9, day: 2))
            post.refusal.withLock { $0 = .declined(host: "smtp.example.com", status: 550) }
            try await Self.round(house)
            post.refusal.withLock { $0 = nil }
            try await Self.round(house)
            #expect(post.count == 1)
        }
    }

    @Test func whoWantsNoneGetsNone() async throws {
        let post = Post()
        try await Desk.opened(world: { $0.mail = { try post.take($0) } }) { client, test in
            let (desk, house) = (Desk(client, test), test.house)
            _ = try await desk.signIn()
            let page = try await desk.get("/inbox/preferences").text
            #expect(page.contains("每日摘要，紧急事项立即通知"))
            let wrong = try await desk.submit("/inbox/preferences", ["mode": "daily", "address": "no address"])
            #expect(wrong.status == .unprocessableContent)
            let half = try await desk.submit("/inbox/preferences", ["mode": "daily", "quiet_from": "22"])
            #expect(half.status == .unprocessableContent && half.text.contains("开始和结束"))
            let account = try #require(
                try await house.database.read { tx in
                    try tx.value("select id from accounts where login = 'lin.yue'", as: ID<Account>.self)
                })
            try await house.database.write { tx in
                try Inbox.put(Self.notice("合同到期", due: nil), for: .account(account), in: tx, house)
            }
            test.clock.set(Self.at(10, day: 2))
            // The account's name is no mail address.
            try await Self.round(house)
            #expect(post.count == 0)
            // The session of yesterday is over.
            _ = try await desk.signIn()
            try await desk.submit(
                "/inbox/preferences", ["mode": "daily", "address": "lin@example.com", "digest_hour": "10"])
            try await Self.round(house)
            #expect(post.count == 1)
            try await desk.submit("/inbox/preferences", ["mode": "off", "address": "lin@example.com"])
            test.clock.set(Self.at(10, day: 3))
            try await Self.round(house)
            #expect(post.count == 1)
        }
    }
}
