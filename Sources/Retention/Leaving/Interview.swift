import Kernel
import Organization
import SQL
import Shell

/// A talk with somebody who leaves, or thinks of it.
package struct ExitInterview: Codable, Sendable {
    package enum Decision: String, Sendable, Codable, CaseIterable, SQLBindable, SQLReadable {
        case leaves, retained, open

        var name: Phrase {
            switch self {
            case .leaves: Phrase(zh: "确认离职", en: "Leaves")
            case .retained: Phrase(zh: "已挽留", en: "Retained")
            case .open: Phrase(zh: "未定，继续沟通", en: "Open, to be continued")
            }
        }
    }

    package enum Return: String, Sendable, Codable, CaseIterable, SQLBindable, SQLReadable {
        case yes, maybe, no

        var name: Phrase {
            switch self {
            case .yes: Phrase(zh: "愿意", en: "Yes")
            case .maybe: Phrase(zh: "视情况而定", en: "Perhaps")
            case .no: Phrase(zh: "不愿意", en: "No")
            }
        }
    }

    let id: ID<ExitInterview>
    let person: ID<Person>
    /// The separation it belongs to; 0 when none was recorded when it was held.
    let separation: Int64
    let heldOn: Day
    let heldBy: String
    let decision: Decision
    let wouldReturn: Return?
    /// What would have kept the person.
    let keptBy: String?
    /// What the company should do better.
    let improve: String?
    let remark: String?
    var mainReason: SeparationReason?
    var otherReasons: [SeparationReason] = []

    /// What people leave for; what the law calls grounds stands with the separation.
    package static let reasons: [SeparationReason] =
        SeparationReason.allCases.filter { $0.kind == .voluntary }
        + [.contractEnded, .retirement, .groupTransfer, .unknown]
}

/// A talk with somebody who is to stay.
package struct StayInterview: Codable, Sendable {
    package enum Outlook: String, Sendable, Codable, CaseIterable, SQLBindable, SQLReadable {
        case stays, unsure, leaving

        var name: Phrase {
            switch self {
            case .stays: Phrase(zh: "打算长期留任", en: "Means to stay")
            case .unsure: Phrase(zh: "尚未确定", en: "Not sure")
            case .leaving: Phrase(zh: "考虑离开", en: "Thinks of leaving")
            }
        }
    }

    /// The five usual questions of a stay interview.
    package enum Question: String, Sendable, Codable, CaseIterable, SQLBindable, SQLReadable {
        case forward, learning, staying, doubts, support

        var words: Phrase {
            switch self {
            case .forward: Phrase(zh: "每天上班，您最期待什么？", en: "What do you look forward to at work?")
            case .learning: Phrase(zh: "您正在学什么，还想学什么？", en: "What are you learning, and what would you like to?")
            case .staying: Phrase(zh: "您为什么留在这里？", en: "Why do you stay?")
            case .doubts:
                Phrase(zh: "最近一次考虑离开是什么时候，因为什么？", en: "When did you last think of leaving, and why?")
            case .support: Phrase(zh: "公司或上级怎样能更好地支持您？", en: "How could we support you better?")
            }
        }
    }

    struct Answer: Codable, Sendable {
        let question: Question
        let answer: String
    }

    let id: ID<StayInterview>
    let person: ID<Person>
    let heldOn: Day
    let heldBy: String
    let outlook: Outlook
    let followUpOn: Day?
    let followedUpOn: Day?
    let remark: String?
    var answers: [Answer] = []
}

/// Whether somebody may be hired again.
package struct RehireDecision: Codable, Sendable {
    package enum Eligibility: String, Sendable, Codable, CaseIterable, SQLBindable, SQLReadable {
        case eligible, conditional, not

        var name: Phrase {
            switch self {
            case .eligible: Phrase(zh: "可以再次录用", en: "May be hired again")
            case .conditional: Phrase(zh: "有条件录用", en: "On conditions")
            case .not: Phrase(zh: "不再录用", en: "Not to be hired again")
            }
        }
    }

    let eligibility: Eligibility
    let reason: String
    let decidedOn: Day
    let decidedBy: String?
}
