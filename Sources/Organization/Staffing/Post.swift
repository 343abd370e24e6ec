import Kernel

/// What somebody does for whom: unit, position, level, manager and the share of their working time.
package struct Post: Hashable, Sendable {
    package var unit: ID<OrgUnit>
    package var position: ID<Position>?
    package var level: ID<Level>?
    package var manager: ID<Person>?
    /// Above 0 up to 100 %; 0 only while the person is lent out completely.
    package var share: Rate = .one

    package init(
        unit: ID<OrgUnit>, position: ID<Position>? = nil, level: ID<Level>? = nil, manager: ID<Person>? = nil,
        share: Rate = .one
    ) {
        (self.unit, self.position, self.level, self.manager, self.share) = (unit, position, level, manager, share)
    }
}

/// A post over a range of days, as it is stored (任职).
package struct Assignment: Hashable, Sendable {
    package let id: ID<Assignment>
    package var person: ID<Person>
    package var role: AssignmentRole
    package var post: Post
    package var days: DayRange
    package var cause: AssignmentCause
}

/// Which of several posts it is. A person has one primary post at a time; it decides about unit and reporting line.
package enum AssignmentRole: String, Sendable, Hashable, Codable, CaseIterable {
    case primary
    case additional
    case secondment

    package var name: Phrase {
        switch self {
        case .primary: Phrase(zh: "主岗", en: "Primary")
        case .additional: Phrase(zh: "兼岗", en: "Additional")
        case .secondment: Phrase(zh: "借调", en: "Secondment")
        }
    }
}

/// Why a post began.
package enum AssignmentCause: String, Sendable, Hashable, Codable, CaseIterable {
    case hire
    case transfer
    case promotion
    case demotion
    case newManager
    case secondment
    case additional
    case reorganisation
    case correction

    package var name: Phrase {
        switch self {
        case .hire: Phrase(zh: "入职", en: "Hire")
        case .transfer: Phrase(zh: "调动", en: "Transfer")
        case .promotion: Phrase(zh: "晋升", en: "Promotion")
        case .demotion: Phrase(zh: "降级", en: "Demotion")
        case .newManager: Phrase(zh: "更换上级", en: "New manager")
        case .secondment: Phrase(zh: "借调", en: "Secondment")
        case .additional: Phrase(zh: "兼岗", en: "Additional post")
        case .reorganisation: Phrase(zh: "组织调整", en: "Reorganisation")
        case .correction: Phrase(zh: "更正", en: "Correction")
        }
    }
}
