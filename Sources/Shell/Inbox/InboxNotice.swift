import Kernel
import SQL

/// Something for one person's inbox.
package struct InboxNotice: Sendable {
    package enum Kind: String, Sendable, Codable, CaseIterable, SQLBindable, SQLReadable {
        /// A decision is asked for; goes away when it was made.
        case approval
        /// Something is to be done; goes away when the room sees it done, or the person says so.
        case task
        /// Something happened that should be known.
        case alert
        /// A day comes near.
        case reminder

        package var name: Phrase {
            switch self {
            case .approval: Phrase(zh: "待审批", en: "Approval")
            case .task: Phrase(zh: "待办", en: "Task")
            case .alert: Phrase(zh: "提醒", en: "Alert")
            case .reminder: Phrase(zh: "到期提示", en: "Reminder")
            }
        }

        /// Whether the person may put it away without the room's doing.
        package var canBeDismissed: Bool { self != .approval }
    }

    package enum Urgency: Int, Sendable, Codable, CaseIterable, SQLBindable, SQLReadable {
        case low = 0
        case normal = 1
        /// Mailed at once outside quiet hours.
        case high = 2
    }

    package let kind: Kind
    package let title: Phrase
    package let detail: Phrase?
    /// The page where it is dealt with, from `/`.
    package let link: String
    package let due: Day?
    package let urgency: Urgency
    /// What it is about: while a notice with this key is open, putting it again renews it instead of adding one.
    package let key: String?

    package init(
        _ kind: Kind, _ title: Phrase, detail: Phrase? = nil, link: String, due: Day? = nil,
        urgency: Urgency = .normal, key: String? = nil
    ) {
        self.kind = kind
        self.title = title
        self.detail = detail
        self.link = link
        self.due = due
        self.urgency = urgency
        self.key = key
    }
}

/// Whose inbox: an account's, or that of a person, who may get an account later.
package enum InboxOwner: Sendable, Hashable {
    case account(ID<Account>)
    case subject(ID<Subject>)

    /// Accounts and people share one sequence of ids, so the number alone says whose it is.
    var number: Int64 {
        switch self {
        case .account(let id): id.rawValue
        case .subject(let id): id.rawValue
        }
    }
}

extension Viewer {
    /// Under which numbers notices for this viewer are kept.
    var inboxNumbers: [Int64] { [account.rawValue] + (subject.map { [$0.rawValue] } ?? []) }
}
