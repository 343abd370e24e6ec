import Kernel
import Organization
import SQL
import Shell

/// Why people left, by quarter and by unit. Groups too small to hide a person in are not shown.
struct ReasonBoard: Codable, Sendable {
    /// Groups with fewer leavers are hidden or merged.
    static let smallest = 5

    struct Quarter: Codable, Sendable, Hashable {
        let year: Int
        let quarter: Int
        /// Nil when there were fewer than five, or when it would tell those: then its reasons are hidden too.
        let leavers: Int?
        /// Of them those whose reason is known.
        let known: Int?

        var name: Phrase { Phrase(zh: "\(year) 年第 \(quarter) 季度", en: "\(year) Q\(quarter)") }
    }

    struct Line: Codable, Sendable {
        let reason: SeparationReason
        /// Beside the quarters; nil where hidden.
        let counts: [Int?]
        /// Over the quarters together, also those that are hidden one by one.
        let total: Int
    }

    struct Unit: Codable, Sendable {
        let name: Phrase
        let leavers: Int
        let known: Int
        /// The most frequent reasons, at most three.
        let reasons: [Named]

        struct Named: Codable, Sendable {
            let reason: SeparationReason
            let count: Int
        }
    }

    let quarters: [Quarter]
    let lines: [Line]
    let units: [Unit]
    /// Leavers over the whole period; nil below five.
    let leavers: Int?
    let known: Int
    /// How many of them were interviewed.
    let interviewed: Int
    /// Interviews of the period after which people stayed.
    let retained: Int
}

/// One leaver as the board counts them.
struct ReasonCase: Sendable {
    let lastDay: Day
    let unit: Int64
    let unitName: String
    /// Every reason named, once each; empty when unknown.
    let reasons: Set<SeparationReason>
    let isInterviewed: Bool
}

extension ReasonBoard {
    /// Counts cases. Each leaver counts once for every reason they named.
    /// - Parameter months: first days of the quarters, oldest first.
    init(_ cases: [ReasonCase], quarters: [Month], retained: Int) {
        let known = cases.filter { !$0.reasons.isEmpty }
        let byQuarter = quarters.map { first in
            cases.filter { $0.lastDay >= first.firstDay && $0.lastDay < first.adding(3).firstDay }
        }
        // A single small quarter would be known by taking the others from the total: the next smallest is hidden with it.
        let hidden = SmallGroups.merged(byQuarter.map(\.count))
        let shows = byQuarter.indices.map { byQuarter[$0].count >= Self.smallest && !hidden.contains($0) }
        let isShown = cases.count >= Self.smallest
        self.quarters = quarters.indices.map { place in
            let (first, some, shown) = (quarters[place], byQuarter[place], shows[place])
            return Quarter(
                year: first.year, quarter: first.quarter, leavers: shown ? some.count : nil,
                known: shown ? some.filter { !$0.reasons.isEmpty }.count : nil)
        }
        let totals = Self.counted(known)
        lines =
            !isShown
            ? []
            : totals.map { reason, total in
                Line(
                    reason: reason,
                    counts: zip(byQuarter, shows).map { some, shown in
                        shown ? some.filter { $0.reasons.contains(reason) }.count : nil
                    }, total: total)
            }
        units = Self.units(cases)
        leavers = isShown ? cases.count : nil
        self.known = isShown ? known.count : 0
        interviewed = isShown ? cases.filter(\.isInterviewed).count : 0
        self.retained = retained
    }

    /// Reasons with how many named them, the most frequent first.
    private static func counted(_ cases: [ReasonCase]) -> [(SeparationReason, Int)] {
        SeparationReason.allCases.map { reason in (reason, cases.filter { $0.reasons.contains(reason) }.count) }
            .filter { $0.1 > 0 }.sorted { ($0.1, $1.0.rawValue) > ($1.1, $0.0.rawValue) }
    }

    /// Units with at least five leavers. Smaller ones are put together; what is left over alone would tell them by
    /// subtraction, so the smallest unit shown joins it.
    private static func units(_ cases: [ReasonCase]) -> [Unit] {
        var groups = Dictionary(grouping: cases, by: \.unit).values
            .sorted { ($0.count, $1[0].unit) > ($1.count, $0[0].unit) }
        var rest = groups.filter { $0.count < smallest }.flatMap { $0 }
        groups.removeAll { $0.count < smallest }
        while !rest.isEmpty, rest.count < smallest, let last = groups.popLast() { rest += last }
        var units = groups.map { unit(Phrase(verbatim: $0[0].unitName), $0) }
        if rest.count >= smallest {
            units.append(unit(Phrase(zh: "其他部门合计", en: "Other units together"), rest))
        }
        return units
    }

