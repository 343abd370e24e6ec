import Kernel
import SQL

/// What a headcount board is added up from: small tables of counts by unit and day, each made by one question.
struct MovementFacts: Sendable, SizedFigure {
    struct Event: Sendable {
        let day: Day
        /// Where from; nil for joiners.
        let from: ID<OrgUnit>?
        /// Where to; nil for leavers.
        let to: ID<OrgUnit>?
        let count: Int
    }

    let first: Day
    /// Employed at the end of the day before the period.
    let opening: [ID<OrgUnit>?: Int]
    /// Last day before the period: in ``opening``, leavers of the period before.
    let leftAtOpening: [ID<OrgUnit>?: Int]
    let joiners: [Event]
    let leavers: [Event]
    let transfers: [Event]

    var bytes: Int {
        (joiners.count + leavers.count + transfers.count) * MemoryLayout<Event>.stride
            + (opening.count + leftAtOpening.count) * 48
    }

    /// - Parameter scope: a condition on the primary assignment `a`.
    init(_ first: Day, _ last: Day, _ scope: Query, _ tx: Transaction) throws {
        self.first = first
        opening = try Self.headcount(on: first - 1, scope, tx)
        leftAtOpening = try Self.counts(
            "e.last_day = \(first - 1)", on: "e.last_day", scope, tx
        ).reduce(into: [:]) { $0[$1.unit, default: 0] += $1.count }
        joiners = try Self.counts("e.hired_on between \(first) and \(last)", on: "e.hired_on", scope, tx)
            .map { Event(day: $0.day, from: nil, to: $0.unit, count: $0.count) }
        leavers = try Self.counts("e.last_day between \(first) and \(last)", on: "e.last_day", scope, tx)
            .map { Event(day: $0.day, from: $0.unit, to: nil, count: $0.count) }
        transfers = try tx.rows(
            """
            select a.starts_on, b.unit_id, a.unit_id, count(*)
            from assignments a join assignments b on b.employment_id = a.employment_id and b.role = 'primary'
                and b.ends_before = a.starts_on and b.unit_id <> a.unit_id
            where a.role = 'primary' and a.starts_on between \(first) and \(last) and \(scope)
            group by a.starts_on, b.unit_id, a.unit_id
            """
        ) { row in
            Event(day: try row.value(), from: try row.value(), to: try row.value(), count: try row.value())
        }
    }

    /// People employed at the end of a day by the unit of their primary post; those without one under nil.
    static func headcount(on day: Day, _ scope: Query, _ tx: Transaction) throws -> [ID<OrgUnit>?: Int] {
        var counts: [ID<OrgUnit>?: Int] = [:]
        try tx.each(
            """
            select a.unit_id, count(distinct e.person_id)
            from employments e left join assignments a on a.employment_id = e.id and \(UnitStore.primaryPost(on: day))
            where e.hired_on <= \(day) and (e.last_day is null or e.last_day >= \(day)) and \(scope)
            group by a.unit_id
            """
        ) { row in counts[try row.value()] = try row.value(Int.self) }
        return counts
    }

    private static func counts(
        _ period: Query, on day: Query, _ scope: Query, _ tx: Transaction
    ) throws -> [(day: Day, unit: ID<OrgUnit>?, count: Int)] {
        try tx.rows(
            """
            select \(day), a.unit_id, count(*)
            from employments e left join assignments a on a.employment_id = e.id and \(UnitStore.primaryPost(on: day))
            where \(period) and (e.last_day is null or e.last_day >= e.hired_on) and \(scope)
            group by \(day), a.unit_id
            """
        ) { row in (try row.value(), try row.value(), try row.value()) }
    }

    /// The figures of some days of the period for some units; nil for all.
    func movement(_ first: Day, _ last: Day, in units: Set<ID<OrgUnit>>?) -> HeadcountBoard.Movement {
        func isInside(_ unit: ID<OrgUnit>?) -> Bool { units.map { units in unit.map(units.contains) ?? false } ?? true }
        func came(_ days: ClosedRange<Day>) -> Int { sum(joiners, days) { isInside($0.to) } }
        func went(_ days: ClosedRange<Day>) -> Int { sum(leavers, days) { isInside($0.from) } }
        func movedIn(_ days: ClosedRange<Day>) -> Int { sum(transfers, days) { !isInside($0.from) && isInside($0.to) } }
        func movedOut(_ days: ClosedRange<Day>) -> Int {
            sum(transfers, days) { isInside($0.from) && !isInside($0.to) }
        }
        /// Employed at the end of a day and still the day after.
        func staying(after day: Day) -> Int {
            let start = sum(opening, isInside) - sum(leftAtOpening, isInside)
            guard day >= self.first else { return start }
            let days = self.first...day
            return start + came(days) - went(days) + movedIn(days) - movedOut(days)
        }
        let before = first - 1
        let leftBefore = first == self.first ? sum(leftAtOpening, isInside) : went(before...before)
        return HeadcountBoard.Movement(
            opening: staying(after: before) + leftBefore, joiners: came(first...last), leavers: went(first...last),
            transfersIn: movedIn(first...last), transfersOut: movedOut(first...last),
            closing: staying(after: last) + went(last...last))
    }

    private func sum(_ events: [Event], _ days: ClosedRange<Day>, _ isCounted: (Event) -> Bool) -> Int {
        events.reduce(0) { days.contains($1.day) && isCounted($1) ? $0 + $1.count : $0 }
    }

    private func sum(_ counts: [ID<OrgUnit>?: Int], _ isCounted: (ID<OrgUnit>?) -> Bool) -> Int {
        counts.reduce(0) { isCounted($1.key) ? $0 + $1.value : $0 }
    }
}
