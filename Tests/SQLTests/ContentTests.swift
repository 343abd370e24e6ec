import Foundation
import Kernel
import Testing

@testable import SQL

/// The same content is the same text, and comes back from it.
struct ContentTests {
    static let migrator = Migrator([
        Migration(
            1, "house",
            [
                "create table units (id \(.id) primary key, parent_id \(.id) references units, name \(.text) not null)\(ending: .end)",
                """
                create table people (id \(.id) primary key, unit_id \(.id) not null references units, name \(.text), \
                ratio \(.real), raw \(.blob), is_open \(.flag) not null)\(ending: .end)
                """,
                "create table ties (code \(.text) not null, day \(.day) not null, n \(.integer), primary key (code, day))\(ending: .narrowEnd)",
                "create table loose (name \(.text), n \(.integer))\(ending: .end)",
            ]),
        Migration(4, "seed", ["insert into loose (name, n) values ('seed', 1)"]),
    ])

    static func person(_ id: Int64) -> [SQLValue] {
        let name: SQLValue = id % 3 == 0 ? .null : .text("王\(id) 😀 \"\r")
        let ratio: SQLValue = id % 5 == 0 ? .null : .real(Double(id) / 7)
        let raw: [UInt8] = [0, 9, 10, UInt8(truncatingIfNeeded: id)]
        return [.integer(id), .integer(id % 20 + 1), name, ratio, .blob(raw), .integer(id % 2)]
    }

    static func fill(_ database: Database, people: Int64 = 300) async throws {
        try await migrator.migrate(database)
        try await database.write { tx in
            // Every unit stands before the one it hangs from.
            let units = (0..<Int64(20)).reversed().flatMap { number -> [SQLValue] in
                let parent: SQLValue = number == 19 ? .null : .integer(number + 2)
                return [.integer(number + 1), parent, .text("单位\t\(number)\\n\n")]
            }
            try tx.insert(
                into: "units", ["id", "parent_id", "name"], values: units, ending: "on conflict do nothing")
            try tx.insert(
                into: "people", ["id", "unit_id", "name", "ratio", "raw", "is_open"],
                values: (1...people).flatMap(Self.person))
            for code in ["b", "B", "ä", "a", "王"] {
                try tx.execute("insert into ties (code, day, n) values (\(code), \("2026-01-01"), \(Int64.min))")
            }
            try tx.execute("insert into loose (name, n) values (null, null), ('x', 2), ('x', null), ('B', 1)")
            _ = try tx.newIDs(5_000)
        }
    }

