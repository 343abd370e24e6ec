import Foundation
import Kernel

/// When an effect cannot be told from chance or from selection.
public enum EffectRefusal: Refusal, Equatable {
    /// Fewer rows than an interval can be trusted with.
    case tooFewRows(treated: Int, control: Int, needed: Int)
    /// Treated and others hardly overlap: for most rows only one of both ever happened.
    case noOverlap(share: Double)
    /// The treatment column has no such value.
    case unknownLevel(String, known: [String])
    /// More than two treatments and no comparison named.
    case nameControl(levels: [String])

    public var explanation: Phrase {
        switch self {
        case .tooFewRows(let treated, let control, let needed):
            Phrase(
                zh: "干预组 \(treated) 例、对照组 \(control) 例，两组各至少需要 \(needed) 例才能估计效果；请延长观察期或扩大范围。",
                en:
                    "\(treated) treated and \(control) comparison rows; each group needs at least \(needed) before an effect can be "
                    + "estimated. Observe longer or include more.")
        case .noOverlap(let share):
            Phrase(
                zh: "只有 \(Self.percent(share)) 的记录在两种处理下都可能出现，干预组与对照组几乎没有可比性，无法估计效果；请补充相近的对照，或改用随机分组。",
                en:
                    "For only \(Self.percent(share)) of the rows both treatments were plausible: the groups are not comparable. Add similar "
                    + "comparison rows, or assign the next treatment by chance.")
        case .unknownLevel(let level, let known):
            Phrase(
                zh: "干预列中没有“\(level)”这个值。现有：\(known.joined(separator: "、"))。",
                en: "The treatment column has no value “\(level)”. It has: \(known.joined(separator: ", ")).")
        case .nameControl(let levels):
            Phrase(
                zh: "干预列有多个取值（\(levels.joined(separator: "、"))），请指明哪一个是对照。",
                en:
                    "The treatment column has several values (\(levels.joined(separator: ", "))); say which one is the comparison."
            )
        }
    }

    private static func percent(_ share: Double) -> String { String(format: "%.0f%%", share * 100) }
}
