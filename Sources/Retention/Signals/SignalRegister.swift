import Kernel
import SQL
import Shell

/// The register: what is watched, by which version of which rule.
enum SignalRegister {
    /// What may be watched: the published facts, by code.
    static func facts(_ house: House, _ tx: Transaction) throws -> [String: PublishedFact] {
        let all = try FactCatalogue(house).facts(tx)
        return Dictionary(all.map { ($0.code, $0) }) { first, _ in first }
    }

    /// The version in force of every signal: the defaults in their order, then one's own.
    static func current(_ published: [String: PublishedFact], _ tx: Transaction) throws -> [Signal] {
        let stored = try tx.rows(
            """
            select \(columns) from signal_versions v
            where v.version = (select max(version) from signal_versions where signal = v.signal) order by v.signal
            """
        ) { row in try Signal(&row) }
        let byCode = Dictionary(stored.map { ($0.code, $0) }) { first, _ in first }
        let known = Set(SignalDefault.all.map(\.code))
        return SignalDefault.all.map { byCode[$0.code] ?? $0.signal(published) }
            + stored.filter { !known.contains($0.code) }
    }

    /// All versions of one signal, the newest first. - Throws: ``Missing``.
    static func versions(of code: String, _ published: [String: PublishedFact], _ tx: Transaction) throws -> [Signal] {
        let stored = try tx.rows(
            "select \(columns) from signal_versions v where v.signal = \(code) order by v.version desc"
        ) { row in try Signal(&row) }
        if !stored.isEmpty { return stored }
        guard let usual = SignalDefault.all.first(where: { $0.code == code }) else { throw Missing() }
        return [usual.signal(published)]
    }

    /// How often each fired since a day, and how many are open, about the people this viewer may see.
    static func counts(
        since day: Day, as viewer: Viewer, _ tx: Transaction
    ) throws -> [String: (fired: Int, open: Int)] {
        var counts: [String: (fired: Int, open: Int)] = [:]
        try tx.each(
            """
            select h.signal, sum(case when h.day >= \(day) then 1 else 0 end),
                sum(case when h.until_day is null then 1 else 0 end)
            from signal_hits h \(people(viewer)) where h.is_withdrawn = 0 and \(counted(viewer)) group by h.signal
            """
        ) { row in counts[try row.value()] = (try row.value(), try row.value()) }
        return counts
    }

    /// Joined unless the viewer sees the whole company: counting a year of it takes long enough.
    private static func people(_ viewer: Viewer) -> Query {
        guard !seesCompany(viewer) else { return .empty }
        return """
            join signal_versions v on v.signal = h.signal and v.version = h.version
            join staff s on s.person_id = h.subject_id
            """
    }

    private static func counted(_ viewer: Viewer) -> Query {
        seesCompany(viewer) ? "1 = 1" : SignalHits.visible(viewer)
    }

    private static func seesCompany(_ viewer: Viewer) -> Bool {
        viewer.grants(for: .readSignals).contains { $0.reach == .company && $0.unit == nil }
    }

    /// Whether the viewer may know how often signals of a class fire.
    static func isCounted(_ audience: FieldClass, for viewer: Viewer) -> Bool {
        !viewer.grants(for: .readSignals, showing: audience).isEmpty
    }

    /// How often each version of one signal fired, about the people this viewer may see.
    static func fired(_ code: String, as viewer: Viewer, _ tx: Transaction) throws -> [Int: Int] {
        var counts: [Int: Int] = [:]
        try tx.each(
            """
            select h.version, count(*) from signal_hits h \(people(viewer))
            where h.signal = \(code) and h.is_withdrawn = 0 and \(counted(viewer)) group by h.version
            """
        ) { row in counts[try row.value()] = try row.value(Int.self) }
        return counts
    }

    /// Writes versions that are not there yet.
    static func add(_ signals: [Signal], at now: Instant, _ tx: Transaction) throws {
        try tx.insert(
            into: "signal_versions",
            [
                "signal", "version", "name_zh", "name_en", "fact", "rule", "threshold", "periods", "period",
                "window_days", "severity", "purpose_zh", "purpose_en", "basis", "kept_months", "audience", "is_active",
                "remark", "created_at", "account_id",
            ],
            values: signals.flatMap { signal -> [SQLValue] in
                [
                    signal.code.sqlValue, signal.version.sqlValue, signal.name.zh.sqlValue, signal.name.en.sqlValue,
                    signal.fact.sqlValue, signal.rule.kind.sqlValue, signal.rule.threshold.sqlValue,
                    signal.rule.periods.sqlValue, signal.rule.period.sqlValue, signal.rule.windowDays.sqlValue,
                    signal.severity.sqlValue, signal.purpose.zh.sqlValue, signal.purpose.en.sqlValue,
                    signal.basis.sqlValue, signal.keptMonths.sqlValue, signal.audience.sqlValue,
                    signal.isActive.sqlValue, signal.remark.sqlValue, (signal.createdAt ?? now).sqlValue,
                    signal.account.sqlValue,
                ]
            }, ending: "on conflict do nothing")
    }

    static let columns: Query =
        """
        v.signal, v.version, v.name_zh, v.name_en, v.fact, v.rule, v.threshold, v.periods, v.period, v.window_days,
        v.severity, v.purpose_zh, v.purpose_en, v.basis, v.kept_months, v.audience, v.is_active, v.remark,
        v.created_at, v.account_id
        """
}

extension Signal {
    /// Reads ``SignalRegister/columns``.
    init(_ row: inout Row) throws {
        (code, version) = (try row.value(), try row.value())
        name = Phrase(zh: try row.value(), en: try row.value())
        fact = try row.value()
        rule = SignalRule(
            kind: try row.value(), threshold: try row.value(), periods: try row.value(), period: try row.value(),
            windowDays: try row.value())
        severity = try row.value()
        purpose = Phrase(zh: try row.value(), en: try row.value())
        (basis, keptMonths, audience) = (try row.value(), try row.value(), try row.value())
        (isActive, remark) = (try row.value(), try row.value())
        (createdAt, account) = (try row.value(), try row.value())
    }
}
