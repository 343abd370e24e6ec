import Kernel
import SQL

/// What a room does when a room below it leaves an entry; part of the same transaction, so it happens with it or not
/// at all.
package struct Reaction: Sendable {
    /// The code of the entries it answers.
    package let code: String
    let react: @Sendable (any JournalEntry, Transaction, House) throws -> Void

    /// ```swift
    /// room.reactions = [Reaction(to: Organization.Hired.self) { hired, tx, house in … }]
    /// ```
    package init<Entry: JournalEntry>(
        to entry: Entry.Type, _ react: @escaping @Sendable (Entry, Transaction, House) throws -> Void
    ) {
        code = entry.code
        self.react = { any, tx, house in
            guard let entry = any as? Entry else { return }
            try react(entry, tx, house)
        }
    }
}
