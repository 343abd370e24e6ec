import Kernel

/// How a risk list treats groups of people: who is on it, how often it is right about them, and whether its shares come true.
///
/// Protected attributes are never facts; they only enter here. Groups under five people are merged, or hidden.
public struct FairnessTable: Sendable, Codable, Equatable {
    public struct Group: Sendable, Codable, Equatable {
        /// The attribute's value; for pairs "A × B"; nil = the small groups together.
        public var name: String?
        public var count: Int
        /// Too few people: no figures, so that nobody can be recognised.
        public var isHidden: Bool
        /// Share put on the list.
        public var selectionRate: Double?
        /// Selection rate over that of the group selected most often.
        public var impactRatio: Double?
        /// Fisher's exact p against that group; nil for the group itself.
        public var pValue: Double?
        /// Share on the list of those who left, and of those who stayed.
        public var truePositiveRate: IntervalEstimate?
        public var falsePositiveRate: IntervalEstimate?
        /// Mean predicted and observed share.
        public var predicted: Double?
        public var observed: IntervalEstimate?
        public var verdict: Phrase
    }

    /// The protected column, or two of them.
    public var columns: [String]
    public var groups: [Group]

    public static let leastCount = 5

    /// - Parameters:
    ///   - columns: one protected column, or two to be combined.
    ///   - rows: rows judged.
    ///   - predicted, outcome, selected: per row of the frame; selected = on the list (the top tiers).
    public init(columns: [Column], rows: [Int], predicted: [Double], outcome: [Double], selected: [Bool]) {
        self.columns = columns.map(\.name)
        var members: [String: [Int]] = [:]
        for row in rows {
            let names = columns.map { Self.name($0, row) }
            members[names.joined(separator: " × "), default: []].append(row)
        }
        let small = members.filter { $0.value.count < Self.leastCount }.flatMap(\.value).sorted()
        var shown: [(name: String?, rows: [Int])] = members.filter { $0.value.count >= Self.leastCount }
            .sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        if !small.isEmpty { shown.append((nil, small)) }
        let counted = shown.indices.filter { shown[$0].rows.count >= Self.leastCount }
        guard !counted.isEmpty else {
            groups = shown.map { Self.hidden($0.name, count: $0.rows.count) }
            return
        }
        let impact = AdverseImpact(
            counted.map { index in
                .init(
                    name: String(index), selected: shown[index].rows.count { selected[$0] },
                    applicants: shown[index].rows.count)
            })
        let found = Dictionary(uniqueKeysWithValues: impact.groups.map { ($0.name, $0) })
        groups = shown.enumerated().map { index, group in
            guard let impact = found[String(index)] else { return Self.hidden(group.name, count: group.rows.count) }
            let (left, stayed) = (group.rows.filter { outcome[$0] == 1 }, group.rows.filter { outcome[$0] == 0 })
            let count = Double(group.rows.count)
            return Group(
                name: group.name, count: group.rows.count, isHidden: false, selectionRate: impact.rate,
                impactRatio: impact.ratio, pValue: impact.fisher,
                truePositiveRate: Self.share(left, selected), falsePositiveRate: Self.share(stayed, selected),
                predicted: group.rows.reduce(0) { $0 + predicted[$1] } / count,
                observed: Proportion(events: Double(left.count), count: count).wilson,
                verdict: Self.verdict(impact, isReference: impact.fisher == nil))
        }
    }

    /// One table per protected column and per pair of them.
    public static func all(
        _ protected: [Column], rows: [Int], predicted: [Double], outcome: [Double], selected: [Bool]
    ) -> [FairnessTable] {
        var sets = protected.map { [$0] }
        for (index, one) in protected.enumerated() {
            for two in protected[(index + 1)...] { sets.append([one, two]) }
        }
        return sets.map {
            FairnessTable(columns: $0, rows: rows, predicted: predicted, outcome: outcome, selected: selected)
        }
    }

    private static func share(_ rows: [Int], _ selected: [Bool]) -> IntervalEstimate? {
        rows.isEmpty
            ? nil : Proportion(events: Double(rows.count { selected[$0] }), count: Double(rows.count)).wilson
    }

    private static func hidden(_ name: String?, count: Int) -> Group {
        Group(
            name: name, count: count, isHidden: true,
            verdict: Phrase(zh: "不足 \(leastCount) 人，不显示", en: "Fewer than \(leastCount) people: not shown"))
    }

    private static func verdict(_ group: AdverseImpact.Group, isReference: Bool) -> Phrase {
        guard !isReference else { return Phrase(zh: "入选率最高，作为参照", en: "Selected most often: the reference") }
        let significant = (group.fisher ?? 1) < 0.05
        return switch (group.isBelowFourFifths, significant) {
        case (true, true):
            Phrase(zh: "低于五分之四且差异显著，须查明原因", en: "Below four fifths and beyond chance: find out why")
        case (true, false):
            Phrase(zh: "低于五分之四，但人数少，差异可能出于偶然", en: "Below four fifths, but may be chance with so few people")
        case (false, true):
            Phrase(zh: "未低于五分之四，但差异显著", en: "Not below four fifths, yet the difference is beyond chance")
        case (false, false):
            Phrase(zh: "未见明显差异", en: "No clear difference")
        }
    }

    private static func name(_ column: Column, _ row: Int) -> String {
        switch column.values {
        case .categorical(let codes, let levels): codes[row] < 0 ? "—" : levels[Int(codes[row])]
        case .numeric(let numbers):
            numbers[row].isNaN
                ? "—"
                : numbers[row] == numbers[row].rounded() && abs(numbers[row]) < 1e15
                    ? String(Int(numbers[row])) : String(numbers[row])
        }
    }
}
