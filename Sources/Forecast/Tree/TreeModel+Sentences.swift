import Foundation
import Kernel

/// A path of the tree in words.
public struct TreeRule: Sendable, Codable, Equatable {
    /// From the root down; empty for a tree without branches.
    public let conditions: [Phrase]
    public let leaf: TreeLeaf

    /// "培训完成率 < 80% 且 导师评分 < 7 → 离职率 90%（n=41）".
    ///
    /// - Parameter rateName: what the share of positives is called, such as 离职率 / attrition.
    public func sentence(rateName: Phrase) -> Phrase {
        let percent = "\(Int((leaf.rate * 100).rounded()))%"
        let zh = conditions.isEmpty ? "全部" : conditions.map(\.zh).joined(separator: " 且 ")
        let en = conditions.isEmpty ? "everyone" : conditions.map(\.en).joined(separator: " and ")
        return Phrase(
            zh: "\(zh) → \(rateName.zh) \(percent)（n=\(leaf.count)）",
            en: "\(en) → \(rateName.en) \(percent) (n=\(leaf.count))"
        )
    }
}

extension TreeModel {
    /// One rule per leaf, highest rate first. Bounds on one fact along a path are drawn together.
    public var rules: [TreeRule] {
        collect(root, path: []).sorted { ($0.leaf.rate, $0.leaf.count) > ($1.leaf.rate, $1.leaf.count) }
    }

    /// The question at a branch, answered yes or no, in words.
    public func phrase(_ condition: TreeCondition, answer: Bool) -> Phrase {
        var bounds = Bounds()
        bounds.add(condition, answer: answer, levels: levels(condition.feature))
        return words(bounds, condition.feature)
    }

    private func words(_ bounds: Bounds, _ feature: Int) -> Phrase {
        bounds.phrase(schema.features[feature], hasMissing: hasMissing[feature])
    }

    private func levels(_ feature: Int) -> [String] {
        if case .categorical(let levels) = schema.features[feature].kind { levels } else { [] }
    }

    private func collect(_ node: TreeNode, path: [(TreeCondition, Bool)]) -> [TreeRule] {
        switch node {
        case .leaf(let leaf):
            var order: [Int] = []
            var bounds: [Int: Bounds] = [:]
            for (condition, answer) in path {
                if bounds[condition.feature] == nil { order.append(condition.feature) }
                bounds[condition.feature, default: Bounds()]
                    .add(condition, answer: answer, levels: levels(condition.feature))
            }
            return [TreeRule(conditions: order.map { words(bounds[$0]!, $0) }, leaf: leaf)]
        case .branch(_, let condition, let yes, let no):
            return collect(yes, path: path + [(condition, true)]) + collect(no, path: path + [(condition, false)])
        }
    }
}

/// What a path has asked of one fact so far.
private struct Bounds {
    private var atLeast: Double?
    private var below: Double?
    private var among: [String]?
    private var missingPasses = true
    private var levels: [String] = []

    mutating func add(_ condition: TreeCondition, answer: Bool, levels: [String]) {
        self.levels = levels
        if condition.missingIsYes != answer { missingPasses = false }
        switch condition.test {
        case .below(let threshold):
            if answer {
                below = min(below ?? .infinity, threshold)
            } else {
                atLeast = max(atLeast ?? -.infinity, threshold)
            }
        case .among(let codes):
            let chosen = Set(codes.map { levels[Int($0)] })
            among = (among ?? levels).filter { chosen.contains($0) == answer }
        }
    }

    /// - Parameter hasMissing: whether missing values occurred at all.
    func phrase(_ feature: FeatureSchema.Feature, hasMissing: Bool) -> Phrase {
        let unit = feature.unit ?? Phrase(verbatim: "")
        let title = feature.title
        let tail =
            missingPasses && hasMissing
            ? Phrase(zh: "（或缺失）", en: " (or missing)") : Phrase(verbatim: "")
        if let levels = among.map({ named($0) }) {
            return Phrase(
                zh: "\(title.zh) \(levels.isRest ? "不为" : "为") \(levels.words.zh)\(tail.zh)",
                en: "\(title.en) \(levels.isRest ? "is not" : "is") \(levels.words.en)\(tail.en)")
        }
        return Phrase(zh: range(title.zh, unit.zh) + tail.zh, en: range(title.en, unit.en) + tail.en)
    }

    /// The shorter of the two ways to say it: the levels asked for, or the rest.
    private func named(_ among: [String]) -> (isRest: Bool, words: Phrase) {
        let rest = levels.filter { !among.contains($0) }
        let isRest = among.count > rest.count && !rest.isEmpty
        return (isRest, Self.list(isRest ? rest : among))
    }

    /// Up to four names; of more the first three, and how many others there are.
    private static func list(_ names: [String]) -> Phrase {
        guard names.count > 4 else {
            return Phrase(zh: names.joined(separator: "、"), en: names.joined(separator: ", "))
        }
        let (first, others) = (names.prefix(3), names.count - 3)
        return Phrase(
            zh: "\(first.joined(separator: "、")) 及另外 \(others) 类",
            en: "\(first.joined(separator: ", ")) or \(others) others")
    }

    private func range(_ title: String, _ unit: String) -> String {
        let gap = unit.isEmpty || unit == "%" || unit.first.map { !$0.isASCII } == true ? "" : " "
        func number(_ value: Double) -> String { plain(value) + gap + unit }
        switch (atLeast, below) {
        case (let low?, let high?): return "\(number(low)) ≤ \(title) < \(number(high))"
        case (let low?, nil): return "\(title) ≥ \(number(low))"
        case (nil, let high?): return "\(title) < \(number(high))"
        case (nil, nil): return title
        }
    }

    private func plain(_ value: Double) -> String {
        if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
        return String(format: "%.6g", value)
    }
}
