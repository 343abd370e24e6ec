import Kernel
import Markup
import Shell

enum TurnoverWords {
    static let period = Phrase(zh: "周期", en: "Period")
    static let through = Phrase(zh: "截止日期", en: "Through")
    static let definition = Phrase(zh: "口径", en: "Definition")
    static let kind = Phrase(zh: "离职类型", en: "Kind of leaving")
    static let group = Phrase(zh: "比较", en: "Compare by")
    static let unit = Phrase(zh: "部门", en: "Unit")
    static let annual = Phrase(zh: "年化", en: "Per year")
    static let rate = Phrase(zh: "离职率", en: "Turnover")
    static let opening = Phrase(zh: "期初在职", en: "Opening")
    static let joiners = Phrase(zh: "入职", en: "Joiners")
    static let transfersIn = Phrase(zh: "转入", en: "Moved in")
    static let leavers = Phrase(zh: "离职", en: "Leavers")
    static let closing = Phrase(zh: "期末在职", en: "Closing")

    static let tooFew = Phrase(
        zh: "不足 \(SmallGroups.least) 人，为保护个人信息不显示",
        en: "Fewer than \(SmallGroups.least) people: not shown, to protect them")

    static let headcountRule = Phrase(
        zh: "在职人数按当天结束时统计，最后工作日仍计为在职，次日起不再计入；再次入职算新的一段任职，兼岗不重复计人。",
        en:
            "Headcount is counted at the end of a day; a last day worked still counts, the next one does not. A rehire is a new employment; a second post counts nobody twice."
    )

    static func countedBefore(_ moment: String) -> Phrase {
        Phrase(
            zh: "以下数字统计于 \(moment)。此后花名册有变动，正在重新统计，请稍后刷新页面。",
            en: "Counted at \(moment). The staff list has changed since and is being counted again: reload in a moment."
        )
    }

    static func contradictory(_ count: Int) -> Phrase {
        Phrase(
            zh: "有 \(count) 段任职的最后工作日早于入职日期，未计入任何数字。请更正这些记录。",
            en: "\(count) employments end before they begin and are counted nowhere. Correct them.")
    }

    static func percent(_ rate: Rate?) -> Phrase {
        NumberFormat.percent(1).phrase(rate.map { Fraction($0).drawn } ?? .nan)
    }

    static func number(_ value: Int) -> Phrase { NumberFormat.count.phrase(Double(value)) }
}

/// The pages about leaving, one beside the other.
enum TurnoverTabs {
    static let title = Phrase(zh: "离职分析", en: "Turnover")
    static let crumb = Crumb(title, "/turnover")

    enum Tab: String, CaseIterable {
        case board = "/turnover"
        case cohorts = "/turnover/cohorts"
        case survival = "/turnover/survival"
        case cost = "/turnover/cost"
        case settings = "/turnover/benchmarks"

        var name: Phrase {
            switch self {
            case .board: Phrase(zh: "离职率", en: "Rates")
            case .cohorts: Phrase(zh: "批次留存", en: "Cohorts")
            case .survival: Phrase(zh: "留存曲线", en: "Survival")
            case .cost: Phrase(zh: "流失成本", en: "Cost")
            case .settings: Phrase(zh: "行业基准", en: "Benchmarks")
            }
        }
    }

    static func tabs(_ current: Tab, _ view: PageView) -> Tabs {
        let seesPay = view.viewer?.grants(for: .readTurnover, showing: .pay).contains { $0.reach != .line } ?? false
        return Tabs(
            Tab.allCases.filter { $0 != .cost || seesPay }.map {
                .init($0.name, URLText($0.rawValue), isCurrent: $0 == current)
            })
    }
}
