import Kernel

/// What the data-quality checks look at: one employment, as of a day, as flat as a row of a query.
package struct PersonFacts: Hashable, Sendable {
    package enum ManagerState: String, Sendable, Hashable, Codable {
        case none
        case employed
        case left
        /// The person is their own manager, directly or in a circle.
        case circular
    }

    package var number: String?
    package var kind: EmploymentKind = .full
    package var hireDay: Day?
    package var lastDay: Day?
    package var hasSeparation = false
    /// Somebody recorded the state *left* without a day.
    package var isMarkedLeft = false

    package var hasUnit = true
    package var isUnitOpen = true
    package var hasPosition = true
    package var manager: ManagerState = .employed
    /// Heads a company or is the top of the tree: needs no manager.
    package var isTop = false

    package var gender: Gender?
    package var birthday: Day?
    package var hasIdentity = true
    /// Recorded in the identity number; nil when it records none or cannot be read.
    package var identityBirthday: Day?
    package var identityGender: Gender?
    package var isIdentityReadable = true
    /// How many other people, employed or not, have the same.
    package var othersWithIdentity = 0
    package var othersWithPhone = 0
    package var othersWithMail = 0
    package var hasPhone = true
    package var hasEmergencyContact = true
    package var hasBankAccount = true
    /// The first day on which a kind of document will have none that is valid; nil when none of them ends.
    package var documentExpires: Day?

    package var probationEnd: Day?
    package var confirmationDay: Day?
    /// The contract of this day, or the last one before.
    package var contractKind: ContractKind?
    package var contractStart: Day?
    package var contractLast: Day?
    /// Until when it was agreed, where it ended before that.
    package var agreedLast: Day?
    /// The first written contract of this employment.
    package var firstSigned: Day?

    package init() {}

    /// Whether the person is employed at the end of that day.
    package func isEmployed(on day: Day) -> Bool {
        guard let hireDay else { return lastDay.map { day <= $0 } ?? !isMarkedLeft }
        return hireDay <= day && (lastDay.map { day <= $0 } ?? !isMarkedLeft)
    }
}
