import Foundation
import Kernel
import Testing

@testable import SQL

/// Only in the full run, and only meaningful in a release build.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["TENURE_FULL"] != nil), .serialized)
struct SpeedTests {
    static let wide: Definition = """
        create table wide (id \(.id) primary key, a \(.integer), b \(.text), c \(.text), d \(.real), e \(.money), \
        f \(.day), g \(.instant), h \(.flag), i \(.text))\(ending: .end)
        """

    static func rows(_ count: Int64) -> [SQLValue] {
        (1...count).flatMap { id -> [SQLValue] in
            [
                .integer(id), .integer(id * 7), .text("王小明 \(id)"), .text("department \(id % 40)"),
                .real(Double(id) / 3),
                .integer(id * 100), .text("2026-11-22"), .integer(1_800_000_000_000 + id), .integer(id % 2), .null,
            ]
        }
    }

    static let columns: [StaticString] = ["id", "a", "b", "c", "d", "e", "f", "g", "h", "i"]

    /// 100,000 rows of 10 columns, in about a second.
    @Test(arguments: Engine.all) func batches(_ engine: Engine) async throws {
        try await withDatabase(engine, [Self.wide]) { database, _ in
            let values = Self.rows(100_000)
            let time = try await ContinuousClock().measure {
                _ = try await database.write { tx in
                    try tx.insert(into: "wide", Self.columns, values: values)
                }
            }
            print("\(engine.rawValue): 100,000 rows × 10 columns in \(time)")
            #expect(time < .seconds(3))
        }
    }

    @Test(arguments: Engine.all) func pages(_ engine: Engine) async throws {
        try await withDatabase(engine, [Self.wide], connections: 1) { database, _ in
            try await database.write { tx in try tx.insert(into: "wide", Self.columns, values: Self.rows(10_000)) }
            let clock = ContinuousClock()
            var best = Duration.seconds(1)
            for round in 0..<200 {
                let start = clock.now
                for step in 0..<10 {
                    let after = (round * 10 + step) % 9_000
                    let page = try await database.read { tx in
                        try tx.rows(
                            "select id, a, b, c, d, e, f, g, h, i from wide where id > \(after) order by id limit 50"
                        ) { row in
                            (
                                try row.value(Int64.self), try row.value(Int64.self), try row.value(String.self),
                                try row.value(String.self), try row.value(Double.self), try row.value(Int64.self),
                                try row.value(String.self), try row.value(Int64.self), try row.value(Bool.self),
                                try row.value(String?.self)
                            )
                        }.count
                    }
                    #expect(page == 50)
                }
                best = min(best, (clock.now - start) / 10)
            }
            print("\(engine.rawValue): 50 rows × 10 columns by key in \(best)")
        }
    }
}
