import Kernel
import Testing

@testable import SQL

/// What goes in comes out, whichever way it goes in.
struct ValueTests {
    static let things: Definition = """
        create table things (id \(.id) primary key, number \(.integer), ratio \(.real), name \(.text), raw \(.blob))\
        \(ending: .end)
        """

    static let integers: [Int64] = [0, 1, -1, .max, .min, 1 << 53, 1 << 31, -(1 << 31) - 1]
    static let reals: [Double] = [
        0, 0.1, -1.5, .pi, .greatestFiniteMagnitude, .leastNormalMagnitude, .leastNonzeroMagnitude,
        -.greatestFiniteMagnitude, .infinity, -.infinity, 1e22, 123456789.123456789,
    ]
    static let texts = [
        "", " ", "王小明", "👩‍👩‍👧‍👦 😀", "it's \"quoted\"", "back\\slash \\N \\. \\x00", "tab\tline\nreturn\r\n", "$1 ? :name",
        "e\u{301} \u{200F}\u{FEFF}", "\u{1}\u{7F}\u{10FFFF}", "null", "a,b;c|d",
    ]
    static let blobs: [[UInt8]] = [[], [0], [0, 1, 2, 255], Array(0...255), Array("\\x00\n\t".utf8)]

    static var all: [SQLValue] {
        [.null] + integers.map(SQLValue.integer) + reals.map(SQLValue.real) + texts.map(SQLValue.text)
            + blobs.map(SQLValue.blob)
    }

    /// One row per value, the value in the column of its type.
    private static func row(_ id: Int, _ value: SQLValue) -> [SQLValue] {
        var row: [SQLValue] = [.integer(Int64(id)), .null, .null, .null, .null]
        switch value {
        case .null: break
        case .integer: row[1] = value
        case .real: row[2] = value
        case .text: row[3] = value
        case .blob: row[4] = value
        }
        return row
    }

    private static func stored(_ database: Database) async throws -> [SQLValue] {
        try await database.read { tx in
            try tx.rows("select number, ratio, name, raw from things order by id") { row in
                (0..<4).map { row.stored(at: $0) }.first { $0 != .null } ?? .null
            }
        }
    }

    @Test(arguments: Engine.all) func oneByOne(_ engine: Engine) async throws {
        try await withDatabase(engine, [Self.things]) { database, _ in
            try await database.write { tx in
                for (id, value) in Self.all.enumerated() {
                    let row = Self.row(id, value)
                    try tx.execute(
                        "insert into things (id, number, ratio, name, raw) values (\(row[0]), \(row[1]), \(row[2]), \(row[3]), \(row[4]))"
                    )
                }
            }
            #expect(try await Self.stored(database) == Self.all)
        }
    }

    /// Without an ending, and with one, in which case PostgreSQL goes another way.
    @Test(arguments: Engine.all, [false, true]) func inBatches(_ engine: Engine, _ hasEnding: Bool) async throws {
        try await withDatabase(engine, [Self.things]) { database, _ in
            let count = try await database.write { tx in
                let values = Self.all.enumerated().flatMap { Self.row($0, $1) }
                let columns: [StaticString] = ["id", "number", "ratio", "name", "raw"]
                return hasEnding
                    ? try tx.insert(into: "things", columns, values: values, ending: "on conflict (id) do nothing")
                    : try tx.insert(into: "things", columns, values: values)
            }
            #expect(count == Self.all.count)
            #expect(try await Self.stored(database) == Self.all)
        }
    }

    /// What is not a number is nothing, in both engines.
    @Test(arguments: Engine.all) func notANumber(_ engine: Engine) async throws {
        try await withDatabase(engine, [Self.things]) { database, _ in
            try await database.write { tx in
                try tx.execute("insert into things (id, ratio) values (1, \(Double.nan))")
                try tx.insert(
                    into: "things", ["id", "ratio"], values: (2...9).flatMap { [.integer($0), .real(.nan)] })
            }
            let found = try await database.read { tx in
                try tx.rows("select ratio from things") { row in try row.value() as Double? }
            }
            #expect(found == [Double?](repeating: nil, count: 9))
        }
    }

