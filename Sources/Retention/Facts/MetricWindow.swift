import Kernel
import SQL
import Shell

/// The recent values of one metric for everybody, from one scan of its primary key.
///
/// Cost: about 0.3 µs a value, so 100,000 people with eight weekly values take a quarter of a second.
struct MetricWindow {
    private let metric: Metric
    private let day: Int
    private let spans: MetricSpans
    private let subjects: [Int64]
    /// The values of each subject lie side by side, oldest first; `starts` says where.
    private let starts: [Int]
    private let days: [Int32]
    private let values: [Double]

    init(_ metric: Metric, on day: Day, _ tx: Transaction) throws {
        let spans = MetricSpans(metric.grain)
        (self.metric, self.spans, self.day) = (metric, spans, day.number)
        var rows = Rows()
        try tx.each(
            """
            select day, subject_id, value from metric_values
            where metric_id = \(metric.id) and day between \(day.number - spans.all + 1) and \(day.number)
                and known_on <= \(day.number)
            order by day, subject_id, known_on
            """
        ) { row in rows.add(day: try row.value(), subject: try row.value(), value: try row.value()) }
        (subjects, starts, days, values) = rows.bySubject()
    }

    func column(_ fact: DerivedFact) -> FactColumn {
        var column = FactColumn()
        column.reserve(subjects.count)
        for (place, subject) in subjects.enumerated() {
            let range = starts[place]..<starts[place + 1]
            let value =
                switch fact {
                case .last: last(range)
                case .change: change(range)
                case .flat: flat(range)
                }
            if let value { column.append(subject, value) }
        }
        return column
    }

    private func isFresh(_ place: Int) -> Bool { day - Int(days[place]) < spans.stale }

    private func last(_ range: Range<Int>) -> Double? {
        guard let place = range.last, isFresh(place) else { return nil }
        return values[place]
    }

    private func change(_ range: Range<Int>) -> Double? {
        guard let newest = range.last, day - Int(days[newest]) < spans.late else { return nil }
        let border = Int(days[newest]) - spans.recent
        let split = range.first { Int(days[$0]) > border } ?? range.upperBound
        let start = range.first { Int(days[$0]) > border - spans.before } ?? split
        guard let recent = mean(split..<range.upperBound), let before = mean(start..<split) else { return nil }
        return recent - before
    }

    /// A single value has nothing to stand still against.
    private func flat(_ range: Range<Int>) -> Double? {
        guard let newest = range.last, isFresh(newest), range.count > 1 else { return nil }
        var (place, run) = (newest, 0)
        while place > range.lowerBound, run < spans.run {
            let step = values[place] - values[place - 1]
            guard metric.better == .lower ? step >= 0 : step <= 0 else { break }
            (place, run) = (place - 1, run + 1)
        }
        return Double(run)
    }

    private func mean(_ range: Range<Int>) -> Double? {
        range.isEmpty ? nil : values[range].reduce(0, +) / Double(range.count)
    }
}

extension MetricWindow {
    /// Rows as the scan gives them: by day, within a day by subject, of a value recorded twice the later record last.
    private struct Rows {
        private var days: [Int32] = []
        private var owners: [Int32] = []
        private var values: [Double] = []
        private var places: [Int64: Int32] = [:]
        private var subjects: [Int64] = []

        mutating func add(day: Int64, subject: Int64, value: Double) {
            let day = Int32(truncatingIfNeeded: day)
            let owner: Int32
            if let known = places[subject] {
                owner = known
            } else {
                owner = Int32(subjects.count)
                places[subject] = owner
                subjects.append(subject)
            }
            if days.last == day, owners.last == owner {
                values[values.count - 1] = value
                return
            }
            days.append(day)
            owners.append(owner)
            values.append(value)
        }

        /// Sorted by counting, because the order by day stays within each subject.
        func bySubject() -> (subjects: [Int64], starts: [Int], days: [Int32], values: [Double]) {
            let order = subjects.indices.sorted { subjects[$0] < subjects[$1] }
            var rank = [Int](repeating: 0, count: subjects.count)
            for (place, index) in order.enumerated() { rank[index] = place }
            var starts = [Int](repeating: 0, count: subjects.count + 1)
            for owner in owners { starts[rank[Int(owner)] + 1] += 1 }
            for place in subjects.indices { starts[place + 1] += starts[place] }
            var next = starts
            var sortedDays = [Int32](repeating: 0, count: days.count)
            var sortedValues = [Double](repeating: 0, count: values.count)
            for index in days.indices {
                let place = rank[Int(owners[index])]
                sortedDays[next[place]] = days[index]
                sortedValues[next[place]] = values[index]
                next[place] += 1
            }
            return (order.map { subjects[$0] }, starts, sortedDays, sortedValues)
        }
    }
}
