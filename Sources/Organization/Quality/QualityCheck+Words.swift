import Kernel

extension QualityCheck {
    /// What is wrong, in a few words.
    package var name: Phrase { words.name }

    /// What to do about it.
    package var advice: Phrase { words.advice }

    private var words: (name: Phrase, advice: Phrase) {
        switch self {
        case .hireDayMissing:
            w("缺少入职日期", "Hire day missing", "请填写入职日期，否则人数和工龄无法计算。", "Enter it: headcount and service depend on it.")
        case .hireDayImplausible:
            w("入职日期不合理", "Implausible hire day", "请对照合同或入职登记表核对。", "Compare it with the contract.")
        case .leftBeforeHired:
            w("离职日期早于入职日期", "Left before being hired", "请更正其中一个日期。", "Correct one of the days.")
        case .leftWithoutDay:
            w("已离职但没有离职日期", "Left without a last day", "请填写最后工作日。", "Enter the last day worked.")
        case .leftWithoutSeparation:
            w(
                "缺少离职类型和原因", "Kind and reason of leaving missing", "请补录离职记录，以便分析流失。",
                "Record them, so that turnover can be explained.")
        case .unitMissing:
            w("没有所属部门", "No unit", "请为该员工指定部门，否则任何负责人都看不到。", "Assign one: no unit head sees this person.")
        case .unitClosed:
            w("所属部门已撤销", "Unit closed", "请将该员工调入现有部门。", "Transfer this person to a unit that exists.")
        case .positionMissing: w("没有岗位", "No position", "请指定岗位。", "Assign a position.")
        case .managerMissing:
            w("没有直属上级", "No manager", "请指定直属上级，审批和提醒需要找到他。", "Assign one: requests and reminders go there.")
        case .managerLeft:
            w("直属上级已离职", "Manager has left", "请指定新的直属上级。", "Assign a new manager.")
        case .managerCircle:
            w("汇报关系形成循环", "Reporting line runs in a circle", "请更正其中一人的直属上级。", "Correct the manager of one of them.")
        default: contractWords
        }
    }

    private var contractWords: (name: Phrase, advice: Phrase) {
        switch self {
        case .contractMissing:
            w(
                "入职满一个月仍没有劳动合同", "No contract a month after being hired",
                "请立即签订并录入：自满一个月的次日起应支付二倍工资（《劳动合同法》第82条）。",
                "Sign and record it at once: double pay is owed (Labour Contract Law, art. 82).")
        case .contractUnsigned:
            w(
                "劳动合同未签字", "Contract not signed", "请核对签订日期；未签的请立即签订（《劳动合同法》第10条）。",
                "Check the day of signing; sign at once if it is open (Labour Contract Law, art. 10).")
        case .contractExpired:
            w(
                "合同已到期但仍在职", "Contract ended, still employed", "请续签或办理终止；已续签的请补录新合同。",
                "Renew or part; record the new contract if there is one.")
        case .contractStartsLate:
            w(
                "合同签订晚于入职一个月", "Contract signed more than a month after being hired",
                "请核对签订日期，以及二倍工资是否已支付（《劳动合同法》第82条）。",
                "Check the day, and whether double pay was paid (Labour Contract Law, art. 82).")
        case .contractEndsBeforeStart:
            w("合同到期日早于起始日", "Contract ends before it starts", "请更正合同日期。", "Correct the days of the contract.")
        case .probationTooLong:
            w(
                "试用期超过法定上限", "Probation longer than legal", "请缩短试用期或尽快转正（《劳动合同法》第19条）。",
                "Shorten it or confirm now (Labour Contract Law, art. 19).")
        case .probationNotAllowed:
            w(
                "不得约定试用期", "No probation allowed", "该用工形式或合同期限不得约定试用期，请删去（《劳动合同法》第19、70条）。",
                "Remove it: this kind of work or term allows none (Labour Contract Law, arts. 19, 70).")
        case .probationEndBeforeHire:
            w("试用期到期日早于入职日期", "Probation ends before the hire day", "请更正试用期到期日。", "Correct the end of the probation.")
        case .probationUnconfirmed:
            w(
                "试用期已过，未办理转正", "Probation over, not confirmed", "请补办转正并填写转正日期。", "Confirm the person and enter the day."
            )
        case .confirmedBeforeHire:
            w("转正日期早于入职日期", "Confirmed before being hired", "请更正转正日期。", "Correct the day of confirmation.")
        default: personalWords
        }
    }

    private var personalWords: (name: Phrase, advice: Phrase) {
        switch self {
        case .identityMissing:
            w("没有证件号码", "Identity document missing", "请补录，报税和参保都需要。", "Enter it: tax and insurance need it.")
        case .identityUnreadable:
            w("证件号码格式不对", "Identity number not valid", "请对照证件原件更正。", "Compare it with the document.")
        case .identityBirthday:
            w(
                "出生日期与身份证号不一致", "Birth day and identity number disagree", "请对照身份证更正其中一项。",
                "Correct one of them by the card.")
        case .identityGender:
            w("性别与身份证号不一致", "Gender and identity number disagree", "请对照身份证更正其中一项。", "Correct one of them by the card.")
        case .identityShared:
            w(
                "证件号码与他人重复", "Identity number of somebody else too", "可能重复建档，请核对后合并或更正。",
                "Perhaps recorded twice: merge or correct.")
        case .phoneMissing: w("没有手机号", "Phone missing", "请补录手机号。", "Enter a mobile number.")
        case .phoneShared:
            w("手机号与他人重复", "Phone of somebody else too", "请核对并更正其中一人的手机号。", "Correct the number of one of them.")
        case .mailShared:
            w("邮箱与他人重复", "Mail address of somebody else too", "请核对并更正其中一人的邮箱。", "Correct the address of one of them.")
        case .birthdayImplausible: w("出生日期不合理", "Implausible birth day", "请对照证件更正。", "Compare it with the document.")
        case .underAge:
            w(
                "未满 16 周岁", "Under 16", "禁止招用未满 16 周岁的未成年人，请立即核实（《劳动法》第15条）。",
                "Employing anybody under 16 is forbidden: check at once (Labour Law, art. 15).")
        case .pastRetirement:
            w(
                "已到退休年龄", "Past retirement age", "请办理退休，或改为退休返聘。", "Arrange retirement, or record a rehired retiree.")
        case .bankAccountMissing:
            w("没有工资卡号", "Bank account missing", "请补录银行账户，否则无法发薪。", "Enter it: pay cannot be transferred.")
        case .emergencyContactMissing:
            w("没有紧急联系人", "Emergency contact missing", "请补录紧急联系人。", "Enter whom to call.")
        case .documentExpired:
            w("文件已过期", "Document expired", "请取得新的证件或证明并上传，注明有效期。", "Get a new one and upload it with its last day.")
        case .documentExpiring:
            w(
                "文件 60 天内到期", "Document expires within 60 days", "请提前通知员工换领并上传。",
                "Ask for a new one in time and upload it.")
        default: w(rawValue, rawValue, rawValue, rawValue)
        }
    }

    private func w(_ zh: String, _ en: String, _ doZh: String, _ doEn: String) -> (name: Phrase, advice: Phrase) {
        (Phrase(zh: zh, en: en), Phrase(zh: doZh, en: doEn))
    }
}
