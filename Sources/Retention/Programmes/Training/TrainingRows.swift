import Forecast
import Kernel

/// What is learned from: a row per person and snapshot whose outcome is fully known.
struct TrainingRows: Sendable {
    private(set) var table: FactTable
    private(set) var subjects: [Int64] = []
    /// Day numbers of the snapshots.
    private(set) var days: [Int] = []
    /// 1 left by own wish within the horizon, 0 did not.
    private(set) var outcome: [Double] = []
    /// The last day of those who left; nil for the others.
    private(set) var lastDays: [Int?] = []
    /// Rows that left in another way, and rows of people who had already given notice.
    private(set) var censored = 0
    private(set) var announced = 0
    let horizon: Int
    /// Which share of the people is learned from; all of them unless there are very many.
    private let sample: Double
    private let seed: UInt64

    init(horizon: Int, without leftOut: Set<String>, sample: Double = 1, seed: UInt64) {
        table = FactTable(without: leftOut)
        (self.horizon, self.sample, self.seed) = (horizon, sample, seed)
    }

    /// Adds a snapshot whose horizon has passed.
    mutating func append(_ snapshot: Snapshot, _ leavings: Leavings) {
        var rows: [Int] = []
        let day = snapshot.day.number
        for (place, subject) in snapshot.subjects.enumerated() where isSampled(subject) {
            switch leavings.fate(of: subject, after: day, within: horizon) {
            case .stayed:
                outcome.append(0)
                lastDays.append(nil)
            case .left(let last):
                outcome.append(1)
                lastDays.append(last)
            case .censored:
                censored += 1
                continue
            case .announced:
                announced += 1
                continue
            }
            rows.append(place)
            subjects.append(subject)
            days.append(day)
        }
        table.append(snapshot, rows: rows)
    }

    /// People who left, each counted once however many snapshots saw it coming.
    var leavers: Int { Set(zip(subjects, outcome).filter { $1 == 1 }.map(\.0)).count }

    /// A number per row that is the same for all rows of one person.
    var people: [Int] {
        var known: [Int64: Int] = [:]
        return subjects.map { subject in
            if let number = known[subject] { return number }
            known[subject] = known.count
            return known.count - 1
        }
    }

    /// Whole people are drawn, always the same ones, so that shares stay what they are.
    private func isSampled(_ subject: Int64) -> Bool {
        guard sample < 1 else { return true }
        var hash = UInt64(bitPattern: subject) &+ seed &* 0x9E37_79B9_7F4A_7C15
        hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
        hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
        hash ^= hash >> 31
        return Double(hash >> 11) / Double(1 << 53) < sample
    }
}
