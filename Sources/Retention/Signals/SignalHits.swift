import Kernel
import Organization
import SQL
import Shell

/// The hits a viewer may see: those about people covered by the permission, each only with the class of its signal.
enum SignalHits {
    /// What a list is narrowed to.
    struct Filter: Sendable {
        enum State: String, Sendable, Codable, CaseIterable {
            case open, snoozed, over, all

            var name: Phrase {
                switch self {
                case .open: Phrase(zh: "进行中", en: "Open")
                case .snoozed: Phrase(zh: "已暂缓", en: "Snoozed")
                case .over: Phrase(zh: "已结束", en: "Over")
                case .all: Phrase(zh: "全部", en: "All")
                }
            }
        }

        var state = State.open
        var signal: String?
        var severity: Signal.Severity?
        var person: Int64?
        var day: Day?
        /// A name or a staff number.
        var text: String?

        /// - Throws: ``Missing`` for words no filter has.
        init(_ query: FormFields) throws {
            state = try Self.word(query["state"]) ?? .open
            severity = try Self.word(query["severity"])
            signal = query["signal"]
            person = query["person"].flatMap { Int64($0) }
            day = query["day"].flatMap { try? Day($0) }
            text = query["q"]
        }

        private static func word<Value: RawRepresentable>(_ text: String?) throws -> Value?
        where Value.RawValue == String {
            guard let text else { return nil }
            guard let value = Value(rawValue: text) else { throw Missing() }
            return value
        }

        func condition(on today: Day) -> Query {
            var parts: [Query] = []
            switch state {
            case .open:
                parts.append(
                    "h.until_day is null and h.is_withdrawn = 0 and (h.snoozed_until is null or h.snoozed_until <= \(today))"
                )
            case .snoozed: parts.append("h.until_day is null and h.is_withdrawn = 0 and h.snoozed_until > \(today)")
            case .over: parts.append("(h.until_day is not null or h.is_withdrawn = 1)")
            case .all: break
            }
            if let signal { parts.append("h.signal = \(signal)") }
            if let severity { parts.append("v.severity = \(severity)") }
            if let person { parts.append("h.subject_id = \(person)") }
            if let day { parts.append("h.day = \(day)") }
            if let text { parts.append("(s.name = \(text) or s.number = \(text))") }
            return .all(of: parts)
        }
    }

    /// One hit as lists show it.
    struct Line: Codable, Sendable {
        let id: ID<Line>
        let signal: String
        let signalName: Phrase
        let version: Int
        let severity: Signal.Severity
        let person: ID<Subject>
        let name: String
        let number: String
        let unit: String?
        let day: Day
        let value: Phrase
        let lastValue: Phrase
        let until: Day?
        let isWithdrawn: Bool
        let snoozedUntil: Day?
        let snoozeReason: String?
    }

    /// Rows of `signal_hits h`, `signal_versions v`, `staff s` that are for this viewer. One's own are on one's own page.
    static func visible(_ viewer: Viewer) -> Query {
        let seen: Query = .any(
            of: FieldClass.allCases.map { fieldClass in
                "v.audience = \(fieldClass) and \(Visibility.condition(viewer, .readSignals, showing: fieldClass))"
            })
        guard let subject = viewer.subject else { return seen }
        return .all(of: [seen, "h.subject_id <> \(subject)"])
    }

    static func rows(
        _ filter: Filter, before: Int64?, limit: Int, as viewer: Viewer, _ house: House, _ tx: Transaction
    ) throws -> [Line] {
        let facts = try SignalRegister.facts(house, tx)
        let further: Query = before.map { "and h.id < \($0)" } ?? .empty
        return try tx.rows(
            """
            \(selection) where \(visible(viewer)) and \(filter.condition(on: house.today)) \(further)
            order by h.id desc limit \(limit)
            """
        ) { row in try Line(&row, facts) }
    }

    /// One hit with the version that found it. - Throws: ``Missing``.
    static func hit(
        _ id: ID<Line>, as viewer: Viewer, _ house: House, _ tx: Transaction
    ) throws -> (line: Line, signal: Signal) {
        let facts = try SignalRegister.facts(house, tx)
        let found = try tx.first("\(selection) where h.id = \(id) and \(visible(viewer))") { row in
            try Line(&row, facts)
        }
        guard let found else { throw Missing() }
        let versions = try SignalRegister.versions(of: found.signal, facts, tx)
        guard let signal = versions.first(where: { $0.version == found.version }) else { throw Missing() }
        return (found, signal)
    }

    static let selection: Query =
        """
        select h.id, h.signal, v.name_zh, v.name_en, h.version, v.severity, h.subject_id, s.name, s.number, s.unit_names,
            h.day, v.fact, h.value, h.last_value, h.until_day, h.is_withdrawn, h.snoozed_until, h.snooze_reason
        from signal_hits h join signal_versions v on v.signal = h.signal and v.version = h.version
        join staff s on s.person_id = h.subject_id
        """

    /// Puts an alert off until a day, with the reason. - Throws: ``Missing``, a problem at the day.
    static func snooze(
        _ id: ID<Line>, until: Day, because reason: String, as viewer: Viewer, by actor: Actor, _ house: House,
        _ tx: Transaction
    ) throws {
        let (hit, _) = try hit(id, as: viewer, house, tx)
        guard hit.until == nil, !hit.isWithdrawn else {
            throw FormProblem(
                field: "", problem: Phrase(zh: "该信号已经结束，无需暂缓。", en: "This signal is over already."))
        }
        let latest = house.today.adding(months: 6)
        guard until > house.today, until <= latest else {
            throw FormProblem(
                field: "until",
                problem: Phrase(
                    zh: "请填写明天到 \(latest) 之间的日期。", en: "Give a day from tomorrow to \(latest)."))
        }
        try tx.execute(
            """
            update signal_hits set snoozed_until = \(until), snooze_reason = \(reason), snoozed_by = \(actor.account)
            where id = \(id) and until_day is null
            """)
        try SignalAlerts.settle(hit.person.rawValue, on: house.today, house, tx)
        try Audit.record(
            [
                AuditEntry(
                    .snoozeSignal, of: AuditRecord(.signalHit, id), about: hit.person,
                    changes: [FieldChange("until", SignalWords.until, before: hit.snoozedUntil?.iso, after: until.iso)],
                    reason: reason)
            ], by: actor, house, in: tx)
    }
}

extension SignalHits.Line {
    /// Reads ``SignalHits/selection``.
    init(_ row: inout Row, _ facts: [String: PublishedFact]) throws {
        (id, signal) = (try row.value(), try row.value())
        signalName = Phrase(zh: try row.value(), en: try row.value())
        (version, severity, person) = (try row.value(), try row.value(), try row.value())
        (name, number, unit) = (try row.value(), try row.value(), try row.value())
        day = try row.value()
        let unitOfFact = facts[try row.value(String.self)]?.unit ?? .score
        value = unitOfFact.words(try row.value(Double.self))
        lastValue = unitOfFact.words(try row.value(Double.self))
        (until, isWithdrawn) = (try row.value(), try row.value())
        (snoozedUntil, snoozeReason) = (try row.value(), try row.value())
    }

    /// What it is in now.
    func state(on today: Day) -> SignalHits.Filter.State {
        if until != nil || isWithdrawn { return .over }
        return snoozedUntil.map { $0 > today } == true ? .snoozed : .open
    }
}
