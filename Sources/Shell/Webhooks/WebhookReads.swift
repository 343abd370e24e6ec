import Kernel
import SQL

/// An endpoint as pages show it.
struct WebhookRow: Codable, Sendable {
    let id: ID<WebhookEndpoint>
    let name: String
    let address: String
    let takesAll: Bool
    /// The codes asked for; empty when it takes all.
    let events: [String]
    let isActive: Bool
    let waiting: Int
    let dead: Int
    /// When something was last taken; nil when nothing was.
    let lastSent: String?
}

/// One delivery.
struct WebhookDelivery: Codable, Sendable {
    enum State: String, Codable, Sendable, CaseIterable, SQLBindable, SQLReadable {
        case waiting, sent, dead

        var name: Phrase {
            switch self {
            case .waiting: Phrase(zh: "等待发送", en: "Waiting")
            case .sent: Phrase(zh: "已送达", en: "Delivered")
            case .dead: Phrase(zh: "已放弃", en: "Given up")
            }
        }
    }

    let entry: ID<Journal>
    let event: Phrase
    let when: String
    let state: State
    let attempts: Int
    /// When it is tried next, or when it ended.
    let then: String
    let answer: Phrase?
}

extension WebhookStore {
    static let pageLength = 50

    static func rows(_ house: House, _ tx: Transaction) throws -> [WebhookRow] {
        try rows(where: "1 = 1", house, tx)
    }

    static func row(_ id: ID<WebhookEndpoint>, _ house: House, _ tx: Transaction) throws -> WebhookRow {
        guard let row = try rows(where: "e.id = \(id)", house, tx).first else { throw Missing() }
        return row
    }

    private static func rows(where condition: Query, _ house: House, _ tx: Transaction) throws -> [WebhookRow] {
        var events: [ID<WebhookEndpoint>: [String]] = [:]
        try tx.each(
            """
            select w.endpoint_id, w.code from webhook_events w join webhook_endpoints e on e.id = w.endpoint_id
            where \(condition) order by w.code
            """
        ) { row in events[try row.value(), default: []].append(try row.value()) }
        return try tx.rows(
            """
            select e.id, e.name, e.address, e.takes_all, e.is_active,
                coalesce(d.waiting, 0), coalesce(d.dead, 0), d.last_sent
            from webhook_endpoints e left join (
                select endpoint_id, sum(case when state = 'waiting' then 1 else 0 end) as waiting,
                    sum(case when state = 'dead' then 1 else 0 end) as dead,
                    max(case when state = 'sent' then ended_at end) as last_sent
                from webhook_deliveries group by endpoint_id) d on d.endpoint_id = e.id
            where \(condition) order by e.name, e.id
            """
        ) { row in
            let id: ID<WebhookEndpoint> = try row.value()
            return WebhookRow(
                id: id, name: try row.value(), address: try row.value(), takesAll: try row.value(),
                events: events[id] ?? [], isActive: try row.value(), waiting: try row.value(), dead: try row.value(),
                lastSent: try row.value(Instant?.self).map(house.clockText))
        }
    }

    /// Newest first.
    static func deliveries(
        of id: ID<WebhookEndpoint>, _ state: WebhookDelivery.State?, before: ID<Journal>?, _ house: House,
        _ tx: Transaction
    ) throws -> (shown: [WebhookDelivery], next: ID<Journal>?) {
        let names = Dictionary(
            WebhookEvent.all(house).map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        let only: Query = state.map { "and d.state = \($0)" } ?? .empty
        let after: Query = before.map { "and d.entry_id < \($0)" } ?? .empty
        let found = try tx.rows(
            """
            select d.entry_id, j.code, j.at, d.state, d.attempts, d.next_at, d.ended_at, d.answer_zh, d.answer_en
            from webhook_deliveries d join journal_entries j on j.id = d.entry_id
            where d.endpoint_id = \(id) \(only) \(after) order by d.entry_id desc limit \(pageLength + 1)
            """
        ) { row in
            let (entry, code): (ID<Journal>, String) = (try row.value(), try row.value())
            let (at, state): (Instant, WebhookDelivery.State) = (try row.value(), try row.value())
            let (attempts, next): (Int, Instant) = (try row.value(), try row.value())
            let ended: Instant? = try row.value()
            let (zh, en): (String?, String?) = (try row.value(), try row.value())
            return WebhookDelivery(
                entry: entry, event: names[code] ?? Phrase(verbatim: code), when: house.clockText(at), state: state,
                attempts: attempts, then: house.clockText(ended ?? next),
                answer: zh.map { Phrase(zh: $0, en: en ?? $0) })
        }
        let shown = Array(found.prefix(pageLength))
        return (shown, found.count > shown.count ? shown.last?.entry : nil)
    }
}
