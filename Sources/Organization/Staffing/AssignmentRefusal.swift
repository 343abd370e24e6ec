import Kernel

/// What cannot be done with posts.
package enum AssignmentRefusal: Refusal, Hashable {
    case outsideEmployment(DayRange, employment: DayRange)
    case noPost(Day)
    case unchanged(Day)
    case laterChange(Day)
    case twoPrimary(DayRange, DayRange)
    case shareTooLarge(Day, total: Rate)
    case shareOutOfRange(Rate)
    case ownManager
    /// The names from the new manager up to the person.
    case managerCircle([String], Day)

    package var explanation: Phrase {
        switch self {
        case .outsideEmployment(let days, let employment):
            Phrase(
                zh: "任职期间 \(Self.zh(days)) 超出在职期间 \(Self.zh(employment))。请更正日期。",
                en:
                    "The post (\(Self.en(days))) reaches beyond the employment (\(Self.en(employment))). Correct the days."
            )
        case .noPost(let day):
            Phrase(
                zh: "该员工在 \(day) 没有任职，无法变更。请换一个日期，或先补录任职。",
                en: "This person holds no post on \(day). Choose another day or record the post first.")
        case .unchanged(let day):
            Phrase(
                zh: "\(day) 起的任职与现任职相同，没有变化。请修改部门、岗位、职级或上级。",
                en: "Nothing would change on \(day). Choose another unit, position, level or manager.")
        case .laterChange(let day):
            Phrase(
                zh: "已安排在 \(day) 变更任职。请先取消该安排，或确认由本次变更取代。",
                en: "A change is already planned for \(day). Cancel it, or confirm that this one replaces it.")
        case .twoPrimary(let one, let other):
            Phrase(
                zh: "主岗任职 \(Self.zh(one)) 与 \(Self.zh(other)) 重叠。同一天只能有一个主岗，请更正日期或改为兼岗。",
                en: "The primary posts \(Self.en(one)) and \(Self.en(other)) overlap. Correct the days or make one "
                    + "additional.")
        case .shareTooLarge(let day, let total):
            Phrase(
                zh: "\(day) 的工时占比合计 \(total.percentText)，超过 100%。请调低其中一项。",
                en: "The shares add up to \(total.percentText) on \(day), more than 100%. Lower one of them.")
        case .shareOutOfRange(let share):
            Phrase(
                zh: "工时占比 \(share.percentText) 不在 0% 到 100% 之间。请更正。",
                en: "A share of \(share.percentText) is not between 0% and 100%. Correct it.")
        case .ownManager:
            Phrase(zh: "员工不能是自己的上级。请另选上级。", en: "Nobody can be their own manager. Choose another one.")
        case .managerCircle(let names, let day):
            Phrase(
                zh: "自 \(day) 起汇报关系会形成循环：\(names.joined(separator: " → "))。请另选上级。",
                en: "From \(day) on the reporting line would run in a circle: \(names.joined(separator: " → ")). "
                    + "Choose another manager.")
        }
    }

    private static func zh(_ days: DayRange) -> String { "\(days.start) 至 \(days.last?.iso ?? "今后")" }

    private static func en(_ days: DayRange) -> String {
        days.last.map { "\(days.start) to \($0)" } ?? "from \(days.start) on"
    }
}