    private static func unit(_ name: Phrase, _ cases: [ReasonCase]) -> Unit {
        Unit(
            name: name, leavers: cases.count, known: cases.filter { !$0.reasons.isEmpty }.count,
            reasons: counted(cases).prefix(3).map { Unit.Named(reason: $0.0, count: $0.1) })
    }
}

extension ReasonBoard {
    /// The quarters up to that of a day.
    static func quarters(_ count: Int, through day: Day) -> [Month] {
        let month = day.month
        let first = month.adding(-((month.monthOfYear - 1) % 3))
        return (0..<count).map { first.adding(3 * ($0 - count + 1)) }
    }

    /// Reasons of the exit interview count where one was held, else the one recorded with the separation.
    /// - Parameter allKinds: also those who did not leave by their own will.
    static func load(
        quarters count: Int, allKinds: Bool, today: Day, as viewer: Viewer, _ tx: Transaction
    ) throws -> ReasonBoard {
        let quarters = quarters(count, through: today)
        guard let first = quarters.first?.firstDay, let last = quarters.last?.adding(3).firstDay else {
            return ReasonBoard([], quarters: [], retained: 0)
        }
        let scope = try UnitScope(viewer, .readInterviews, tx).condition
        let kinds: Query = allKinds ? "1 = 1" : "p.kind = 'voluntary'"
        let named = try reasons(from: first, before: last, tx)
        let names = Dictionary(
            try tx.rows("select unit_id, name from unit_paths where depth <= 1") { row in
                (try row.value(Int64.self), try row.value(String.self))
            }
        ) { first, _ in first }
        let cases = try tx.rows(
            """
            select p.id, p.last_day, p.reason, u.path from separations p
            join assignments a on a.employment_id = p.employment_id and a.role = 'primary'
                and a.starts_on <= p.last_day and (a.ends_before is null or a.ends_before > p.last_day)
            join unit_paths u on u.unit_id = a.unit_id
            where p.last_day >= \(first) and p.last_day < \(last) and p.last_day <= \(today) and \(kinds) and \(scope)
            """
        ) { row in
            let (id, day) = (try row.value(Int64.self), try row.value(Day.self))
            let recorded = try row.value(SeparationReason?.self)
            let interview = named[id]
            var reasons = interview ?? []
            reasons.remove(.unknown)
            if reasons.isEmpty, let recorded, recorded != .unknown { reasons = [recorded] }
            let unit = Self.group(try row.value())
            return ReasonCase(
                lastDay: day, unit: unit, unitName: names[unit] ?? "—", reasons: reasons,
                isInterviewed: interview != nil)
        }
        let retained = try tx.value(
            """
            select count(*) from exit_interviews i join staff s on s.person_id = i.person_id
            join unit_paths u on u.unit_id = s.unit_id
            where i.decision = 'retained' and i.held_on >= \(first) and i.held_on < \(last) and \(scope)
            """, as: Int.self)
        return ReasonBoard(cases, quarters: quarters, retained: retained ?? 0)
    }

    /// Directly below the top, by a path of ids such as `/1/5/9/`; the top itself for those who worked there.
    static func group(_ path: String) -> Int64 {
        let ids = path.split(separator: "/")
        return (ids.dropFirst().first ?? ids.first).flatMap { Int64($0) } ?? 0
    }

    /// What was named in the interviews of each separation.
    private static func reasons(
        from first: Day, before last: Day, _ tx: Transaction
    ) throws -> [Int64: Set<SeparationReason>] {
        var found: [Int64: Set<SeparationReason>] = [:]
        try tx.each(
            """
            select i.separation_id, r.reason from exit_interviews i
            join separations p on p.id = i.separation_id join exit_reasons r on r.interview_id = i.id
            where p.last_day >= \(first) and p.last_day < \(last)
            """
        ) { row in found[try row.value(), default: []].insert(try row.value()) }
        return found
    }
}
