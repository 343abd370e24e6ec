import Kernel
import SQL
import Shell

/// Scores by open signals, while too few people have left to learn from: the weights are written down and shown.
enum SignalPoints {
    static let weights: [(severity: Signal.Severity, points: Int)] = [(.high, 3), (.medium, 2), (.low, 1)]

    static let rule = Phrase(
        zh: "每个进行中的预警信号按严重程度计分：高 3 分、中 2 分、低 1 分。合计 6 分以上为极高，4–5 分为高，2–3 分为中，1 分为低，没有信号为极低。不给出概率。",
        en:
            "Every open signal counts by its severity: high 3, medium 2, low 1. Six points or more are very high, 4–5 high, 2–3 medium, 1 low, none very low. No probability is given."
    )

    static func tier(_ points: Int) -> RiskTier {
        switch points {
        case 6...: .veryHigh
        case 4...5: .high
        case 2...3: .medium
        case 1: .low
        default: .veryLow
        }
    }

    /// Everybody of a population, by points.
    /// - Parameter day: to compare with; nothing has risen since a day before the first signals.
    static func scores(of subjects: [Int64], since day: Day?, _ tx: Transaction) throws -> [ScoredPerson] {
        let before = try day.flatMap { try points(on: $0, tx) }
        var found: [Int64: (points: Int, drivers: [DriverLine])] = [:]
        try tx.each(
            """
            select h.subject_id, v.severity, h.signal, v.name_zh, v.name_en, v.audience
            from signal_hits h join signal_versions v on v.signal = h.signal and v.version = h.version
            where h.until_day is null and h.is_withdrawn = 0
            order by h.subject_id, case v.severity when 'high' then 0 when 'medium' then 1 else 2 end, h.signal
            """
        ) { row in
            let (subject, severity) = (try row.value(Int64.self), try row.value(Signal.Severity.self))
            let (code, name) = (try row.value(String.self), Phrase(zh: try row.value(), en: try row.value()))
            let driver = DriverLine(
                code: code, raises: true, sentence: name,
                fieldClass: FieldClass(rawValue: try row.value()) ?? .sensitive)
            found[subject, default: (0, [])].points += weights.first { $0.severity == severity }?.points ?? 0
            if found[subject]!.drivers.count < 3 { found[subject]!.drivers.append(driver) }
        }
        return RiskScoring.ranked(
            subjects.map { subject in
                let own = found[subject] ?? (0, [])
                var person = ScoredPerson(subject, tier: tier(own.points))
                (person.points, person.drivers) = (own.points, own.drivers)
                if let before { person.hasRisen = person.tier.rank > tier(before[subject] ?? 0).rank }
                return person
            })
    }

    /// The points of an earlier day; nil when no signal had been found by then.
    private static func points(on day: Day, _ tx: Transaction) throws -> [Int64: Int]? {
        var found: [Int64: Int] = [:]
        try tx.each(
            """
            select h.subject_id, v.severity from signal_hits h
            join signal_versions v on v.signal = h.signal and v.version = h.version
            where h.day <= \(day) and (h.until_day is null or h.until_day > \(day)) and h.is_withdrawn = 0
            """
        ) { row in
            let (subject, severity) = (try row.value(Int64.self), try row.value(Signal.Severity.self))
            found[subject, default: 0] += weights.first { $0.severity == severity }?.points ?? 0
        }
        return found.isEmpty ? nil : found
    }
}
