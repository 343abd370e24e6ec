import Kernel
import Markup

/// How risk is spoken of: with care, in natural frequencies.
enum RiskWords {
    /// 每 100 人约 23 人
    static func share(_ probability: Double?) -> Phrase {
        guard let probability else { return Phrase(zh: "无法给出概率", en: "no probability") }
        let hundred = (probability * 100).rounded()
        if hundred >= 1 { return Phrase(zh: "每 100 人约 \(Int(hundred)) 人", en: "about \(Int(hundred)) in 100") }
        let thousand = Int((probability * 1_000).rounded())
        return thousand >= 1
            ? Phrase(zh: "每 1,000 人约 \(thousand) 人", en: "about \(thousand) in 1,000")
            : Phrase(zh: "每 1,000 人不到 1 人", en: "fewer than 1 in 1,000")
    }

    static func percent(_ share: Double?) -> Phrase {
        guard let share else { return Phrase(verbatim: NumberFormat.unknown) }
        return NumberFormat.percent(share < 0.1 ? 1 : 0).phrase(share)
    }

    static func interval(_ low: Double?, _ high: Double?) -> Phrase? {
        guard let low, let high else { return nil }
        let (from, to) = (percent(low), percent(high))
        return Phrase(zh: "\(from.zh) – \(to.zh)", en: "\(from.en) – \(to.en)")
    }

    /// Against about a week before, in points.
    static func change(_ change: Double?) -> Phrase {
        guard let change else { return Phrase(zh: "此前无评分", en: "No score then") }
        guard abs(change) >= 0.0005 else { return Phrase(zh: "不变", en: "Unchanged") }
        return NumberFormat.points(1).phrase(change)
    }

    static let person = Phrase(zh: "姓名", en: "Name")
    static let number = Phrase(zh: "工号", en: "Number")
    static let unit = Phrase(zh: "部门", en: "Unit")
    static let programme = Phrase(zh: "方案", en: "Programme")
    static let tier = Phrase(zh: "风险层级", en: "Tier")
    static let likely = Phrase(zh: "可能性", en: "How likely")
    static let changed = Phrase(zh: "近一周变化", en: "Change in a week")
    static let drivers = Phrase(zh: "主要因素", en: "Main drivers")
    static let payAtStake = Phrase(zh: "涉及年薪", en: "Yearly pay")
    static let open = Phrase(zh: "待处理", en: "Open")
    static let list = Phrase(zh: "离职风险", en: "Risk of leaving")
    static let models = Phrase(zh: "风险模型", en: "Risk models")

    /// What a score is for, said on every page that shows one.
    static let care = Phrase(
        zh: "评分用于决定先关心谁，不能作为转正、解聘或薪酬决定的依据；相关页面看不到评分。",
        en:
            "Scores say whom to look after first. They are no ground for decisions on probation, dismissal or pay; those pages never show them."
    )
}
