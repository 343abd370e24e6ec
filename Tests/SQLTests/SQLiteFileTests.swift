import Foundation
import Kernel
import Testing

@testable import SQL

/// What can happen to a file.
struct SQLiteFileTests {
    static let things: Definition = "create table things (id \(.id) primary key, name \(.text))\(ending: .end)"

    static func count(_ database: Database) async throws -> Int? {
        try await database.read { tx in try tx.value("select count(*) from things") }
    }

    /// Full, and usable afterwards.
    @Test func fullDisk() async throws {
        try await withDatabase(.sqlite, [Self.things]) { database, _ in
            let long = String(repeating: "x", count: 3_000)
            try await database.write { tx in
                try tx.execute("insert into things (id, name) values (1, 'a')")
                try tx.run("pragma max_page_count = 40")
            }
            await #expect(throws: SQLFault.full) {
                try await database.write { tx in
                    for id in 2...1_000 {
                        // Going on after the failure must not write outside of any transaction.
                        _ = try? tx.execute("insert into things (id, name) values (\(id), \(long))")
                    }
                }
            }
            await #expect(throws: SQLFault.full) {
                try await database.write { tx in
                    _ = try? tx.savepoint {
                        for id in 2...1_000 { try tx.execute("insert into things (id, name) values (\(id), \(long))") }
                    }
                    try tx.execute("insert into things (id, name) values (2000, 'b')")
                }
            }
            let kept = try await Self.count(database)
            #expect(kept == 1)
            try await database.write { tx in try tx.execute("insert into things (id, name) values (2, 'b')") }
            try await database.write { tx in try tx.run("pragma max_page_count = 100000") }
            try await database.write { tx in try tx.execute("insert into things (id, name) values (3, \(long))") }
            let now = try await Self.count(database)
            #expect(now == 3)
        }
    }

    /// Said in time and by name, not found later.
    @Test(arguments: [0, 100, 16_000]) func damagedFile(_ place: Int) async throws {
        let files = try Place(.sqlite)
        let database = try files.open()
        try await Migrator([Migration(1, "test", [Self.things])]).migrate(database)
        try await database.write { tx in
            try tx.insert(
                into: "things", ["id", "name"],
                values: (1...2_000).flatMap { [.integer($0), .text("name of \($0)")] })
        }
        try await database.close()
        var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: files.path)))
        try #require(bytes.count > place + 4_096)
        for offset in place..<place + 4_096 { bytes[offset] = 0xA5 }
        try Data(bytes).write(to: URL(fileURLWithPath: files.path))
        await #expect {
            let database = try files.open()
            _ = try await database.read { tx in try tx.rows("select id, name from things") { row in row.width } }
        } throws: { error in
            guard case SQLFault.damaged(let message) = error else { return false }
            return !message.isEmpty
        }
        await files.remove()
    }

    @Test func noFolder() {
        #expect(throws: SQLFault.readOnly) { try Database.sqlite(at: "/nowhere/at/all/test.sqlite") }
    }

    /// Without the right to write. The superuser may write everywhere.
    @Test(.enabled(if: geteuid() != 0)) func readOnlyFile() async throws {
        let files = try Place(.sqlite)
        let database = try files.open()
        try await Migrator([Migration(1, "test", [Self.things])]).migrate(database)
        try await database.close()
        try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: files.path)
        await #expect(throws: SQLFault.readOnly) {
            let again = try files.open()
            try await again.write { tx in try tx.execute("insert into things (id) values (1)") }
        }
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: files.path)
        let again = try files.open()
        try await again.write { tx in try tx.execute("insert into things (id) values (1)") }
        let count = try await Self.count(again)
        #expect(count == 1)
        try await again.close()
        await files.remove()
    }

    /// A second process waits for its turn.
    @Test func busyFile() async throws {
        try await withDatabase(.sqlite, [Self.things]) { database, place in
            let other = try place.open()
            let (begun, isBegun) = AsyncStream.makeStream(of: Void.self)
            async let first: Void = database.write { tx in
                try tx.execute("insert into things (id) values (1)")
                isBegun.yield()
                Gate().wait(milliseconds: 300)
            }
            for await _ in begun { break }
            try await other.write { tx in try tx.execute("insert into things (id) values (2)") }
            try await first
            let count = try await Self.count(other)
            #expect(count == 2)
            try await other.close()
        }
    }

    /// Taken while others write: one moment, whole, and a database of its own.
    @Test func backupUnderLoad() async throws {
        try await withDatabase(.sqlite, [Self.things]) { database, place in
            let path = place.folder.appendingPathComponent("copy.sqlite").path
            try Data("something else".utf8).write(to: URL(fileURLWithPath: path))
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    for round in 0..<30 {
                        try await database.write { tx in
                            // Always both or none.
                            try tx.execute("insert into things (id) values (\(round * 2)), (\(round * 2 + 1))")
                        }
                    }
                }
                for _ in 0..<3 {
                    try await database.backup(to: path)
                    let copy = try Database.sqlite(at: path)
                    let count = try await Self.count(copy)
                    #expect(count?.isMultiple(of: 2) == true)
                    try await copy.close()
                }
                try await group.waitForAll()
            }
            try await database.backup(to: path)
            let copy = try Database.sqlite(at: path)
            let (left, right) = (try await database.dump(), try await copy.dump())
            #expect(left == right)
            try await copy.close()
            #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
            #expect(!FileManager.default.fileExists(atPath: path + ".part"))
        }
    }
}
