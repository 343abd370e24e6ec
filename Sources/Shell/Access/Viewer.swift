import Kernel

/// Who is looking, and what this person may see. Stores take it; there is no other way to load a record.
package struct Viewer: Sendable {
    package let account: ID<Account>
    /// The person behind the account; nil for an administrator who is not employed.
    package let subject: ID<Subject>?
    package let name: String
    package let grants: [Grant]

    package init(account: ID<Account>, subject: ID<Subject>?, name: String, grants: [Grant]) {
        self.account = account
        self.subject = subject
        self.name = name
        self.grants = grants
    }

    /// Whether any grant holds the capability, over whomever.
    package func can(_ capability: Capability) -> Bool {
        grants.contains { $0.capability == capability }
    }

    /// Whether the capability covers single records: ``Reach/aggregates`` does not.
    package func canSeeRecords(_ capability: Capability) -> Bool {
        grants.contains { $0.capability == capability && $0.reach != .aggregates }
    }

    /// The grants of a capability that show a class of fields. Every capability shows ``FieldClass/public``.
    package func grants(for capability: Capability, showing fieldClass: FieldClass = .public) -> [Grant] {
        grants.filter { $0.capability == capability && (fieldClass == .public || $0.classes.contains(fieldClass)) }
    }

    /// The program itself, for jobs, commands and reactions: covers everything.
    package static func program(_ capabilities: [Capability]) -> Viewer {
        Viewer(
            account: ID(0), subject: nil, name: "Tenure",
            grants: capabilities.map { Grant($0, .company, classes: Set(FieldClass.allCases)) })
    }
}

/// Someone who can sign in.
package enum Account {}
