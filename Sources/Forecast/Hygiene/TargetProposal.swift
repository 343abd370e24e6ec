import Kernel

/// Which column probably holds the outcome, and which of its values means that it happened.
public struct TargetProposal: Sendable, Equatable {
    public let column: String
    /// The value as written in the column; "1" for numbers.
    public let positive: String
    public let reason: Phrase

    /// Nil when no column is clearly the one.
    public init?(_ frame: Frame, kinds: [String: ColumnKind] = [:]) {
        let candidates = frame.columns.compactMap { Candidate($0) }
        guard let best = candidates.map(\.strength).max() else { return nil }
        let strongest = candidates.filter { $0.strength == best }
        // Two equally likely columns: a person has to say which.
        guard strongest.count == 1, let winner = strongest.first else { return nil }
        column = winner.name
        positive = winner.positive
        let share = FactFormat.share(winner.share)
        reason =
            winner.strength == 1
            ? Phrase(
                zh: "“\(winner.name)”的取值像是结果；“\(winner.positive)”占 \(share)",
                en: "The values of “\(winner.name)” look like an outcome; “\(winner.positive)” is \(share) of the rows")
            : Phrase(
                zh: "“\(winner.name)”从名称看是结果列；“\(winner.positive)”占 \(share)",
                en: "“\(winner.name)” is named like an outcome; “\(winner.positive)” is \(share) of the rows")
    }

    /// The value of one column that usually means "it happened", whatever the column is called; nil when none stands out.
    public static func positive(of column: Column) -> String? {
        switch Shape(column) {
        case .numbers: "1"
        case .words(let positive, _, _): positive
        case nil: nil
        }
    }

    /// A column with the shape of an outcome.
    private struct Candidate {
        let name: String
        let positive: String
        /// Of the positive among rows with a value.
        let share: Double
        let strength: Int

        init?(_ column: Column) {
            name = column.name
            let byName = Self.strength(ofName: column.name)
            guard !ColumnNames.saysKnownAfterOutcome(column.name), let shape = Shape(column) else { return nil }
            switch shape {
            case .numbers(let share):
                guard byName > 0 else { return nil }
                (positive, self.share, strength) = ("1", share, byName)
            case .words(let positive, let share, let tellsLeaving):
                guard byName > 0 || tellsLeaving else { return nil }
                (self.positive, self.share, strength) = (positive, share, max(byName, tellsLeaving ? 1 : 0))
            }
            guard share > 0, share < 1 else { return nil }
        }

        /// 4: names the outcome itself; 3: names a state that includes it; 2: names any outcome.
        private static func strength(ofName name: String) -> Int {
            let plain = ColumnNames.plain(name)
            let whether = plain.hasPrefix("是否") ? String(plain.dropFirst(2)) : plain
            let outcomes: Set = [
                "离职", "已离职", "流失", "已流失", "离职标识", "流失标识", "离职标记", "流失标记", "离职与否", "主动离职", "客户流失", "员工流失",
                "attrition", "churn", "churned", "turnover", "left", "exited", "terminated", "resigned", "quit",
                "hasleft",
                "isleft", "ischurn", "churnflag", "attritionflag", "employeeleft", "leaver", "termd", "违约", "default",
                "defaulted",
            ]
            if outcomes.contains(whether) || outcomes.contains(plain) { return 4 }
            if plain.hasPrefix("defaultpayment") || plain.hasPrefix("defaultnext") { return 4 }
            let states: Set = [
                "离职状态", "流失状态", "员工状态", "人员状态", "在职状态", "任职状态", "客户状态", "在离职状态", "employmentstatus", "attritionstatus",
                "churnstatus", "customerstatus", "employeestatus",
            ]
            if states.contains(plain) { return 3 }
            let general: Set = ["event", "target", "label", "outcome", "y", "class", "结果", "目标", "标签", "结局"]
            return general.contains(plain) ? 2 : 0
        }
    }

    /// Two values, or states of which one means leaving.
    private enum Shape {
        case numbers(share: Double)
        case words(positive: String, share: Double, tellsLeaving: Bool)

        init?(_ column: Column) {
            switch column.values {
            case .numeric(let numbers):
                var (ones, present) = (0, 0)
                for number in numbers where !number.isNaN {
                    guard number == 0 || number == 1 else { return nil }
                    present += 1
                    if number == 1 { ones += 1 }
                }
                guard present > 0 else { return nil }
                self = .numbers(share: Double(ones) / Double(present))
            case .categorical(let codes, let levels):
                guard levels.count <= 40 else { return nil }
                var counts = [Int](repeating: 0, count: levels.count)
                for code in codes where code >= 0 { counts[Int(code)] += 1 }
                let used = levels.indices.filter { counts[$0] > 0 }
                let total = Double(counts.reduce(0, +))
                guard (2...12).contains(used.count) else { return nil }
                let plain = levels.map(ColumnNames.plain)
                let leaving = used.filter { Self.leaving.contains(plain[$0]) }
                if leaving.count == 1, let level = leaving.first {
                    self = .words(positive: levels[level], share: Double(counts[level]) / total, tellsLeaving: true)
                    return
                }
                let yes = used.filter { Self.yes.contains(plain[$0]) }
                guard used.count == 2, yes.count == 1, let level = yes.first else { return nil }
                self = .words(positive: levels[level], share: Double(counts[level]) / total, tellsLeaving: false)
            }
        }

        static let leaving: Set = [
            "离职", "已离职", "流失", "已流失", "离开", "退网", "left", "leaver", "terminated", "resigned", "churned", "churn",
            "exited", "quit",
            "departed", "attrited", "attritedcustomer",
        ]
        static let yes: Set = ["是", "有", "y", "yes", "true", "t", "1", "10"]
    }
}

extension Column {
    /// 1 where the column holds `positive`, 0 where it holds something else, NaN where it is empty.
    public func outcome(positive: String) -> [Double] {
        switch values {
        case .numeric(let numbers):
            let wanted = Double(positive) ?? .nan
            return numbers.map { $0.isNaN ? .nan : $0 == wanted ? 1 : 0 }
        case .categorical(let codes, let levels):
            return codes.map { $0 < 0 ? .nan : levels[Int($0)] == positive ? 1 : 0 }
        }
    }
}
