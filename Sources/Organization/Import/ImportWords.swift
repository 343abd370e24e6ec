import Kernel

/// What the imports of this room say about rows.
enum ImportWords {
    static let noUnit = Phrase(
        zh: "没有部门，岗位不会记录。请填写部门的完整路径。",
        en: "There is no unit, so the position is not kept. Write the full path of the unit.")
    static let leftWithoutDay = QualityCheck.leftWithoutDay.sentence
    static let reasonWithoutDay = Phrase(
        zh: "填写了离职类型或原因，但没有离职日期。请填写最后工作日。",
        en: "There is a reason for leaving but no last day. Enter the last day worked.")
    static let openEndedWithEnd = Phrase(
        zh: "无固定期限合同不约定到期日。请核对合同类型。", en: "An open-ended contract has no last day. Check the type of the contract.")
    static let unknownManager = Phrase(
        zh: "表中和系统里都没有这位上级，将暂不记录上级。请填写上级的工号。",
        en: "Nobody in the file or on record has this number or name; no manager is kept. Write the manager's number.")
    static let managerCircle = Phrase(
        zh: "汇报关系形成循环，该员工暂不计入任何汇报线。请更正其中一人的上级。",
        en: "The reporting line runs in a circle. Correct the manager of one of them.")
    static let unknownPerson = Phrase(
        zh: "没有这个工号的员工。请先导入花名册，或更正工号。",
        en: "Nobody has this number. Import the staff sheet first, or correct the number.")

    static func nameDiffers(_ name: String) -> Phrase {
        Phrase(
            zh: "该工号在系统中的姓名是“\(name)”，与表中不同。请核对工号。",
            en: "On record this number belongs to \(name). Check the number.")
    }

    static func renamed(_ name: String) -> Phrase {
        Phrase(
            zh: "该工号在系统中的姓名是“\(name)”，导入后将改为表中的姓名。请确认不是工号写错。",
            en: "On record this number belongs to \(name); the name will change. Make sure the number is right.")
    }

    static let samePayMonth = Phrase(
        zh: "表中已有该员工同一月份的工资。请合并为一行或更正月份。",
        en: "The file already has this person's pay of that month. Join the rows or correct the month.")
    static let payWithoutMonth = Phrase(
        zh: "没有工资月份、工资日期或生效日期，无法确定是哪个月的薪酬。请填写其中一项。",
        en: "There is no pay month, pay date or effective date. Enter one of them.")

    static func notEmployed(_ day: Day) -> Phrase { StaffRefusal.notEmployed(day).explanation }

    static func severalManagers(_ count: Int) -> Phrase {
        Phrase(
            zh: "有 \(count) 位同名员工，无法确定是哪一位。请改填上级的工号。",
            en: "\(count) people have this name. Write the manager's number instead.")
    }

    /// Head or HR partner of a unit.
    static let unknownLead = Phrase(
        zh: "系统里没有这位员工，将暂不记录。请填写工号。",
        en: "Nobody on record has this number or name; it is not kept. Write the staff number.")

    static func severalLeads(_ count: Int) -> Phrase {
        Phrase(
            zh: "有 \(count) 位同名员工，无法确定是哪一位。请改填工号。",
            en: "\(count) people have this name. Write the staff number instead.")
    }

    static func closedFirst(_ opened: Day, _ closed: Day) -> Phrase {
        Phrase(
            zh: "撤销日期 \(closed) 不晚于设立日期 \(opened)。请更正其中一个日期。",
            en: "The unit is closed on \(closed), not after it opens on \(opened). Correct one of the days.")
    }

    static func postEndsFirst(_ start: Day, _ last: Day) -> Phrase {
        Phrase(
            zh: "任职结束日期 \(last) 早于开始日期 \(start)。请更正其中一个日期。",
            en: "The post ends on \(last), before it starts on \(start). Correct one of the days.")
    }

    static func leftBeforeHired(_ hired: Day, _ last: Day) -> Phrase {
        StaffRefusal.endsBeforeHire(hired: hired, last: last).explanation
    }

    static func leftButPresent(_ last: Day) -> Phrase {
        Phrase(
            zh: "状态为在职，但离职日期 \(last) 已过。请更正状态或删去离职日期。",
            en: "The status says employed, but the last day, \(last), has passed. Correct one of them.")
    }

    static func leavesLater(_ last: Day) -> Phrase {
        Phrase(
            zh: "最后工作日 \(last) 未到，到期前仍按在职处理。", en: "The last day is \(last): until then the person counts as employed.")
    }

    static func implausibleHire(_ hired: Day) -> Phrase {
        Phrase(
            zh: "入职日期 \(hired) 不合理。请对照合同核对。",
            en: "The hire day \(hired) is not plausible. Compare it with the contract.")
    }

    static func confirmedBeforeHired(_ hired: Day, _ confirmed: Day) -> Phrase {
        Phrase(
            zh: "转正日期 \(confirmed) 早于入职日期 \(hired)。请更正其中一个日期。",
            en: "The day of confirmation, \(confirmed), lies before the hire day, \(hired). Correct one of them.")
    }

    static func probationBeforeHire(_ hired: Day, _ end: Day) -> Phrase {
        Phrase(
            zh: "试用期到期日 \(end) 早于入职日期 \(hired)。请更正其中一个日期。",
            en: "The probation ends on \(end), before the hire day, \(hired). Correct one of them.")
    }

    static func contractEndsFirst(_ start: Day, _ end: Day) -> Phrase {
        Phrase(
            zh: "合同到期日 \(end) 早于起始日 \(start)。请更正日期。",
            en: "The contract ends on \(end), before it starts on \(start). Correct the days.")
    }

    static func stretchesOverlap(_ line: Int, _ last: Day?) -> Phrase {
        Phrase(
            zh: "与第 \(line) 行是同一工号，且在职期间重叠（该行" + (last.map { "至 \($0)" } ?? "没有离职日期")
                + "）。再次入职的，请在前一段填写离职日期；重复的，请删去一行。",
            en: "Row \(line) has the same number and the two employments overlap. "
                + "Enter the last day of the first one, or delete one of the rows.")
    }

    static func sameNumberOtherName(_ line: Int) -> Phrase {
        Phrase(
            zh: "与第 \(line) 行是同一工号，但姓名不同。请更正工号。",
            en: "Row \(line) has the same number but another name. Correct the number.")
    }

    static func sameIdentity(_ line: Int) -> Phrase {
        Phrase(
            zh: "与第 \(line) 行的证件号码相同，但工号不同。请核对是否同一人重复建档。",
            en: "Row \(line) has the same identity number with another staff number. Check for a double record.")
    }

    static func identityOfOther(_ name: String) -> Phrase {
        Phrase(
            zh: "该证件号码已登记在员工“\(name)”名下。请核对工号或证件号码。",
            en: "This identity number is on record for \(name). Check both numbers.")
    }
}
