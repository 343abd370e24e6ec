import Kernel
import SQL
import Shell

/// The facts of one day, as signals look at them: from the snapshot of the day where there is one, else asked as of it.
struct SignalDay {
    let day: Day
    /// Ids of everybody employed, ascending.
    let subjects: [Int64]
    private let snapshot: Snapshot?
    private let facts: [String: PublishedFact]
    private let excluded: ExcludedFacts

    init(_ day: Day, _ facts: [String: PublishedFact], _ tx: Transaction) throws {
        snapshot = try Snapshots.load(.employees, day, tx)
        subjects = try snapshot?.subjects ?? Population.employees.subjects(on: day, tx)
        (self.day, self.facts) = (day, facts)
        excluded = try ExcludedFacts.load(on: day, tx)
    }

    /// Everybody's values of a fact beside ``subjects``; nil when the fact as a whole could not be had.
    func values(of code: String, _ tx: Transaction) throws -> [Float]? {
        if let column = snapshot?.column(code) {
            return column.missing == nil ? excluded.without(code, subjects, column.values) : nil
        }
        guard let fact = facts[code] else { return nil }
        do {
            return try tx.savepoint { excluded.without(code, subjects, try fact.values(day, tx).aligned(to: subjects)) }
        } catch let error where !(error is CancellationError) {
            return nil
        }
    }

    /// Earlier values, one list per period back, the nearest first.
    func past(of code: String, _ rule: SignalRule, _ tx: Transaction) throws -> [[Float]] {
        guard rule.depth > 0 else { return [] }
        if let metric = try metric(behind: code, tx) { return try past(of: metric, rule, tx) }
        guard let fact = facts[code] else { return [] }
        return try (1...rule.depth).map { try fact.values(rule.period.before(day, $0), tx).aligned(to: subjects) }
    }

    /// `m_sales_last` is the latest value of the metric `sales`.
    private func metric(behind code: String, _ tx: Transaction) throws -> Metric? {
        guard code.hasPrefix("m_"), code.hasSuffix("_last") else { return nil }
        return try Metrics.metric(code: String(code.dropFirst(2).dropLast(5)), tx)
    }

    /// One scan of what was measured: in each period the last value counts, and a value that was never measured in a
    /// period is unknown there.
    private func past(of metric: Metric, _ rule: SignalRule, _ tx: Transaction) throws -> [[Float]] {
        // Begins and ends of the periods: what lies after bounds[k + 1] up to bounds[k] is k periods back.
        let bounds = (0...rule.depth + 1).map { rule.period.before(day, $0).number }
        var periods = [[Float]](
            repeating: [Float](repeating: .nan, count: subjects.count), count: rule.depth)
        let (oldest, newest) = (bounds[rule.depth + 1], bounds[1])
        var place = 0
        try tx.each(
            """
            select subject_id, day, value from metric_values
            where metric_id = \(metric.id) and day > \(oldest) and day <= \(newest) and known_on <= \(day.number)
            order by subject_id, day, known_on
            """
        ) { row in
            let (subject, measured) = (try row.value(Int64.self), try row.value(Int.self))
            while place < subjects.count, subjects[place] < subject { place += 1 }
            guard place < subjects.count, subjects[place] == subject else { return }
            var back = 1
            while back < rule.depth, measured <= bounds[back + 1] { back += 1 }
            periods[back - 1][place] = Float(try row.value(Double.self))
        }
        return periods
    }
}
