import Kernel
import SQL
import Shell

/// What is recorded about one person, for that person.
enum MyRecord {
    struct FactLine: Codable, Sendable {
        let code: String
        let name: Phrase
        /// Nil when nothing is known.
        let value: Phrase?
        /// Out of use after a contest.
        let isExcluded: Bool
        let purpose: Phrase
        let basis: LegalBasis
        let keptMonths: Int
        let audience: FieldClass
    }

    struct SignalLine: Codable, Sendable {
        let id: ID<SignalHits.Line>
        let signal: String
        let name: Phrase
        let value: Phrase
        let day: Day
        let until: Day?
        let isWithdrawn: Bool
        let purpose: Phrase
        let basis: LegalBasis
        let keptMonths: Int
        let audience: FieldClass
    }

    /// A signal that looks at everybody.
    struct Watch: Codable, Sendable {
        let name: Phrase
        let rule: Phrase
        let purpose: Phrase
        let basis: LegalBasis
        let keptMonths: Int
        let audience: FieldClass
    }

    struct Look: Codable, Sendable {
        let when: String
        let who: String
        let action: Phrase
    }

    /// How many looks the page shows.
    static let mostLooks = 100

    /// One's own values in the newest snapshot, in words; empty before the first one.
    static func values(
        of subject: ID<Subject>, codes: [String]? = nil, _ tx: Transaction
    ) throws -> (day: Day?, values: [String: Phrase]) {
        guard let day = try Snapshots.latestDay(.employees, tx),
            let row = try Snapshots.row(.employees, day, of: subject.rawValue, codes: codes, tx)
        else { return (nil, [:]) }
        var values: [String: Phrase] = [:]
        for entry in row { values[entry.code] = entry.unit.words(entry.value, levels: entry.levels) }
        return (day, values)
    }

    static func facts(
        of subject: ID<Subject>, on today: Day, _ published: [String: PublishedFact], _ tx: Transaction
    ) throws -> (day: Day?, lines: [FactLine]) {
        let (day, values) = try values(of: subject, tx)
        let out = Set(
            try tx.rows(
                """
                select fact from excluded_facts where subject_id = \(subject) and starts_on <= \(today)
                    and (ends_before is null or ends_before > \(today))
                """
            ) { row in try row.value(String.self) })
        let lines = published.values.sorted { $0.code < $1.code }.map { fact in
            FactLine(
                code: fact.code, name: fact.name, value: out.contains(fact.code) ? nil : values[fact.code],
                isExcluded: out.contains(fact.code), purpose: fact.purpose, basis: fact.basis,
                keptMonths: fact.keptMonths, audience: fact.audience)
        }
        return (day, lines)
    }

    /// One's own signals, the newest first.
    static func hits(
        of subject: ID<Subject>, _ facts: [String: PublishedFact], _ tx: Transaction
    ) throws -> [SignalLine] {
        try tx.rows(
            """
            select h.id, h.signal, v.name_zh, v.name_en, v.fact, h.last_value, h.day, h.until_day, h.is_withdrawn,
                v.purpose_zh, v.purpose_en, v.basis, v.kept_months, v.audience
            from signal_hits h join signal_versions v on v.signal = h.signal and v.version = h.version
            where h.subject_id = \(subject) order by h.id desc limit 100
            """
        ) { row in
            let (id, signal) = (try row.value(ID<SignalHits.Line>.self), try row.value(String.self))
            let name = Phrase(zh: try row.value(), en: try row.value())
            let unit = facts[try row.value(String.self)]?.unit ?? .score
            return SignalLine(
                id: id, signal: signal, name: name, value: unit.words(try row.value(Double.self)),
                day: try row.value(), until: try row.value(), isWithdrawn: try row.value(),
                purpose: Phrase(zh: try row.value(), en: try row.value()), basis: try row.value(),
                keptMonths: try row.value(), audience: try row.value())
        }
    }

    static func watches(_ facts: [String: PublishedFact], _ tx: Transaction) throws -> [Watch] {
        try SignalRegister.current(facts, tx).compactMap { signal in
            guard signal.isActive, let fact = facts[signal.fact] else { return nil }
            return Watch(
                name: signal.name, rule: signal.rule.words(over: fact), purpose: signal.purpose,
                basis: signal.basis, keptMonths: signal.keptMonths, audience: signal.audience)
        }
    }

    /// Who looked at or worked on one's data, the newest first, from the audit log; oneself left out.
    static func looks(
        at subject: ID<Subject>, by account: ID<Account>, _ house: House, _ tx: Transaction
    ) throws -> [Look] {
        try tx.rows(
            """
            select e.at, e.actor, coalesce(a.zh, e.action), coalesce(a.en, e.action) from audit_entries e
            left join audit_words a on a.kind = 'action' and a.code = e.action
            where e.about_id = \(subject) and e.account_id <> \(account) and e.account_id > 0
            order by e.number desc limit \(mostLooks)
            """
        ) { row in
            Look(
                when: house.clockText(try row.value()), who: try row.value(),
                action: Phrase(zh: try row.value(), en: try row.value()))
        }
    }

    static func contests(of subject: ID<Subject>, _ house: House, _ tx: Transaction) throws -> [Contest] {
        try tx.rows("\(Contest.selection) where c.subject_id = \(subject) order by c.id desc limit 100") { row in
            try Contest(&row, house)
        }
    }
}
