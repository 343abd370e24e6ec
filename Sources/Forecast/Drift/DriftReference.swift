/// What training rows looked like, column by column: small enough to be stored with the model.
public struct DriftReference: Sendable, Codable, Equatable {
    public struct Fact: Sendable, Codable, Equatable {
        enum Bins: Sendable, Codable, Equatable {
            /// Inner edges of up to ten bins of about equal count.
            case numeric(edges: [Double])
            case categorical(levels: [String])
        }

        public var column: String
        var bins: Bins
        /// Rows per bin, the last one missing.
        var counts: [Double]

        var missingShare: Double { (counts.last ?? 0) / max(1, counts.reduce(0, +)) }
    }

    public var facts: [Fact]
    public var score: Fact?

    /// - Parameter scores: per entry of `rows`, held-out if possible.
    public init(_ frame: Frame, rows: [Int], scores: [Double]? = nil) {
        facts = frame.columns.map { Self.fact($0, rows: rows) }
        score = scores.map {
            Self.fact(Column(name: "score", values: .numeric($0)), rows: Array($0.indices))
        }
    }

    private static func fact(_ column: Column, rows: [Int]) -> Fact {
        let bins: Fact.Bins
        switch column.values {
        case .numeric(let numbers):
            let sorted = rows.map { numbers[$0] }.filter { !$0.isNaN }.sorted()
            var edges: [Double] = []
            if !sorted.isEmpty {
                for bin in 1..<10 {
                    let edge = sorted[sorted.count * bin / 10]
                    if edge > (edges.last ?? sorted[0]) { edges.append(edge) }
                }
            }
            bins = .numeric(edges: edges)
        case .categorical(_, let levels):
            bins = .categorical(levels: levels)
        }
        return Fact(column: column.name, bins: bins, counts: count(column, rows: rows, bins: bins).counts)
    }

    /// Rows per bin (the last one missing) and categories that training did not know.
    static func count(_ column: Column, rows: [Int], bins: Fact.Bins) -> (counts: [Double], unknown: [String: Int]) {
        var unknown: [String: Int] = [:]
        switch (bins, column.values) {
        case (.numeric(let edges), .numeric(let numbers)):
            var counts = [Double](repeating: 0, count: edges.count + 2)
            for row in rows {
                let value = numbers[row]
                counts[value.isNaN ? edges.count + 1 : edges.partitioned { $0 <= value }] += 1
            }
            return (counts, unknown)
        case (.categorical(let known), .categorical(let codes, let levels)):
            let index = Dictionary(known.enumerated().map { ($1, $0) }) { first, _ in first }
            // One bin for categories training did not know, then missing.
            var counts = [Double](repeating: 0, count: known.count + 2)
            for row in rows {
                guard codes[row] >= 0 else {
                    counts[known.count + 1] += 1
                    continue
                }
                let level = levels[Int(codes[row])]
                if index[level] == nil { unknown[level, default: 0] += 1 }
                counts[index[level] ?? known.count] += 1
            }
            return (counts, unknown)
        case (.numeric(let edges), .categorical(let codes, _)):
            return count(
                Column(name: "", values: .numeric(codes.map { _ in .nan })), rows: rows, bins: .numeric(edges: edges))
        case (.categorical(let known), .numeric(let numbers)):
            let missing = numbers.map { _ in Int32(-1) }
            return count(
                Column(name: "", values: .categorical(codes: missing, levels: known)), rows: rows, bins: bins)
        }
    }
}
