/// How many of each cohort (hired in one quarter, one branch, one channel) are still there after given times.
public struct RetentionTable: Sendable, Codable, Equatable {
    public struct Cohort: Sendable, Codable, Equatable {
        public var name: String
        public var count: Int
        public var events: Int
        /// Kaplan–Meier share still there at each of the table's times; nil once nobody of the cohort was observed that long.
        public var retained: [IntervalEstimate?]
        public var median: KaplanMeier.Median?
    }

    public var times: [Double]
    public var cohorts: [Cohort]
    /// Whether cohorts differ by more than chance.
    public var difference: LogRankTest

    /// - Parameters:
    ///   - groups: index into `names` per row; rows with −1 take no part.
    public init(_ outcome: SurvivalOutcome, groups: [Int], names: [String], times: [Double]) {
        self.times = times
        cohorts = names.enumerated().compactMap { index, name in
            let rows = groups.indices.filter { groups[$0] == index }
            guard !rows.isEmpty else { return nil }
            let curve = KaplanMeier(outcome.taking(rows))
            return Cohort(
                name: name, count: rows.count, events: curve.eventCount,
                retained: times.map { curve.atRisk(at: $0) > 0 ? curve.surviving(at: $0) : nil }, median: curve.median)
        }
        let known = groups.indices.filter { groups[$0] >= 0 }
        difference = LogRankTest(outcome.taking(known), groups: known.map { groups[$0] }, groupCount: names.count)
    }
}
