import Kernel
import SQL

/// Facts about people that were contested and found wrong: they stay out of snapshots and signals until corrected.
package struct ExcludedFacts: Sendable {
    /// Ids of subjects by code of the fact, ascending.
    private let subjects: [String: [Int64]]

    /// What is excluded on a day.
    package static func load(on day: Day, _ tx: Transaction) throws -> ExcludedFacts {
        var found: [String: [Int64]] = [:]
        try tx.each(
            """
            select distinct fact, subject_id from excluded_facts
            where starts_on <= \(day) and (ends_before is null or ends_before > \(day)) order by fact, subject_id
            """
        ) { row in found[try row.value(), default: []].append(try row.value()) }
        return ExcludedFacts(subjects: found)
    }

    package var isEmpty: Bool { subjects.isEmpty }

    /// The column with NaN, unknown, where the fact is excluded.
    /// - Parameter others: ids beside the values, ascending.
    package func without(_ fact: String, _ others: [Int64], _ values: [Float]) -> [Float] {
        guard let out = subjects[fact] else { return values }
        var (values, place) = (values, 0)
        for subject in out {
            while place < others.count, others[place] < subject { place += 1 }
            guard place < others.count else { break }
            if others[place] == subject { values[place] = .nan }
        }
        return values
    }

    /// The facts that say the same thing: what follows from one metric is right or wrong together.
    static func siblings(of fact: String, among published: some Sequence<String>) -> [String] {
        guard fact.hasPrefix("m_"), let end = fact.lastIndex(of: "_") else { return [fact] }
        let stem = fact[...end]
        return published.filter { $0.hasPrefix(stem) && !$0.dropFirst(stem.count).contains("_") }.sorted()
    }
}
