import Kernel
import SQL

/// How one account wants to be written to.
package struct InboxPreference: Sendable, Codable, Hashable {
    package enum Mode: String, Sendable, Codable, CaseIterable, SQLBindable, SQLReadable {
        /// The digest, and urgent things at once.
        case urgent
        case daily
        case off

        package var name: Phrase {
            switch self {
            case .urgent: Phrase(zh: "每日摘要，紧急事项立即通知", en: "Daily digest, urgent things at once")
            case .daily: Phrase(zh: "只要每日摘要", en: "Daily digest only")
            case .off: Phrase(zh: "不接收邮件", en: "No mail")
            }
        }
    }

    package var mode = Mode.urgent
    /// Where to; nil for the account name when it is a mail address.
    package var address: String?
    /// Hours of the company's clock; nil for what the company has set.
    package var digestHour: Int?
    package var quietFrom: Int?
    package var quietUntil: Int?

    package init() {}

    static func of(_ account: ID<Account>, _ tx: Transaction) throws -> InboxPreference {
        try tx.first(
            "select mail, digest, digest_at, quiet_from, quiet_until from inbox_preferences where account_id = \(account)"
        ) { row in try InboxPreference(&row) } ?? InboxPreference()
    }

    init(_ row: inout Row) throws {
        address = try row.value()
        mode = try row.value()
        (digestHour, quietFrom, quietUntil) = (
            Self.hour(try row.value()), Self.hour(try row.value()), Self.hour(try row.value())
        )
    }

    func save(of account: ID<Account>, _ tx: Transaction) throws {
        try tx.execute(
            """
            insert into inbox_preferences (account_id, mail, digest, digest_at, quiet_from, quiet_until)
            values (\(account), \(address), \(mode), \(digestHour ?? Self.usual), \(quietFrom ?? Self.usual),
                \(quietUntil ?? Self.usual))
            on conflict (account_id) do update set mail = excluded.mail, digest = excluded.digest,
                digest_at = excluded.digest_at, quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until
            """)
    }

    /// What stands in the columns for "as the company".
    static let usual = -1

    static func hour(_ stored: Int) -> Int? { 0..<24 ~= stored ? stored : nil }

    func isQuiet(at hour: Int, _ house: House) -> Bool {
        Hours.isQuiet(
            hour, from: quietFrom ?? house.setting(.quietFrom), until: quietUntil ?? house.setting(.quietUntil))
    }
}
