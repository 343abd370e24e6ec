import Kernel

/// What someone did, as the audit log keeps it.
///
/// ```swift
/// try Audit.record(
///     AuditEntry(.personMoved, of: .person(id), about: subject, changes: [
///         FieldChange("unit", Phrase(zh: "部门", en: "Unit"), before: "销售一部", after: "销售二部")
///     ]),
///     by: call, in: tx)
/// ```
package struct AuditEntry: Sendable {
    package let action: AuditAction
    /// The record it was done to.
    package let record: AuditRecord?
    /// Whose data it is, so that people can be told who saw or changed what is kept about them.
    package let about: ID<Subject>?
    package let changes: [FieldChange]
    /// Why, where the page asked for it.
    package let reason: String?

    package init(
        _ action: AuditAction, of record: AuditRecord? = nil, about: ID<Subject>? = nil, changes: [FieldChange] = [],
        reason: String? = nil
    ) {
        self.action = action
        self.record = record
        self.about = about
        self.changes = changes
        self.reason = reason
    }
}

/// What can be done, by its name: a room declares its own beside ``Capability``.
package struct AuditAction: Sendable {
    /// `people.move`: stored, never renamed.
    package let code: String
    package let name: Phrase

    package init(_ code: String, _ name: Phrase) {
        self.code = code
        self.name = name
    }
}

/// A kind of record: what it is called, and where its pages are.
package struct AuditRecordKind: Sendable {
    /// `person`: stored, never renamed.
    package let code: String
    package let name: Phrase
    /// What stands before the id in the address of its page, `/people/`; nil when it has none.
    package let path: String?

    package init(_ code: String, _ name: Phrase, path: String? = nil) {
        self.code = code
        self.name = name
        self.path = path
    }
}

/// One record.
package struct AuditRecord: Sendable {
    package let kind: AuditRecordKind
    package let id: Int64

    package init<Owner>(_ kind: AuditRecordKind, _ id: ID<Owner>) {
        self.kind = kind
        self.id = id.rawValue
    }
}
