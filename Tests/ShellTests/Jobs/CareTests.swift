import Foundation
import Kernel
import SQL
import Testing

@testable import Shell

struct CareTests {
    private static func run(_ code: String, _ house: House) async throws {
        let kind = try #require(house.jobs.first { $0.code == code })
        try await house.database.write { tx in _ = try Jobs.enqueue(kind, in: tx, house) }
        try await JobRunner(house).runDue()
    }

    @Test func whatHasEndedIsClearedAway() async throws {
        try await TestHouse.with(shell: TestHouse.careShell) { test in
            let house = test.house
            let account = try await NoticeMailTests.accounts(["lin@example.com"], house)[0]
            try await house.database.write { tx in
                _ = try SessionStore.open(of: account, address: "10.0.0.1", agent: "test", house, tx)
                _ = try LinkStore.issue(for: account, house, tx)
                _ = try SignInStore.begin([1, 2, 3], address: "10.0.0.1", house, tx)
            }
            let counts = { () async throws -> [Int] in
                try await house.database.read { tx in
                    try [
                        "select count(*) from sessions", "select count(*) from account_links",
                        "select count(*) from sign_in_attempts",
                    ].map { try tx.value(Query(stringLiteral: $0), as: Int.self) ?? -1 }
                }
            }
            try await Self.run("access.retention", house)
            #expect(try await counts() == [1, 1, 1])
            test.clock.advance(minutes: 4 * 24 * 60)
            try await Self.run("access.retention", house)
            #expect(try await counts() == [0, 0, 0])
        }
    }

    @Test func administratorsAreRemindedOfBackups() async throws {
        try await TestHouse.with(shell: TestHouse.careShell) { test in
            let house = test.house
            try await house.database.write { tx in
                try RoleStore.seed(house.rooms, tx)
                for (login, role) in [("lin.yue", "administrator"), ("zhang.wei", "employee")] {
                    _ = try AccountStore.add(login: login, name: login, roles: [(role, nil)], at: house.now, tx)
                }
            }
            let open = { () async throws -> [String] in
                try await house.database.read { tx in
                    try tx.rows(
                        """
                        select a.login, n.title_zh from inbox_notices n join accounts a on a.id = n.owner_id
                        where n.done_at is null order by a.login
                        """
                    ) { row in "\(try row.value(String.self)) \(try row.value(String.self))" }
                }
            }
            try await Self.run("backups.reminder", house)
            #expect(try await open().isEmpty)
            test.clock.advance(minutes: 8 * 24 * 60)
            try await Self.run("backups.reminder", house)
            #expect(try await open() == ["lin.yue 还没有备份过数据"])
            try await house.database.write { tx in try BackupReminder.noteBackup(house, tx) }
            #expect(try await open().isEmpty)
            test.clock.advance(minutes: 9 * 24 * 60)
            try await Self.run("backups.reminder", house)
            try await Self.run("backups.reminder", house)
            #expect(try await open() == ["lin.yue 已经 9 天没有备份"])
        }
    }

    /// What a setting says is what the night does.
    @Test func retentionFollowsTheSettings() async throws {
        try await TestHouse.with(shell: TestHouse.careShell) { test in
            let house = test.house
            try await house.database.write { tx in
                try Settings.set(.jobDays, 3, by: ID(0), at: house.now, tx)
                try Jobs.enqueue(Webhooks.job, Webhooks.Payload(endpoint: ID(9)), in: tx, house)
            }
            try await house.settings.load(house)
            try await JobRunner(house).runDue()
            let kept = { () async throws -> Int? in
                try await house.database.read { tx in
                    try tx.value("select count(*) from jobs where kind = 'webhooks.deliver'", as: Int.self)
                }
            }
            test.clock.advance(minutes: 2 * 24 * 60)
            try await Self.run("jobs.retention", house)
            #expect(try await kept() == 1)
            test.clock.advance(minutes: 2 * 24 * 60)
            try await Self.run("jobs.retention", house)
            #expect(try await kept() == 0)
        }
    }
}

extension TestHouse {
    /// The shell with its nightly work, none of which comes up by itself.
    static var careShell: Room {
        var shell = Room.shell
        shell.jobs = shell.jobs.map { JobKind($0.code, $0.name, attempts: $0.attempts, run: $0.run) }
        return shell
    }
}