    @Test(arguments: Engine.all) func large(_ engine: Engine) async throws {
        let text = String(repeating: "长文本 long text 😀 ", count: 45_000)
        let blob = (0..<1_048_577).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        try await withDatabase(engine, [Self.things]) { database, _ in
            try await database.write { tx in
                try tx.execute("insert into things (id, name, raw) values (1, \(text), \(blob))")
            }
            let found = try await database.read { tx in
                try tx.first("select name, raw from things") { row in
                    (try row.value(String.self), try row.value([UInt8].self))
                }
            }
            #expect(found?.0 == text && found?.1 == blob)
        }
    }

    @Test(arguments: Engine.all) func typesOfTheKernel(_ engine: Engine) async throws {
        let definition: Definition = """
            create table kinds (id \(.id) primary key, pay \(.money), day \(.day), at \(.instant), open \(.flag), \
            month \(.text), rate \(.integer), body \(.json))\(ending: .end)
            """
        try await withDatabase(engine, [definition]) { database, _ in
            let day = try #require(Day(year: 2024, month: 2, day: 29))
            let month = try #require(Month(iso: "2026-11"))
            let id = try await database.write { tx in
                let id: ID<Int> = try tx.newID()
                try tx.execute(
                    """
                    insert into kinds (id, pay, day, at, open, month, rate, body) values (\(id), \(Money(fen: -5)), \
                    \(day), \(Instant(milliseconds: 1_800_000_000_123)), \(true), \(month), \
                    \(Rate(billionths: 105_000_000)), \(#"{"a": [1, "二"]}"#))
                    """)
                return id
            }
            try await database.read { tx in
                let condition: Query = "id in \([id]) and open = \(true) and day <= \(day)"
                try tx.each("select id, pay, day, at, open, month, rate, body from kinds where \(condition)") { row in
                    #expect(try row.value(ID<Int>.self) == id)
                    #expect(try row.value(Money.self) == Money(fen: -5))
                    #expect(try row.value(Day?.self) == day)
                    #expect(try row.value(Instant.self) == Instant(milliseconds: 1_800_000_000_123))
                    #expect(try row.value(Bool.self))
                    #expect(try row.value(Month.self) == month)
                    #expect(try row.value(Rate.self) == Rate(billionths: 105_000_000))
                    let body = try row.value(String.self)
                    #expect(body == #"{"a": [1, "二"]}"#)
                }
                #expect(try tx.value("select count(*) from kinds", as: Int.self) == 1)
                #expect(try tx.value("select sum(pay) from kinds", as: Money.self) == Money(fen: -5))
                #expect(try tx.value("select avg(rate) from kinds", as: Double.self) == 105_000_000)
                #expect(try tx.value("select day from kinds where id = -1", as: Day.self) == nil)
            }
        }
    }

    /// A wrong type is an error, not a guess.
    @Test(arguments: Engine.all) func wrongType(_ engine: Engine) async throws {
        try await withDatabase(engine, [Self.things]) { database, _ in
            try await database.write { tx in
                try tx.execute("insert into things (id, number, name) values (1, 5, \("five"))")
            }
            for query in ["select name from things", "select raw from things"] as [Query] {
                await #expect(throws: SQLFault.unreadable(column: 0, wanted: "integer")) {
                    try await database.read { tx in _ = try tx.value(query, as: Int.self) }
                }
            }
        }
    }

    @Test(arguments: Engine.all, [1, 100]) func zeroCharacterIsRefused(_ engine: Engine, _ count: Int) async throws {
        try await withDatabase(engine, [Self.things]) { database, _ in
            await #expect(throws: SQLFault.textWithNUL) {
                try await database.write { tx in
                    let rows = (0..<count).flatMap { [SQLValue.integer(Int64($0)), .text("a\u{0}b")] }
                    try tx.insert(into: "things", ["id", "name"], values: rows)
                }
            }
            await #expect(throws: SQLFault.textWithNUL) {
                try await database.read { tx in
                    _ = try tx.value("select 1 from things where name = \("\u{0}")", as: Int.self)
                }
            }
            let left = try await Self.stored(database)
            #expect(left.isEmpty)
        }
    }
}
