import Kernel

/// What cannot be done with people, beside what assignments, contracts and units refuse themselves.
package enum StaffRefusal: Refusal, Hashable {
    case noNumber
    case noName
    case numberTaken(String)
    /// Somebody else has the same identity number.
    case identityTaken(String)
    case notEmployed(Day)
    case alreadyEmployed(Day)
    case leftAlready(Day)
    case notLeaving
    case endsBeforeHire(hired: Day, last: Day)
    case contractEndsFirst(start: Day, last: Day)
    case confirmedBeforeHire(hired: Day)
    case confirmedAlready(Day)
    case probationEndsBeforeHire(hired: Day)
    /// The legal maximum ends that day.
    case probationTooLong(Day)
    /// A post, a contract already begins that day.
    case beginsBeforeHire(Phrase, Day)
    case hiredAgainLater(Day)
    case contractOverlap(Day, Day?)
    case contractOutsideEmployment(hired: Day)
    case unknownUnit(Day)
    case unknownManager
    case mayNotChange(Phrase)
    case negativePay
    /// Nobody decides about their own post, contract, pay or leaving.
    case ownMatter

    package var explanation: Phrase {
        switch self {
        case .noNumber: Phrase(zh: "请填写工号。", en: "Enter the staff number.")
        case .noName: Phrase(zh: "请填写姓名。", en: "Enter the name.")
        case .numberTaken(let number):
            Phrase(zh: "工号“\(number)”已被使用。请换一个工号。", en: "The number “\(number)” is taken. Choose another one.")
        case .identityTaken(let number):
            Phrase(
                zh: "工号 \(number) 的员工已登记相同的证件号码。请核对是否重复建档。",
                en: "The person with number \(number) has the same identity number. Check for a second record.")
        case .notEmployed(let day):
            Phrase(zh: "该员工在 \(day) 不在职。请换一个日期。", en: "This person is not employed on \(day). Choose another day.")
        case .alreadyEmployed(let day):
            Phrase(
                zh: "该员工自 \(day) 起已在职，不能重复办理入职。",
                en: "This person has been employed since \(day) and cannot be hired again.")
        case .leftAlready(let day):
            Phrase(
                zh: "该员工已登记离职（最后工作日 \(day)）。如需更改，请先撤销离职。",
                en: "This person already leaves on \(day). Undo that first.")
        case .notLeaving: Phrase(zh: "该员工没有离职记录，无需撤销。", en: "There is no separation to undo.")
        case .endsBeforeHire(let hired, let last):
            Phrase(
                zh: "最后工作日 \(last) 早于入职日期 \(hired)。请更正日期。",
                en: "The last day, \(last), lies before the hire day, \(hired). Correct the days.")
        case .contractEndsFirst(let start, let last): ImportWords.contractEndsFirst(start, last)
        case .confirmedBeforeHire(let hired):
            Phrase(zh: "转正日期早于入职日期 \(hired)。请更正。", en: "The day lies before the hire day, \(hired). Correct it.")
        case .confirmedAlready(let day):
            Phrase(zh: "该员工已于 \(day) 转正。", en: "This person was confirmed on \(day).")
        case .probationEndsBeforeHire(let hired):
            Phrase(
                zh: "试用期届满日早于入职日期 \(hired)。请更正。", en: "The probation ends before the hire day, \(hired). Correct it.")
        case .probationTooLong(let last):
            Phrase(
                zh: "按合同期限，试用期最长到 \(last)（《劳动合同法》第19条）。请更正。",
                en: "For this term of the contract the probation may last until \(last) (Labour Contract Law art. 19). "
                    + "Correct it.")
        case .beginsBeforeHire(let what, let day):
            Phrase(
                zh: "该员工在 \(day) 已有\(what.zh)，早于所填入职日期。请核对入职日期，或先更正\(what.zh)。",
                en: "There is a \(what.en) from \(day), before that hire day. Check the hire day or correct the "
                    + "\(what.en) first.")
        case .hiredAgainLater(let day):
            Phrase(
                zh: "该员工已于 \(day) 再次入职，之前的离职不能撤销。",
                en: "This person was hired again on \(day); the separation before cannot be undone.")
        case .contractOverlap(let start, let last):
            Phrase(
                zh: "与已有合同（\(start)\(last.map { " 至 \($0)" } ?? " 起")）重叠。请更正起始日，或先终止该合同。",
                en:
                    "It overlaps the contract of \(start) to \(last?.iso ?? "open"). Correct the first day or end that one."
            )
        case .contractOutsideEmployment(let hired):
            Phrase(
                zh: "合同期限与在职期间（\(hired) 起）不符。请更正日期。",
                en: "The term lies outside the employment (from \(hired)). Correct the days.")
        case .unknownUnit(let day):
            Phrase(zh: "所选部门在 \(day) 不存在。请另选部门。", en: "That unit does not exist on \(day). Choose another one.")
        case .unknownManager: Phrase(zh: "没有找到所选上级。请另选。", en: "That manager was not found. Choose another one.")
        case .mayNotChange(let field):
            Phrase(zh: "您没有修改“\(field.zh)”的权限。", en: "You may not change “\(field.en)”.")
        case .ownMatter:
            Phrase(
                zh: "不能为本人办理此事项。请由其他有权限的同事办理。",
                en: "Nobody can do this for themselves. Ask a colleague who may.")
        case .negativePay: Phrase(zh: "薪酬不能为负数。请更正。", en: "Pay cannot be negative. Correct it.")
        }
    }
}
