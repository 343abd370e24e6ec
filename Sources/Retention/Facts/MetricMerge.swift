import Kernel
import SQL
import Shell

/// Holds incoming values against the stored ones and tells what is to be written: nothing for what stands already, a new
/// record for what is new or corrected. A record of the past is never rewritten: a correction counts from today.
struct MetricMerge {
    private(set) var inserts: [MetricRecord] = []
    /// Records of today that are corrected today.
    private(set) var updates: [MetricRecord] = []
    private(set) var unchanged = 0
    /// Rows that say something else about the same value as an earlier row: (row, earlier row).
    private(set) var contradictions: [(row: Int32, earlier: Int32)] = []
    private let today: Int32
    private let knownFrom: KnownFrom

    init(today: Day, knownFrom: KnownFrom) {
        self.today = Int32(today.number)
        self.knownFrom = knownFrom
    }

    /// One question per metric: the stored values between its first and last incoming day, in the order of their key; of
    /// few values only those about the same people and days.
    mutating func run(_ incoming: [IncomingValue], of metrics: [Metric], _ tx: Transaction) throws {
        let sorted = Self.sorted(incoming)
        var start = 0
        while start < sorted.count {
            let metric = sorted[start].metric
            var end = start + 1
            while end < sorted.count, sorted[end].metric == metric { end += 1 }
            try merge(sorted[start..<end], metrics[Int(metric)].id, tx)
            start = end
        }
    }

    /// By metric, day, person, then as they came.
    private static func sorted(_ values: [IncomingValue]) -> [IncomingValue] {
        struct Key {
            let high: UInt64
            let low: UInt64
            let place: Int32
        }
        let keys = values.indices.map { place in
            let value = values[place]
            return Key(
                high: UInt64(value.metric) << 32 | UInt64(UInt32(bitPattern: value.day) ^ 0x8000_0000),
                low: UInt64(bitPattern: value.subject), place: Int32(place))
        }.sorted { left, right in
            if left.high != right.high { return left.high < right.high }
            if left.low != right.low { return left.low < right.low }
            return left.place < right.place
        }
        return keys.map { values[Int($0.place)] }
    }

    private mutating func merge(_ values: ArraySlice<IncomingValue>, _ metric: ID<Metric>, _ tx: Transaction) throws {
        guard let first = values.first, let last = values.last else { return }
        let days = Set(values.lazy.prefix(MetricReader.few).map { Int($0.day) }).sorted()
        let people = Set(values.lazy.prefix(MetricReader.few).map(\.subject)).sorted()
        // A few values are looked up by their keys, so that nobody waits for a scan of what all others did.
        let isFew = values.count <= MetricReader.few && days.count * people.count <= MetricReader.few * 20
        let which: Query =
            isFew
            ? "day in \(days) and subject_id in \(people)" : "day between \(Int(first.day)) and \(Int(last.day))"
        var next = values.startIndex
        var standing: [(known: Int32, value: Double)] = []
        var (day, subject): (Int32, Int64) = (.min, 0)
        try tx.each(
            """
            select day, subject_id, known_on, value from metric_values
            where metric_id = \(metric) and \(which)
            order by day, subject_id, known_on
            """
        ) { row in
            let stored = (Int32(truncatingIfNeeded: try row.value(Int64.self)), try row.value(Int64.self))
            if stored != (day, subject) {
                take(values, &next, upTo: (day, subject), standing)
                standing.removeAll(keepingCapacity: true)
                (day, subject) = stored
            }
            // Only what somebody speaks of is remembered.
            skip(values, &next, before: stored)
            guard next < values.endIndex, (values[next].day, values[next].subject) == stored else { return }
            standing.append((Int32(truncatingIfNeeded: try row.value(Int64.self)), try row.value()))
        }
        take(values, &next, upTo: (day, subject), standing)
        skip(values, &next, before: (.max, .max))
    }

    /// Values nothing is stored of, up to a key.
    private mutating func skip(
        _ values: ArraySlice<IncomingValue>, _ next: inout Int, before key: (Int32, Int64)
    ) {
        while next < values.endIndex, (values[next].day, values[next].subject) < key {
            take(values, &next, standing: [])
        }
    }

    /// The values of the key the stored records belong to.
    private mutating func take(
        _ values: ArraySlice<IncomingValue>, _ next: inout Int, upTo key: (Int32, Int64),
        _ standing: [(known: Int32, value: Double)]
    ) {
        skip(values, &next, before: key)
        guard next < values.endIndex, (values[next].day, values[next].subject) == key else { return }
        take(values, &next, standing: standing)
    }

    /// All incoming values of one metric, day and person; usually one.
    private mutating func take(
        _ values: ArraySlice<IncomingValue>, _ next: inout Int, standing: [(known: Int32, value: Double)]
    ) {
        let start = next
        next += 1
        while next < values.endIndex, values[next].day == values[start].day,
            values[next].subject == values[start].subject
        { next += 1 }
        guard next - start > 1 else {
            settle(values[start], standing)
            return
        }
        var (standing, seen): ([(known: Int32, value: Double)], [Int32: (row: Int32, value: Double)]) = (standing, [:])
        for value in values[start..<next].sorted(by: { ($0.known ?? .max, $0.row) < ($1.known ?? .max, $1.row) }) {
            let key = value.known ?? .max
            if let earlier = seen[key] {
                if earlier.value == value.value {
                    unchanged += 1
                } else {
                    contradictions.append((value.row, earlier.row))
                }
                continue
            }
            seen[key] = (value.row, value.value)
            if let written = settle(value, standing) {
                standing.removeAll { $0.known == written.known }
                standing.append((written.known, written.value))
                standing.sort { $0.known < $1.known }
            }
        }
    }

    @discardableResult
    private mutating func settle(
        _ value: IncomingValue, _ standing: [(known: Int32, value: Double)]
    ) -> MetricRecord? {
        let known = value.known ?? (standing.isEmpty && knownFrom == .day ? value.day : today)
        // Without a day of its own a value speaks of what is known now; with one, of what was known then.
        let before = value.known == nil ? standing.last : standing.last { $0.known <= known }
        if before?.value == value.value {
            unchanged += 1
            return nil
        }
        // A record of the past stays as it was; what differs from it counts from today.
        let taken = standing.contains { $0.known == known } ? today : known
        let record = MetricRecord(
            metric: value.metric, day: value.day, subject: value.subject, known: taken, value: value.value)
        if let same = standing.first(where: { $0.known == taken }) {
            guard same.value != value.value else {
                unchanged += 1
                return nil
            }
            updates.append(record)
        } else {
            inserts.append(record)
        }
        return record
    }
}
