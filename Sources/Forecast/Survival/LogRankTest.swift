/// Whether groups leave at the same pace (Mantel 1966; Peto and Peto 1972): χ² of observed minus expected events.
public struct LogRankTest: Sendable, Codable, Equatable {
    public struct Group: Sendable, Codable, Equatable {
        public var count: Int
        public var observed: Double
        public var expected: Double
    }

    public var groups: [Group]
    public var chiSquare: Double
    public var degrees: Int
    public var pValue: Double

    /// - Parameter groups: a number from 0 per row, below `groupCount`.
    public init(_ outcome: SurvivalOutcome, groups membership: [Int], groupCount: Int) {
        var atRisk = [Double](repeating: 0, count: groupCount)
        for group in membership { atRisk[group] += 1 }
        var results = atRisk.map { Group(count: Int($0), observed: 0, expected: 0) }
        var covariance = [Double](repeating: 0, count: groupCount * groupCount)
        let order = outcome.times.indices.sorted { (outcome.times[$0], $0) < (outcome.times[$1], $1) }
        var start = 0
        while start < order.count {
            let time = outcome.times[order[start]]
            var left = [Double](repeating: 0, count: groupCount)
            var gone = left
            while start < order.count, outcome.times[order[start]] == time {
                let row = order[start]
                gone[membership[row]] += 1
                if outcome.events[row] { left[membership[row]] += 1 }
                start += 1
            }
            let (n, d) = (atRisk.reduce(0, +), left.reduce(0, +))
            let scale = n > 1 ? d * (n - d) / (n - 1) : 0
            for one in 0..<groupCount {
                results[one].observed += left[one]
                results[one].expected += d * atRisk[one] / n
                for two in 0..<groupCount {
                    let share = (one == two ? atRisk[one] / n : 0) - atRisk[one] * atRisk[two] / (n * n)
                    covariance[one * groupCount + two] += scale * share
                }
                atRisk[one] -= gone[one]
            }
        }
        self.groups = results
        // Groups never expected to lose anyone say nothing; one of the others follows from the rest.
        let used = Array(results.indices.filter { results[$0].expected > 0 }.dropLast())
        degrees = used.count
        let matrix = used.flatMap { one in used.map { covariance[one * groupCount + $0] } }
        let difference = used.map { results[$0].observed - results[$0].expected }
        let solved = LinearSystem.solve(matrix, difference) ?? []
        chiSquare = zip(solved, difference).reduce(0) { $0 + $1.0 * $1.1 }
        pValue = degrees > 0 ? ChiSquareDistribution.upper(chiSquare, degrees: degrees) : 1
    }
}
