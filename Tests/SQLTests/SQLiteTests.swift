import Foundation
import Kernel
import Testing

@testable import SQL

struct SQLiteTests {
    @Test func valuesComeBackAsTheyWent() async throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).sqlite").path
        let database = try Database.sqlite(at: path)
        let migrations = [
            Migration(
                1, "things",
                [
                    "create table things (id \(.id) primary key, name \(.text) not null unique, born \(.day), pay \(.money), raw \(.blob))\(ending: .end)"
                ])
        ]
        #expect(try await Migrator(migrations).migrate(database).count == 1)
        #expect(try await Migrator(migrations).migrate(database).isEmpty)
        let id = try await database.write { tx in
            let id: ID<Int> = try tx.newID()
            try tx.execute(
                "insert into things (id, name, born, pay, raw) values (\(id), \("王 😀"), \(Day(year: 2026, month: 2, day: 28)), \(Money(fen: 5)), \([0, 1, 255] as [UInt8]))"
            )
            return id
        }
        let back = try await database.read { tx in
            try tx.first("select id, name, born, pay, raw from things where id in \([id])") { row in
                (
                    try row.value(ID<Int>.self), try row.value(String.self), try row.value(Day?.self),
                    try row.value(Money?.self), try row.value([UInt8].self)
                )
            }
        }
        let row = try #require(back)
        #expect(
            row.0 == id && row.1 == "王 😀" && row.2 == Day(year: 2026, month: 2, day: 28) && row.3 == Money(fen: 5)
                && row.4 == [0, 1, 255])
        await #expect(throws: SQLFault.unique(table: "things", columns: ["name"])) {
            try await database.write { tx in _ = try tx.execute("insert into things (id, name) values (99, \("王 😀"))") }
        }
    }
}
