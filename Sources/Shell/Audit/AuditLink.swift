import Crypto
import Foundation
import Kernel
import SQL

/// One stored entry of the chain, as it is hashed.
struct AuditLink: Sendable {
    let number: Int64
    let at: Instant
    let account: ID<Account>
    let actor: String
    let address: String
    let action: String
    let kind: String
    let record: Int64?
    let about: ID<Subject>?
    /// JSON of the changes, sealed.
    let changes: [UInt8]?
    let reason: String?

    /// What the first entry follows.
    static let genesis = [UInt8](repeating: 0, count: 32)

    static let columns: [StaticString] = [
        "number", "at", "account_id", "actor", "address", "action", "record_kind", "record_id", "about_id", "changes",
        "reason", "hash",
    ]

    /// The columns ``init(_:)`` reads.
    static let selection: Query =
        "number, at, account_id, actor, address, action, record_kind, record_id, about_id, changes, reason"

    var values: [SQLValue] {
        [
            number.sqlValue, at.sqlValue, account.sqlValue, actor.sqlValue, address.sqlValue, action.sqlValue,
            kind.sqlValue, record.sqlValue, about.sqlValue, changes.sqlValue, reason.sqlValue,
        ]
    }

    init(_ entry: AuditEntry, by actor: Actor, at now: Instant, number: Int64, sealedBy sealing: Sealing) throws {
        self.number = number
        at = now
        account = actor.account
        self.actor = actor.name.withoutNUL
        address = actor.address.withoutNUL
        action = entry.action.code
        kind = entry.record?.kind.code ?? ""
        record = entry.record?.id
        about = entry.about
        reason = entry.reason?.withoutNUL
        changes =
            entry.changes.isEmpty
            ? nil : try sealing.seal(String(decoding: Self.encoded(entry.changes), as: UTF8.self), Self.column, number)
    }

    init(_ row: inout Row) throws {
        number = try row.value()
        at = try row.value()
        account = try row.value()
        actor = try row.value()
        address = try row.value()
        action = try row.value()
        kind = try row.value()
        record = try row.value()
        about = try row.value()
        changes = try row.value()
        reason = try row.value()
    }

    /// The place sealed values belong to.
    static let column = "audit_entries.changes"

    private static func encoded(_ changes: [FieldChange]) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(changes)
    }

    /// The changes in the clear.
    func changes(openedBy sealing: Sealing) throws -> [FieldChange] {
        guard let changes else { return [] }
        let text = try sealing.open(changes, Self.column, number)
        return try JSONDecoder().decode([FieldChange].self, from: Data(text.utf8))
    }

    /// SHA-256 over the hash before and every field with its length, so that no two entries read alike.
    func hash(after previous: [UInt8]) -> [UInt8] {
        var hasher = SHA256()
        hasher.update(data: Data("tenure audit 1".utf8))
        hasher.update(data: previous)
        for value in values {
            switch value {
            case .null: hasher.update(data: [0])
            case .integer(let number):
                hasher.update(data: [1])
                withUnsafeBytes(of: number.bigEndian) { hasher.update(bufferPointer: $0) }
            case .real(let number):
                hasher.update(data: [2])
                withUnsafeBytes(of: number.bitPattern.bigEndian) { hasher.update(bufferPointer: $0) }
            case .text(let text): Self.add(3, Array(text.utf8), to: &hasher)
            case .blob(let bytes): Self.add(4, bytes, to: &hasher)
            }
        }
        return Array(hasher.finalize())
    }

    private static func add(_ kind: UInt8, _ bytes: [UInt8], to hasher: inout SHA256) {
        hasher.update(data: [kind])
        withUnsafeBytes(of: UInt64(bytes.count).bigEndian) { hasher.update(bufferPointer: $0) }
        hasher.update(data: bytes)
    }
}

extension String {
    /// What was typed may hold U+0000, which PostgreSQL cannot store; a log must not fail over it.
    var withoutNUL: String { utf8.contains(0) ? replacingOccurrences(of: "\0", with: "\u{FFFD}") : self }
}