    @Test(arguments: Engine.all) func equalContentIsEqualText(_ engine: Engine) async throws {
        let place = try Place(engine)
        let reference = try Place(.sqlite)
        let (database, other) = (try place.open(), try reference.open())
        try await Self.fill(database)
        try await Self.fill(other)
        let (left, right) = (try await database.dump(), try await other.dump())
        #expect(left == right)
        #expect(
            left.contains(
                "#table people id unit_id name ratio raw is_open\n1\t2\t\"王1 😀 \"\\r\t=0.14285714285714285\tx00090a01\t1\n"
            ))
        try await database.write { tx in try tx.execute("update people set ratio = 1 where id = 7") }
        let changed = try await database.dump()
        #expect(changed == left, "7 / 7 was 1 before")
        try await database.write { tx in try tx.execute("delete from loose where n = 2") }
        let less = try await database.dump()
        #expect(less != left)
        try await database.close()
        try await other.close()
        await place.remove()
        await reference.remove()
    }

    /// From each engine into each.
    @Test(arguments: Engine.all, Engine.all) func restores(_ from: Engine, _ into: Engine) async throws {
        let (place, target) = (try Place(from), try Place(into))
        let (database, other) = (try place.open(), try target.open())
        try await Self.fill(database, people: 20_000)
        let path = place.folder.appendingPathComponent("export.txt").path
        try await database.export(to: path)
        try await other.restore(from: path, Self.migrator)
        let (left, right) = (try await database.dump(), try await other.dump())
        #expect(left == right)
        let ids = try await other.write { tx in try tx.newIDs(1) }
        #expect(ids.lowerBound > 5_000)
        await #expect(throws: BackupRefusal.databaseIsInUse) { try await other.restore(from: path, Self.migrator) }
        try await other.write { tx in try tx.execute("delete from people where id > 7") }
        try await other.restore(from: path, Self.migrator, replacing: true)
        let again = try await other.dump()
        #expect(left == again)
        // What points to rows is guarded again.
        await #expect(throws: SQLFault.foreignKey(table: "people")) {
            try await other.write { tx in
                try tx.execute("insert into people (id, unit_id, is_open) values (0, 999, 1)")
            }
        }
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
        try await database.close()
        try await other.close()
        await place.remove()
        await target.remove()
    }

    /// Whatever is missing or changed, nothing is begun.
    @Test func cutAndChangedFilesAreRefused() async throws {
        let place = try Place(.sqlite)
        let database = try place.open()
        try await Self.fill(database)
        let path = place.folder.appendingPathComponent("export.txt").path
        try await database.export(to: path)
        try await database.close()
        let whole = try Data(contentsOf: URL(fileURLWithPath: path))
        let cuts = [0, 1, 10, 100, whole.count / 2, whole.count - 20, whole.count - 1]
        var files = cuts.map { whole.prefix($0) }
        for place in [30, whole.count / 3, whole.count - 3] {
            var changed = whole
            changed[place] = changed[place] == 52 ? 53 : 52
            files.append(changed)
        }
        files.append(whole + "1\t2\n".utf8)
        let target = try Place(.sqlite)
        let other = try target.open()
        for file in files {
            try file.write(to: URL(fileURLWithPath: path))
            await #expect(throws: BackupRefusal.self, "\(file.count) of \(whole.count)") {
                try await other.restore(from: path, Self.migrator)
            }
        }
        try whole.write(to: URL(fileURLWithPath: path))
        await #expect(throws: BackupRefusal.newer(4)) {
            try await other.restore(from: path, Migrator(Self.migrator.migrations.filter { $0.number == 1 }))
        }
        let left = try await other.dump()
        #expect(left.isEmpty)
        try await other.close()
        await place.remove()
        await target.remove()
    }

    /// A backup of an earlier version is brought to this program's shape.
    @Test(arguments: Engine.all) func olderFilesAreBroughtUp(_ engine: Engine) async throws {
        let (place, target) = (try Place(.sqlite), try Place(engine))
        let (database, other) = (try place.open(), try target.open())
        try await Self.fill(database)
        let path = place.folder.appendingPathComponent("export.txt").path
        try await database.export(to: path)
        let newer = Migrator(
            Self.migrator.migrations + [Migration(5, "later", ["alter table people add column pay \(.money)"])])
        try await other.restore(from: path, newer)
        let count = try await other.read { tx in
            try tx.value("select count(*) from people where pay is null", as: Int.self)
        }
        #expect(count == 300)
        await #expect(throws: BackupRefusal.databaseIsFurther(5)) {
            try await other.restore(from: path, newer, replacing: true)
        }
        try await database.close()
        try await other.close()
        await place.remove()
        await target.remove()
    }

    /// The reader of lines finds what the writer of lines wrote.
    @Test func linesComeBack() throws {
        var bytes: [UInt8] = []
        ContentLine.append(ValueTests.all, to: &bytes)
        #expect(bytes.last == 10 && bytes.count { $0 == 10 } == 1)
        #expect(ContentLine.values(bytes.dropLast()) == ValueTests.all)
        for wrong in ["", "5x", "=", "\"a\\", "\"\\x", "x0", "xzz", "1\t", "~1", "--1"] {
            #expect(ContentLine.values(Array(wrong.utf8)[...]) == nil, "\(wrong)")
        }
    }
}
