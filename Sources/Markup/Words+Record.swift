import Kernel

/// Words of record pages, workbenches and their parts.
extension Words {
    static let hidden = Phrase(zh: "已隐藏", en: "Hidden")
    static let show = Phrase(zh: "查看", en: "Show")
    static let planned = Phrase(zh: "计划中", en: "Planned")
    static let moreActions = Phrase(zh: "更多操作", en: "More")
    /// The default name of a row of tabs.
    public static let tabs = Phrase(zh: "分类", en: "Sections")
    static let kind = Phrase(zh: "类型", en: "Kind")
    static let mustMend = Phrase(zh: "须修改", en: "Must fix")
    static let shouldLook = Phrase(zh: "请确认", en: "Please check")
    static let steps = Phrase(zh: "步骤", en: "Steps")
    static let finished = Phrase(zh: "已完成", en: "Done")
    static let currentStep = Phrase(zh: "当前步骤", en: "Current step")
    static let row = Phrase(zh: "行", en: "Row")
    static let column = Phrase(zh: "列", en: "Column")
    static let value = Phrase(zh: "原值", en: "Value")
    static let toDo = Phrase(zh: "问题和处理办法", en: "Problem and what to do")
    static let problemsFound = Phrase(zh: "需要处理的问题", en: "Problems to solve")
    static let wholeFile = Phrase(zh: "整个文件", en: "Whole file")
    static let changes = Phrase(zh: "变更内容", en: "Changes")
    static let field = Phrase(zh: "字段", en: "Field")
    static let before = Phrase(zh: "变更前", en: "Before")
    static let after = Phrase(zh: "变更后", en: "After")
    static let unfoldAll = Phrase(zh: "全部展开", en: "Open all")
    static let foldAll = Phrase(zh: "全部收起", en: "Close all")
    static let headcount = Phrase(zh: "人数", en: "Headcount")
    static let noHead = Phrase(zh: "负责人空缺", en: "No head")
    static let today = Phrase(zh: "今天", en: "Today")
    static let needsYou = Phrase(zh: "今天要处理", en: "Needs you today")
    static let whatChanged = Phrase(zh: "最近变化", en: "What changed")
    static let seeAll = Phrase(zh: "查看全部", en: "See all")
    static let nothingNeeded = Phrase(zh: "今天没有需要处理的事", en: "Nothing needs you today")
    static let nothingNeededWhy = Phrase(
        zh: "新的审批、任务和提醒会出现在这里。", en: "New approvals, tasks and reminders will appear here.")
    static let nothingChanged = Phrase(zh: "上次查看之后没有变化。", en: "Nothing has changed since you last looked.")

    static func seeAll(_ count: Int) -> Phrase {
        Phrase(zh: "查看全部 \(Grouped.text(count)) 项", en: "See all \(Grouped.text(count))")
    }

    static func people(_ count: Int) -> Phrase {
        let number = Grouped.text(count)
        return Phrase(zh: "\(number) 人", en: count == 1 ? "1 person" : "\(number) people")
    }

    static func unitsBelow(_ unit: String) -> Phrase {
        Phrase(zh: "\(unit)的下级单元", en: "Units below \(unit)")
    }

    static func underUnits(_ count: Int) -> Phrase {
        Phrase(zh: "还有 \(count) 个下级单元", en: count == 1 ? "1 more unit below" : "\(count) more units below")
    }

    static func daysLeft(_ days: Int) -> Phrase {
        switch days {
        case 0: today
        case 1...: Phrase(zh: "还有 \(days) 天", en: days == 1 ? "1 day left" : "\(days) days left")
        default: Phrase(zh: "已过 \(-days) 天", en: days == -1 ? "1 day past" : "\(-days) days past")
        }
    }

    static func items(_ count: Int) -> Phrase {
        Phrase(zh: "\(count) 项", en: count == 1 ? "1 item" : "\(count) items")
    }
}
