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
        return bounds.phrase(schema.features[condition.feature])
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
            return [TreeRule(conditions: order.map { bounds[$0]!.phrase(schema.features[$0]) }, leaf: leaf)]
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

    func phrase(_ feature: FeatureSchema.Feature) -> Phrase {
        let unit = feature.unit ?? Phrase(verbatim: "")
        let title = feature.title
        let tail = missingPasses ? Phrase(zh: "（或缺失）", en: " (or missing)") : Phrase(verbatim: "")
        return Phrase(
            zh: text(title.zh, unit.zh, among: "为", except: "不为", separator: "、") + tail.zh,
            en: text(title.en, unit.en, among: "is", except: "is not", separator: ", ") + tail.en
        )
    }

    private func text(
        _ title: String, _ unit: String, among word: String, except: String, separator: String
    ) -> String {
        let gap = unit.isEmpty || unit == "%" || unit.first.map { !$0.isASCII } == true ? "" : " "
        func number(_ value: Double) -> String { plain(value) + gap + unit }
        if let among {
            // The shorter of the two ways to say it.
            let rest = levels.filter { !among.contains($0) }
            if among.count <= rest.count || rest.isEmpty {
                return "\(title) \(word) \(among.joined(separator: separator))"
            }
            return "\(title) \(except) \(rest.joined(separator: separator))"
        }
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
