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

    /// - Parameter codes: the facts that will be asked for.
    init(_ day: Day, _ facts: [String: PublishedFact], codes: Set<String>, _ tx: Transaction) throws {
        snapshot = try Snapshots.load(.employees, day, codes: codes.sorted(), tx)
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

    /// Earlier values, one list per period back, the nearest first; nil when they could not be had.
    func past(of code: String, _ rule: SignalRule, _ tx: Transaction) throws -> [[Float]]? {
        guard rule.depth > 0 else { return [] }
        if let metric = try metric(behind: code, tx) { return try past(of: metric, rule, tx) }
        guard let fact = facts[code] else { return nil }
        do {
            return try tx.savepoint {
                try (1...rule.depth).map { try fact.values(rule.period.before(day, $0), tx).aligned(to: subjects) }
            }
        } catch let error where !(error is CancellationError) {
            return nil
        }
    }

    /// `m_sales_last` is the latest value of the metric `sales`.
    private func metric(behind code: String, _ tx: Transaction) throws -> Metric? {
        guard code.hasPrefix("m_"), code.hasSuffix("_last") else { return nil }
        return try Metrics.metric(code: String(code.dropFirst(2).dropLast(5)), tx)
    }

    /// One scan of what was measured: the values before the newest one, the nearest first. A value recorded twice for a
    /// day counts once, as recorded last.
    private func past(of metric: Metric, _ rule: SignalRule, _ tx: Transaction) throws -> [[Float]] {
        var earlier = [[Float]](
            repeating: [Float](repeating: .nan, count: subjects.count), count: rule.depth)
        // One period more than is asked for, because the newest value may be that old itself.
        let oldest =
            rule.kind.looksBack
            ? (day - rule.windowDays).number : rule.period.before(day, rule.depth + 1).number
        var place = 0
        var measured: [(day: Int, value: Float)] = []
        func keep() {
            guard place < subjects.count else { return }
            for (back, one) in measured.dropLast().reversed().prefix(rule.depth).enumerated() {
                earlier[back][place] = one.value
            }
        }
        var current: Int64?
        try tx.each(
            """
            select subject_id, day, value from metric_values
            where metric_id = \(metric.id) and day > \(oldest) and day <= \(day.number) and known_on <= \(day.number)
            order by subject_id, day, known_on
            """
        ) { row in
            let subject = try row.value(Int64.self)
            if subject != current {
                if !measured.isEmpty { keep() }
                measured.removeAll(keepingCapacity: true)
                current = subject
                while place < subjects.count, subjects[place] < subject { place += 1 }
            }
            guard place < subjects.count, subjects[place] == subject else { return }
            let one = (day: try row.value(Int.self), value: Float(try row.value(Double.self)))
            if measured.last?.day == one.day { measured.removeLast() }
            measured.append(one)
        }
        if !measured.isEmpty { keep() }
        return earlier
    }
}
