import Foundation
import Kernel
import SQL

extension Webhooks {
    static let job = JobKind("webhooks.deliver", Phrase(zh: "发送 Webhook", en: "Send webhooks")) { run, house in
        let endpoint = try run.payload(Payload.self).endpoint
        while let due = try await house.database.read({ tx in try Due(first: endpoint, house, tx) }) {
            try Task.checkCancellation()
            let outcome = await send(due, house)
            try await run.write { tx in try note(outcome, of: due, endpoint, house, tx) }
        }
        // Those between two attempts wait for a job of their own; those of a paused endpoint until it goes on.
        try await run.write { tx in
            let next = try tx.value(
                """
                select min(d.next_at) from webhook_deliveries d join webhook_endpoints e on e.id = d.endpoint_id
                where d.endpoint_id = \(endpoint) and d.state = 'waiting' and e.is_active = 1
                """, as: Instant?.self)
            if let next, let next { try wake(endpoint, at: next, in: tx, house) }
        }
    }

    /// The next delivery of an endpoint whose time has come.
    private struct Due: Sendable {
        let entry: ID<Journal>
        let code: String
        let at: Instant
        let body: String
        let attempts: Int
        let address: String
        let secret: String

        init?(first endpoint: ID<WebhookEndpoint>, _ house: House, _ tx: Transaction) throws {
            let found = try tx.first(
                """
                select d.entry_id, j.code, j.at, j.body, d.attempts, e.address, e.secret
                from webhook_deliveries d join journal_entries j on j.id = d.entry_id
                join webhook_endpoints e on e.id = d.endpoint_id
                where d.endpoint_id = \(endpoint) and d.state = 'waiting' and d.next_at <= \(house.now)
                    and e.is_active = 1
                order by d.next_at, d.entry_id limit 1
                """
            ) { row in
                (
                    try row.value(ID<Journal>.self), try row.value(String.self), try row.value(Instant.self),
                    try row.value(String.self), try row.value(Int.self), try row.value(String.self),
                    try row.value([UInt8].self)
                )
            }
            guard let found else { return nil }
            (entry, code, at, body, attempts, address) = (found.0, found.1, found.2, found.3, found.4, found.5)
            secret = try house.sealing.open(found.6, WebhookStore.secretColumn, endpoint.rawValue)
        }
    }

    private enum Answer: Sendable {
        case status(Int)
        case refused(Phrase)
    }

    private static func send(_ due: Due, _ house: House) async -> Answer {
        let envelope = "{\"id\":\(due.entry),\"event\":\"\(due.code)\",\"at\":\"\(due.at)\",\"data\":\(due.body)}"
        let message = WebhookMessage(
            to: due.address, secret: due.secret, event: due.code, delivery: "\(due.entry)", body: envelope,
            at: house.now)
        do {
            return .status(try await house.world.post(message))
        } catch {
            return .refused(JobNotices.words(for: error))
        }
    }

    private static func note(
        _ answer: Answer, of due: Due, _ endpoint: ID<WebhookEndpoint>, _ house: House, _ tx: Transaction
    ) throws {
        let now = house.now
        let words: Phrase
        switch answer {
        case .status(200..<300):
            try tx.execute(
                """
                update webhook_deliveries set state = 'sent', attempts = attempts + 1, ended_at = \(now),
                    answer_zh = null, answer_en = null
                where entry_id = \(due.entry) and endpoint_id = \(endpoint)
                """)
            return
        case .status(let status): words = Phrase(zh: "对方返回 \(status)", en: "answered \(status)")
        case .refused(let why): words = why
        }
        let attempt = due.attempts + 1
        let isOver = attempt >= house.setting(.webhookAttempts)
        try tx.execute(
            """
            update webhook_deliveries set state = \(isOver ? "dead" : "waiting"), attempts = \(attempt),
                next_at = \(now.adding(milliseconds: delay(after: attempt))), ended_at = \(isOver ? now : nil),
                answer_zh = \(words.zh), answer_en = \(words.en)
            where entry_id = \(due.entry) and endpoint_id = \(endpoint)
            """)
    }
}
