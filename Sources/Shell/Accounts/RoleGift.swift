import Kernel

/// A role for an account: for whom, and until when.
package struct RoleGift: Sendable, Hashable, Codable {
    /// The code of the role.
    package let role: String
    /// The unit and what lies below it; nil for the whole company.
    package let unit: Int64?
    /// Less than the role says: one's reporting line, oneself…; nil for as the role says.
    package let reach: Reach?
    /// The last day; nil without end.
    package let until: Day?

    package init(role: String, unit: Int64? = nil, reach: Reach? = nil, until: Day? = nil) {
        self.role = role
        self.unit = unit
        self.reach = reach == .company ? nil : reach
        self.until = until
    }
}

/// An account that is to be made.
package struct AccountDraft: Sendable {
    package let login: String
    package let name: String
    /// Whose account it is; nil for somebody who is not on the staff list.
    package let subject: ID<Subject>?
    package let language: Language
    package let roles: [RoleGift]

    package init(
        login: String, name: String, subject: ID<Subject>? = nil, language: Language = .zh, roles: [RoleGift]
    ) {
        self.login = login
        self.name = name
        self.subject = subject
        self.language = language
        self.roles = roles
    }
}
