import Kernel
import Shell

/// Words the pages about leaving share.
enum LeavingWords {
    static let board = Phrase(zh: "离职原因", en: "Why people leave")
    static let interviews = Phrase(zh: "面谈记录", en: "Interviews")
    static let exit = Phrase(zh: "离职面谈", en: "Exit interview")
    static let stay = Phrase(zh: "留任面谈", en: "Stay interview")
    static let rehire = Phrase(zh: "再次录用", en: "Hiring again")
    static let heldOn = Phrase(zh: "面谈日期", en: "Held on")
    static let heldBy = Phrase(zh: "面谈人", en: "Held by")
    static let decision = Phrase(zh: "结果", en: "Outcome")
    static let mainReason = Phrase(zh: "主要原因", en: "Main reason")
    static let otherReasons = Phrase(zh: "其他原因", en: "Other reasons")
    static let remark = Phrase(zh: "备注", en: "Remark")
    static let followUp = Phrase(zh: "跟进日期", en: "Follow up on")
    static let outlook = Phrase(zh: "留任意向", en: "Outlook")
    static let notGiven = Phrase(zh: "未填写", en: "not given")
    static let boardTrail = Crumb(board, "/leaving")
    static let listTrail = Crumb(interviews, "/leaving/interviews")
}

extension AuditRecordKind {
    static let exitInterview = AuditRecordKind("exit_interview", LeavingWords.exit, path: "/exit-interviews/")
    static let stayInterview = AuditRecordKind("stay_interview", LeavingWords.stay, path: "/stay-interviews/")
    static let rehireDecision = AuditRecordKind("rehire_decision", LeavingWords.rehire)
}

extension AuditAction {
    static let saveInterview = AuditAction("interviews.save", Phrase(zh: "登记面谈", en: "Interview recorded"))
    static let readInterview = AuditAction("interviews.read", Phrase(zh: "查看面谈记录", en: "Interview looked at"))
    static let followUp = AuditAction("interviews.follow_up", Phrase(zh: "完成面谈跟进", en: "Interview followed up"))
    static let decideRehire = AuditAction("rehire.decide", Phrase(zh: "决定可否再次录用", en: "Rehire decided"))
}
