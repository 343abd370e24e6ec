import Kernel
import Testing

@testable import SQL

/// Queries put together from parts, long lists, many parameters, large batches.
struct StatementTests {
    static let people: Definition = """
        create table people (id \(.id) primary key, unit_id \(.id), name \(.text), seen \(.integer) not null default 0)\
        \(ending: .end)
        """

    static func filled(_ tx: Transaction, _ count: Int64) throws {
        try tx.insert(
            into: "people", ["id", "unit_id", "name"],
            values: (1...count).flatMap { [.integer($0), $0 % 10 == 0 ? .null : .integer($0 % 10), .text("p\($0)")] })
    }

    @Test(arguments: Engine.all) func composition(_ engine: Engine) async throws {
        try await withDatabase(engine, [Self.people]) { database, _ in
            try await database.write { tx in try Self.filled(tx, 100) }
            try await database.read { tx in
                func count(_ condition: Query) throws -> Int? {
                    try tx.value("select count(*) from people where \(condition)")
                }
                #expect(try count("id in \([Int]())") == 0)
                #expect(try count("id in \([1, 2, 200])") == 2)
                #expect(try count(.all(of: [])) == 100)
                #expect(try count(.any(of: [])) == 0)
                #expect(try count(.all(of: ["id > \(10)", .any(of: ["unit_id = \(1)", "unit_id is null"])])) == 18)
                #expect(try count("id in (select id from people where \("name = \("p7")" as Query)) and \(1) = 1") == 1)
                let missing: Int? = nil
                #expect(try count("\(missing) is null and \(missing) is not null") == 0)
                #expect(try count("(\(missing) is null or unit_id = \(missing))") == 100)
                #expect(try count("unit_id = \(missing)") == 0)
                #expect(try count("name = \("' or 1 = 1 --")") == 0)
                let page = try tx.rows("select id from people where id > \(5) order by id limit \(3)") { row in
                    try row.value() as Int
                }
                #expect(page == [6, 7, 8])
            }
        }
    }

    @Test(arguments: Engine.all) func thirtyThousandValues(_ engine: Engine) async throws {
        try await withDatabase(engine, [Self.people]) { database, _ in
            try await database.write { tx in try Self.filled(tx, 1_000) }
            let ids = Array(1...30_000)
            let found = try await database.read { tx in
                try tx.value("select count(*) from people where id in \(ids)", as: Int.self)
            }
            #expect(found == 1_000)
        }
    }

    @Test(arguments: Engine.all) func tenThousandParameters(_ engine: Engine) async throws {
        try await withDatabase(engine, [Self.people]) { database, _ in
            let query = (1...2_500).map { id in
                "(\(id), \(id % 7), \("名 \(id)"), \(id))" as Query
            }
            let list = query.dropFirst().reduce(into: query[0]) { $0 += ", " + $1 }
            let count = try await database.write { tx in
                try tx.execute("insert into people (id, unit_id, name, seen) values \(list)")
            }
            #expect(count == 2_500)
            let sum = try await database.read { tx in try tx.value("select sum(seen) from people", as: Int.self) }
            #expect(sum == 2_500 * 2_501 / 2)
        }
    }

    /// More rows than one statement takes, met by rows that are there already and by each other.
    @Test(arguments: Engine.all) func batchesThatMeet(_ engine: Engine) async throws {
        try await withDatabase(engine, [Self.people]) { database, _ in
            try await database.write { tx in try Self.filled(tx, 1_000) }
            let values: [SQLValue] = (1...25_000).flatMap { [.integer($0 % 20_000), .text("n\($0)"), .integer(1)] }
            let (kept, ignored) = try await database.write { tx in
                let kept = try tx.insert(
                    into: "people", ["id", "name", "seen"], values: values,
                    ending: "on conflict (id) do update set name = excluded.name, seen = people.seen + 1")
                let ignored = try tx.insert(
                    into: "people", ["id", "name", "seen"], values: Array(values.prefix(3_000)),
                    ending: "on conflict (id) do nothing")
                return (kept, ignored)
            }
            #expect(kept == 25_000 && ignored == 0)
            try await database.read { tx throws in
                #expect(try tx.value("select count(*) from people", as: Int.self) == 20_000)
                // 1 came twice in the batch and was there before.
                #expect(try tx.value("select name from people where id = 1", as: String.self) == "n20001")
                #expect(try tx.value("select seen from people where id = 1", as: Int.self) == 2)
                #expect(try tx.value("select seen from people where id = 19999", as: Int.self) == 1)
                #expect(try tx.value("select unit_id from people where id = 3", as: Int.self) == 3)
            }
        }
    }

    @Test(arguments: Engine.all) func changesAreCounted(_ engine: Engine) async throws {
        try await withDatabase(engine, [Self.people]) { database, _ in
            try await database.write { tx in
                #expect(
                    try tx.insert(into: "people", ["id"], values: (1...100).map { SQLValue.integer($0) }) == 100)
                #expect(try tx.execute("update people set seen = 2 where id <= 30") == 30)
                #expect(try tx.execute("update people set seen = 2 where id < 0") == 0)
                #expect(try tx.execute("select * from people") == 0)
                #expect(try tx.execute("delete from people where id > 90") == 10)
                let changed = try tx.rows("update people set seen = 3 where id in \([1, 2]) returning id") { row in
                    try row.value() as Int
                }
                #expect(Set(changed) == [1, 2])
                #expect(try tx.insert(into: "people", ["id"], values: []) == 0)
            }
        }
    }

    /// More different statements than are kept prepared.
    @Test(arguments: Engine.all) func manyStatements(_ engine: Engine) async throws {
        try await withDatabase(engine, [Self.people], connections: 1) { database, _ in
            for round in 0..<2 {
                let sum = try await database.read { tx in
                    var sum = 0
                    for number in 0..<700 {
                        let spaces = Query(stringLiteral: String(repeating: " ", count: number))
                        sum += try tx.value("select \(spaces) \(number + round)", as: Int.self) ?? 0
                    }
                    return sum
                }
                #expect(sum == 700 * 699 / 2 + 700 * round)
            }
        }
    }

    /// Texts are ordered by their bytes, so pages by key go on where they ended, on whatever server.
    @Test(arguments: Engine.all) func orderOfTexts(_ engine: Engine) async throws {
        try await withDatabase(engine, [Self.people]) { database, _ in
            let names = ["b", "B", "a", "Ä", "_", "1", "王", "", "ab", "a b", "😀", "～"]
            try await database.write { tx in
                try tx.insert(
                    into: "people", ["id", "name"],
                    values: names.enumerated().flatMap { [.integer(Int64($0)), .text($1)] })
            }
            let found = try await database.read { tx in
                try tx.rows("select name from people order by name") { row in try row.value() as String }
            }
            #expect(found == names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
            let after = try await database.read { tx in
                try tx.value("select count(*) from people where name > \("a")", as: Int.self)
            }
            #expect(after == names.count { "a".utf8.lexicographicallyPrecedes($0.utf8) })
        }
    }
}
