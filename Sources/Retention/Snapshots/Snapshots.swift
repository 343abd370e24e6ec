import Kernel
import SQL
import Shell

/// Takes, keeps and gives back snapshots.
///
/// A snapshot is taken of a day that is over: it holds what had happened and was recorded by then, whenever it is taken.
/// It is kept as one block of bytes per fact, so 100,000 people cost about 100 to 200 KB a fact.
package enum Snapshots {
    /// Asks every fact about a population. A fact whose query fails is missing with its reason; the others are not
    /// touched by it. Reads only.
    ///
    /// - Parameters:
    ///   - codes: only these facts; all with nil.
    ///   - known: the subjects of the snapshot, where they were found before.
    package static func measure(
        _ population: Population, _ day: Day, _ catalogue: FactCatalogue, codes: Set<String>? = nil,
        subjects known: [Int64]? = nil, _ tx: Transaction
    ) throws -> Snapshot {
        let subjects = try known ?? population.subjects(on: day, tx)
        let excluded = try ExcludedFacts.load(on: day, tx)
        func isAsked(_ fact: PublishedFact) -> Bool { codes?.contains(fact.code) ?? true }
        var columns: [SnapshotColumn] = []
        for source in try catalogue.sources(tx) where source.facts.contains(where: isAsked) {
            do {
                let found = try tx.savepoint { try source.columns(day, tx) }
                for (fact, column) in zip(source.facts, found) where isAsked(fact) {
                    columns.append(SnapshotColumn(fact, column, beside: subjects, without: excluded))
                }
            } catch let error where SnapshotWords.isOfTheFact(error) {
                let reason = SnapshotWords.failed(error)
                columns += source.facts.filter(isAsked).map {
                    SnapshotColumn(missing: $0, reason, count: subjects.count)
                }
            }
        }
        return Snapshot(population: population, day: day, subjects: subjects, columns: columns)
    }

    /// Measures and keeps, over an earlier snapshot of the same day.
    @discardableResult
    package static func take(
        _ population: Population, _ day: Day, _ catalogue: FactCatalogue, at now: Instant, _ tx: Transaction
    ) throws -> Snapshot {
        let snapshot = try measure(population, day, catalogue, tx)
        try store(snapshot, at: now, tx)
        return snapshot
    }
}

extension SnapshotColumn {
    /// What was contested and found wrong is unknown.
    init(_ fact: PublishedFact, _ column: FactColumn, beside subjects: [Int64], without excluded: ExcludedFacts) {
        self.init(
            code: fact.code, name: fact.name, unit: fact.unit, levels: column.levels,
            values: excluded.without(fact.code, subjects, column.aligned(to: subjects)))
    }

    init(missing fact: PublishedFact, _ reason: Phrase, count: Int) {
        self.init(
            code: fact.code, name: fact.name, unit: fact.unit, values: [Float](repeating: .nan, count: count),
            missing: reason)
    }
}
