/// Predicted curves of staying, one per row, as steps on a common time grid.
public struct SurvivalCurves: Sendable, Codable, Equatable {
    /// Rising; the curves are 1 before the first.
    public var times: [Double]
    /// Row-major, rows × times.
    public var surviving: [Double]

    public init(times: [Double], surviving: [Double]) {
        self.times = times
        self.surviving = surviving
    }

    public var rowCount: Int { times.isEmpty ? 0 : surviving.count / times.count }

    public subscript(row: Int, at time: Double) -> Double {
        let index = times.partitioned { $0 <= time }
        return index == 0 ? 1 : surviving[row * times.count + index - 1]
    }

    public func curve(_ row: Int) -> [Double] {
        Array(surviving[row * times.count..<(row + 1) * times.count])
    }

    /// The mean curve of some rows.
    public func mean(of rows: [Int]) -> [Double] {
        times.indices.map { step in rows.reduce(0) { $0 + surviving[$1 * times.count + step] } / Double(rows.count) }
    }

    /// The first grid time by which the row is more likely gone than not; nil when beyond the grid.
    public func medianTime(_ row: Int) -> Double? {
        times.indices.first { surviving[row * times.count + $0] <= 0.5 }.map { times[$0] }
    }
}
