import Foundation
import Kernel
import SQL

/// Endpoints and what was sent to them.
package enum WebhookStore {
    static let secretColumn = "webhook_endpoints.secret"

    /// - Returns: the id, and the secret; it is shown once and kept sealed.
    package static func add(
        name: String, address: String, events: [String], takesAll: Bool, by account: ID<Account>, _ house: House,
        _ tx: Transaction
    ) throws -> (id: ID<WebhookEndpoint>, secret: String) {
        let id: ID<WebhookEndpoint> = try tx.newID()
        let secret = newSecret(house)
        try tx.execute(
            """
            insert into webhook_endpoints (id, name, address, secret, takes_all, is_active, created_at, account_id)
            values (\(id), \(name), \(address), \(try house.sealing.seal(secret, secretColumn, id.rawValue)),
                \(takesAll), 1, \(house.now), \(account))
            """)
        try set(events: takesAll ? [] : events, of: id, tx)
        return (id, secret)
    }

    package static func change(
        _ id: ID<WebhookEndpoint>, name: String, address: String, events: [String], takesAll: Bool, isActive: Bool,
        _ house: House, _ tx: Transaction
    ) throws {
        let changed = try tx.execute(
            """
            update webhook_endpoints set name = \(name), address = \(address), takes_all = \(takesAll),
                is_active = \(isActive) where id = \(id)
            """)
        guard changed == 1 else { throw Missing() }
        try set(events: takesAll ? [] : events, of: id, tx)
        if isActive { try Webhooks.wake(id, at: house.now, in: tx, house) }
    }

    /// While it is paused, events queue up and nothing is sent.
    static func set(isActive: Bool, _ id: ID<WebhookEndpoint>, _ house: House, _ tx: Transaction) throws {
        guard try tx.execute("update webhook_endpoints set is_active = \(isActive) where id = \(id)") == 1 else {
            throw Missing()
        }
        if isActive { try Webhooks.wake(id, at: house.now, in: tx, house) }
    }

    /// Replaces the secret; what is sent from now on is signed with the new one.
    package static func renewSecret(of id: ID<WebhookEndpoint>, _ house: House, _ tx: Transaction) throws -> String {
        let secret = newSecret(house)
        let sealed = try house.sealing.seal(secret, secretColumn, id.rawValue)
        guard try tx.execute("update webhook_endpoints set secret = \(sealed) where id = \(id)") == 1 else {
            throw Missing()
        }
        return secret
    }

    package static func remove(_ id: ID<WebhookEndpoint>, _ tx: Transaction) throws {
        try tx.execute("delete from webhook_deliveries where endpoint_id = \(id)")
        try tx.execute("delete from webhook_events where endpoint_id = \(id)")
        guard try tx.execute("delete from webhook_endpoints where id = \(id)") == 1 else { throw Missing() }
    }

    /// Sends deliveries that were given up again: all of the endpoint's, or one.
    @discardableResult
    package static func replay(
        _ id: ID<WebhookEndpoint>, entry: ID<Journal>? = nil, _ house: House, _ tx: Transaction
    ) throws -> Int {
        let one: Query = entry.map { "and entry_id = \($0)" } ?? .empty
        let states: Query = entry == nil ? "state = 'dead'" : "state in ('dead', 'sent')"
        let count = try tx.execute(
            """
            update webhook_deliveries set state = 'waiting', attempts = 0, next_at = \(house.now), ended_at = null
            where endpoint_id = \(id) and \(states) \(one)
            """)
        if count > 0 { try Webhooks.wake(id, at: house.now, in: tx, house) }
        return count
    }

    private static func set(events: [String], of id: ID<WebhookEndpoint>, _ tx: Transaction) throws {
        try tx.execute("delete from webhook_events where endpoint_id = \(id)")
        try tx.insert(
            into: "webhook_events", ["endpoint_id", "code"],
            values: Set(events).sorted().flatMap { [id.sqlValue, $0.sqlValue] })
    }

    private static func newSecret(_ house: House) -> String {
        "whsec_"
            + Data(house.world.randomBytes(32)).base64EncodedString().replacingOccurrences(of: "+", with: "-")
            .replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
    }
}
