import Foundation
import Kernel
import SQL

/// Sends journal entries to other systems: each to every endpoint that asked for it, in the order they were left, again
/// and again until it is taken or given up.
package enum Webhooks {
    /// How often a delivery is tried unless an administrator says otherwise: over about two days.
    static let attempts = 12

    /// Called with every entry, inside its transaction. For receivers that are paused it waits.
    static func take(_ entry: ID<Journal>, code: String, in tx: Transaction, _ house: House) throws {
        let now = house.now
        let endpoints = try tx.rows(
            """
            insert into webhook_deliveries (entry_id, endpoint_id, state, attempts, next_at)
            select \(entry), e.id, 'waiting', 0, \(now) from webhook_endpoints e
            where e.takes_all = 1 or exists (
                select 1 from webhook_events w where w.endpoint_id = e.id and w.code = \(code))
            returning endpoint_id
            """
        ) { row in try row.value(ID<WebhookEndpoint>.self) }
        for endpoint in endpoints { try wake(endpoint, at: now, in: tx, house) }
    }

    /// Sees to it that the endpoint's waiting deliveries are sent.
    static func wake(_ endpoint: ID<WebhookEndpoint>, at moment: Instant, in tx: Transaction, _ house: House) throws {
        try Jobs.enqueueOnce(
            job, Payload(endpoint: endpoint), key: "webhook \(endpoint)", at: moment, in: tx, house)
    }

    struct Payload: Codable, Sendable {
        let endpoint: ID<WebhookEndpoint>
    }

    /// How long to wait after a failed attempt, in milliseconds: 10 seconds, tripled every time, at most 12 hours.
    static func delay(after attempt: Int) -> Int64 {
        var delay: Int64 = 10_000
        for _ in 1..<max(1, min(attempt, 12)) { delay *= 3 }
        return min(delay, 12 * 3_600_000)
    }
}

/// What endpoint ids number.
package enum WebhookEndpoint {}
