import Crypto
import Foundation
import Kernel
import SQL

/// The audit log: who did what to which record, when and from where. Every entry carries a hash over itself and the entry
/// before it, so nothing can be altered, removed or put in between without ``verify(_:)`` finding the place.
package enum Audit {
    /// Appends what was done in this transaction: kept with it, or not at all.
    package static func record(_ entry: AuditEntry, by call: Call, in tx: Transaction) throws {
        try record([entry], by: call.actor, call.house, in: tx)
    }

    package static func record(
        _ entry: AuditEntry, by viewer: Viewer, from address: String = "", _ house: House, in tx: Transaction
    ) throws {
        try record([entry], by: Actor(viewer, from: address), house, in: tx)
    }

    /// Appends several entries at once; use it instead of a loop.
    package static func record(_ entries: [AuditEntry], by actor: Actor, _ house: House, in tx: Transaction) throws {
        guard !entries.isEmpty else { return }
        let now = house.now
        try house.auditDesk.learn(entries, in: tx)
        // The head of the chain is one row for everybody, so it is taken at the very end.
        tx.beforeCommit { tx in
            let count = entries.count
            let head = try tx.first(
                "update audit_head set count = count + \(count) where id = 1 returning count - \(count), hash"
            ) { row in
                (count: try row.value(Int64.self), hash: try row.value([UInt8]?.self))
            }
            guard let head else { throw SQLFault.damaged("audit_head") }
            var hash = head.hash ?? AuditLink.genesis
            var values: [SQLValue] = []
            values.reserveCapacity(count * AuditLink.columns.count)
            for (place, entry) in zip(Int64(1)..., entries) {
                let link = try AuditLink(entry, by: actor, at: now, number: head.count + place, sealedBy: house.sealing)
                hash = link.hash(after: hash)
                values += link.values + [.blob(hash)]
            }
            try tx.insert(into: "audit_entries", AuditLink.columns, values: values)
            try tx.execute("update audit_head set hash = \(hash) where id = 1")
        }
    }
}
