import Kernel

/// What is usual among the rows a model was trained on: the yardstick for sentences about single rows.
///
/// Stored with the model.
public struct ReferenceProfile: Sendable, Codable, Equatable {
    public struct Fact: Sendable, Codable, Equatable {
        public var name: String
        public var label: Phrase?
        public var unit: Phrase?
        public var kind: ColumnKind
        /// Of a numeric fact, over the rows with a value; nil when there are none.
        public var median: Double?
        /// Of a category: levels with their share of the rows with a value, commonest first (at most 50).
        public var levels: [Level]
        public var missingShare: Double
        /// Facts with the same number say the same thing and are told as one.
        public var group: Int

        /// What people call it.
        public var title: Phrase { label ?? Phrase(verbatim: name) }
    }

    public struct Level: Sendable, Codable, Equatable {
        public var name: String
        public var share: Double
    }

    public var facts: [Fact]
    /// The day from which days were counted back; nil when there are no days.
    public var snapshot: Double?

    /// - Parameters:
    ///   - rows: the training rows.
    ///   - kinds: by column name; inferred where absent.
    ///   - snapshot: see ``Hygiene/snapshot``; days in `frame` are counted back from it.
    public init(_ frame: Frame, rows: [Int], kinds: [String: ColumnKind] = [:], snapshot: Double? = nil) {
        let groups = FactGroups(frame, rows: rows).numbers
        self.snapshot = snapshot
        facts = Parallel.columns(frame.columns.count) { index in
            let column = frame.columns[index]
            let kind = kinds[column.name] ?? ColumnKind(inferring: column.values)
            var fact = Fact(
                name: column.name, label: column.label, unit: column.unit, kind: kind, median: nil, levels: [],
                missingShare: 0, group: groups[index])
            switch column.values {
            case .numeric(let numbers):
                let present = rows.map { numbers[$0] }.filter { !$0.isNaN }
                fact.missingShare = Self.share(rows.count - present.count, rows.count)
                if kind == .yesNo {
                    let yes = Self.share(present.count { $0 > 0.5 }, present.count)
                    fact.levels = [Level(name: "1", share: yes), Level(name: "0", share: 1 - yes)]
                }
                fact.median = Median.of(present)
            case .categorical(let codes, let names):
                var counts = [Int](repeating: 0, count: names.count)
                for row in rows where codes[row] >= 0 { counts[Int(codes[row])] += 1 }
                let present = counts.reduce(0, +)
                fact.missingShare = Self.share(rows.count - present, rows.count)
                fact.levels =
                    counts.indices.filter { counts[$0] > 0 }
                    .sorted { (counts[$1], $0) < (counts[$0], $1) }
                    .prefix(50)
                    .map { Level(name: names[$0], share: Self.share(counts[$0], present)) }
            }
            return fact
        }
    }

    private static func share(_ part: Int, _ whole: Int) -> Double { whole == 0 ? 0 : Double(part) / Double(whole) }
}
