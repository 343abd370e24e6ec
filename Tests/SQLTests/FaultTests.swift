import Kernel
import Testing

@testable import SQL

/// The same mistake has the same name in both engines.
struct FaultTests {
    static let definitions: [Definition] = [
        "create table units (id \(.id) primary key, name \(.text) not null)\(ending: .end)",
        """
        create table people (id \(.id) primary key, unit_id \(.id) references units on delete restrict, \
        name \(.text) not null, code \(.text) unique, nick \(.text), pay \(.money) constraint pay_is_not_negative check (pay >= 0), \
        unique (unit_id, name))\(ending: .end)
        """,
        "create unique index people_by_lower_nick on people (lower(nick))",
        "create table ties (a \(.id) not null, b \(.id) not null, primary key (a, b))\(ending: .narrowEnd)",
    ]

    static let cases: [(Query, SQLFault)] = [
        ("insert into people (id, name) values (1, 'b')", .unique(table: "people", columns: ["id"])),
        ("insert into people (id, name, code) values (2, 'b', 'X')", .unique(table: "people", columns: ["code"])),
        ("insert into people (id, name, nick) values (2, 'b', 'n')", .unique(table: "people", columns: [])),
        (
            "insert into people (id, unit_id, name) values (2, 1, \("王 (a)=(b)"))",
            .unique(table: "people", columns: ["unit_id", "name"])
        ),
        ("insert into ties (a, b) values (1, 2)", .unique(table: "ties", columns: ["a", "b"])),
        ("update people set id = 1 where id = 9", .unique(table: "people", columns: ["id"])),
        ("insert into people (id, unit_id, name) values (2, 99, 'b')", .foreignKey(table: "people")),
        ("delete from units where id = 1", .foreignKey(table: "units")),
        ("update people set unit_id = 98 where id = 1", .foreignKey(table: "people")),
        ("insert into people (id) values (2)", .notNull(table: "people", column: "name")),
        ("update people set name = \(String?.none) where id = 1", .notNull(table: "people", column: "name")),
        ("insert into people (id, name, pay) values (2, 'b', \(Money(fen: -1)))", .check("pay_is_not_negative")),
        ("insert into people (id, name) values (2, \("a\u{0}"))", .textWithNUL),
    ]

    @Test(arguments: Engine.all) func sameNames(_ engine: Engine) async throws {
        try await withDatabase(engine, Self.definitions) { database, _ in
            try await database.write { tx in
                try tx.execute("insert into units (id, name) values (1, 'u')")
                try tx.execute("insert into people (id, unit_id, name, code) values (1, 1, \("王 (a)=(b)"), 'X')")
                try tx.execute("insert into people (id, name, nick) values (9, 'n', 'N')")
                try tx.execute("insert into ties (a, b) values (1, 2)")
            }
            for (query, fault) in Self.cases {
                await #expect(throws: fault, "\(query.text)") {
                    try await database.write { tx in try tx.execute(query) }
                }
            }
            // In a batch too, whichever way it goes.
            for count in [1, 10] as [Int64] {
                await #expect(throws: SQLFault.unique(table: "people", columns: ["id"])) {
                    try await database.write { tx in
                        let values = (0..<count).flatMap { [SQLValue.integer(1 - $0), .text("n\($0)")] }
                        try tx.insert(into: "people", ["id", "name"], values: values)
                    }
                }
                await #expect(throws: SQLFault.foreignKey(table: "people")) {
                    try await database.write { tx in
                        let values = (20..<20 + count).flatMap { [SQLValue.integer($0), .text("n"), .integer($0)] }
                        try tx.insert(into: "people", ["id", "name", "unit_id"], values: values)
                    }
                }
            }
        }
    }

    /// Errors are logged; rows are not.
    @Test(arguments: Engine.all) func noValueIsTold(_ engine: Engine) async throws {
        let secret = "secret110101199003078515"
        let queries: [Query] = [
            "insert into people (id, unit_id, name) values (1, 1, \(secret))",
            "insert into people (id, name, code) values (2, 'b', \(secret))",
            "select cast(\(secret) as bigint) + 1 / (select count(*) - 1 from units)",
            "select * from nowhere where name = \(secret)",
            "insert into people (id, unit_id, name) values (3, \(secret), 'c')",
        ]
        try await withDatabase(engine, Self.definitions) { database, _ in
            try await database.write { tx in
                try tx.execute("insert into units (id, name) values (1, 'u')")
                try tx.execute("insert into people (id, unit_id, name, code) values (1, 1, \(secret), \(secret))")
            }
            for query in queries {
                do {
                    try await database.write { tx in try tx.execute(query) }
                } catch {
                    #expect(!"\(error)".contains("secret") && !"\(error)".contains("1101"), "\(query.text)")
                }
            }
        }
    }

    @Test(arguments: Engine.all) func wrongStatement(_ engine: Engine) async throws {
        try await withDatabase(engine, Self.definitions) { database, _ in
            for query in ["selec 1", "select nothing from units", "select 1 from nowhere"] as [Query] {
                await #expect {
                    try await database.read { tx in try tx.execute(query) }
                } throws: { error in
                    guard case SQLFault.statement = error else { return false }
                    return true
                }
            }
            let one = try await database.read { tx in try tx.value("select 1", as: Int.self) }
            #expect(one == 1)
        }
    }
}
