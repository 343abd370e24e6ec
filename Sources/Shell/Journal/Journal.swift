import Foundation
import Kernel
import SQL

/// Where rooms leave what happened.
package enum Journal {
    /// Stores the entry, lets the rooms react in the order of the house, and hands it to the webhooks; all in this
    /// transaction.
    package static func leave<Entry: JournalEntry>(_ entry: Entry, in tx: Transaction, _ house: House) throws {
        guard depth < deepest else { throw JournalFault.endless(Entry.code) }
        let id: ID<Journal> = try tx.newID()
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let body = String(decoding: try encoder.encode(entry), as: UTF8.self)
        try tx.execute(
            """
            insert into journal_entries (id, code, at, about_id, body)
            values (\(id), \(Entry.code), \(house.now), \(entry.about), \(body))
            """)
        try Webhooks.take(id, code: Entry.code, in: tx, house)
        try $depth.withValue(depth + 1) {
            for room in house.rooms {
                for reaction in room.reactions where reaction.code == Entry.code {
                    try reaction.react(entry, tx, house)
                }
            }
        }
    }

    /// Reactions may leave entries themselves, but not in a circle.
    @TaskLocal private static var depth = 0
    private static let deepest = 16
}

enum JournalFault: Error, Equatable {
    /// Reactions answer each other without end.
    case endless(String)
}
