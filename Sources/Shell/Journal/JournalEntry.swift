import Kernel

/// Something that just happened in a room, for the rooms above it, for webhooks and for live pages.
///
/// ```swift
/// package struct Hired: JournalEntry {
///     package static let code = "organization.hired"
///     package static let name = Phrase(zh: "员工入职", en: "Employee hired")
///     package let person: ID<Subject>
///     package let on: Day
///     package var about: ID<Subject>? { person }
/// }
/// ```
/// Keep sensitive values out: entries are stored as JSON and leave the house by webhooks. Point to records instead.
package protocol JournalEntry: Codable, Sendable {
    /// `room.event`: stored and sent, never renamed.
    static var code: String { get }
    static var name: Phrase { get }
    /// Whom it is about, if it is about one person.
    var about: ID<Subject>? { get }
}

extension JournalEntry {
    package var about: ID<Subject>? { nil }
}
