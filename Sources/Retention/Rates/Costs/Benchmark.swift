import Kernel
import SQL
import Shell

/// A yearly rate of somebody else, with where it is from: what a company's own is held against.
struct Benchmark: Codable, Hashable, Sendable {
    let id: ID<Benchmark>
    let name: String
    let year: Int
    let kind: LeaverKind
    let definition: TurnoverDefinition
    let rate: Rate
    /// Who published it, and where.
    let source: String

    var label: Phrase { Phrase(verbatim: "\(name) \(year)") }

    /// As it stands beside a board: only by the same definition and kind; for less than a year its share of one.
    func drawn(beside question: TurnoverQuestion) -> Double? {
        guard question.definition == definition, question.kind == kind else { return nil }
        let yearly = Fraction(rate).drawn
        let period = question.period
        if question.grouping != .time, !period.isWhole { return yearly * Double(period.last - period.first + 1) / 365 }
        return question.annual != nil ? yearly : yearly * Double(question.length.months) / 12
    }
}

/// Benchmarks and cost multiples as they are stored.
enum BenchmarkStore {
    static func all(_ tx: Transaction) throws -> [Benchmark] {
        try tx.rows(
            """
            select id, name, year, kind, definition, rate, source from turnover_benchmarks order by year desc, name, id
            """, read)
    }

    /// - Throws: ``Missing``.
    static func one(_ id: ID<Benchmark>, _ tx: Transaction) throws -> Benchmark {
        let found = try tx.first(
            "select id, name, year, kind, definition, rate, source from turnover_benchmarks where id = \(id)", read)
        guard let found else { throw Missing() }
        return found
    }

    private static func read(_ row: inout Row) throws -> Benchmark {
        Benchmark(
            id: try row.value(), name: try row.value(), year: try row.value(),
            kind: LeaverKind(rawValue: try row.value()) ?? .all,
            definition: TurnoverDefinition(rawValue: try row.value()) ?? .opening,
            rate: Rate(billionths: try row.value()), source: try row.value())
    }

    static func save(_ benchmark: Benchmark, _ tx: Transaction) throws {
        try tx.execute(
            """
            insert into turnover_benchmarks (id, name, year, kind, definition, rate, source)
            values (\(benchmark.id), \(benchmark.name), \(benchmark.year), \(benchmark.kind.rawValue),
                \(benchmark.definition.rawValue), \(benchmark.rate.billionths), \(benchmark.source))
            on conflict (id) do update set name = excluded.name, year = excluded.year, kind = excluded.kind,
                definition = excluded.definition, rate = excluded.rate, source = excluded.source
            """)
    }

    static func delete(_ id: ID<Benchmark>, _ tx: Transaction) throws {
        try tx.execute("delete from turnover_benchmarks where id = \(id)")
    }
}
