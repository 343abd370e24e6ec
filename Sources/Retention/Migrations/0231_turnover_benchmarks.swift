import SQL

extension Migration {
    static let turnoverBenchmarks = Migration(
        231, "turnover of others to compare with",
        [
            // The rate of a year, in billionths.
            """
            create table turnover_benchmarks (
                id \(.id) primary key, name \(.text) not null, year \(.integer) not null, kind \(.text) not null,
                definition \(.text) not null, rate \(.integer) not null, source \(.text) not null)\(ending: .end)
            """
        ])
}
