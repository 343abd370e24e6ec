import Kernel
import SQL
import Shell

/// Every fact that programmes and signals may use: what the rooms publish, and what follows from each metric.
package struct FactCatalogue: Sendable {
    private let published: [PublishedFact]

    package init(_ published: [PublishedFact]) {
        self.published = published
    }

    package init(_ house: House) {
        self.init(house.rooms.flatMap(\.facts))
    }

    /// All of them, those of the rooms first; metrics as they are registered now.
    package func facts(_ tx: Transaction) throws -> [PublishedFact] {
        try sources(tx).flatMap(\.facts)
    }

    /// The same, gathered so that facts of one metric are answered by one scan.
    func sources(_ tx: Transaction) throws -> [FactSource] {
        published.map { FactSource($0) } + (try Metrics.all(tx)).map { FactSource($0) }
    }
}

/// Facts that are answered together.
struct FactSource: Sendable {
    let facts: [PublishedFact]
    /// A column for each of ``facts``.
    let columns: @Sendable (_ day: Day, _ tx: Transaction) throws -> [FactColumn]

    init(_ fact: PublishedFact) {
        facts = [fact]
        columns = { day, tx in [try fact.values(day, tx)] }
    }

    init(_ metric: Metric) {
        let derived = DerivedFact.of(metric)
        facts = derived.map { $0.fact(of: metric) }
        columns = { day, tx in
            let history = try MetricWindow(metric, on: day, tx)
            return derived.map { history.column($0) }
        }
    }
}
