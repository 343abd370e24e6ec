import Kernel

/// Who came, went and moved in a period: the inputs of every turnover rate (H01–H05).
///
/// A leaver belongs to the period of the last day and still counts at its end. So on a period's last day a leaver may
/// be in both ``closing`` and ``leavers``; ``balance`` says how the figures add up.
package struct StaffMovement: Hashable, Sendable {
    /// Employed at the end of the day before the period: the headcount at period start.
    package let opening: Int
    /// Hire days in the period, returning people included.
    package let joiners: Int
    /// Last days in the period.
    package let leavers: Int
    /// Came from units outside those counted, without being hired.
    package let transfersIn: Int
    /// Went to units outside those counted, without leaving.
    package let transfersOut: Int
    /// Employed at the end of the last day.
    package let closing: Int
    /// Leavers whose last day is the last day of the period: still in ``closing``.
    package let leavingAtClose: Int
    /// People whose last day was the day before: in ``opening``, leavers of the period before.
    package let leftAtOpening: Int

    /// Zero when the figures add up, as they always do unless two stretches of one person overlap.
    package var balance: Int {
        opening - leftAtOpening + joiners - leavers + transfersIn - transfersOut + leavingAtClose - closing
    }

    /// The mean of opening and closing, the base of H02.
    package var average: Double { Double(opening + closing) / 2 }

    /// - Parameters:
    ///   - period: with an end.
    ///   - units: a subtree to count; nil for the whole company, where nobody transfers in or out.
    package init?(_ period: DayRange, _ spans: [StaffSpan], in units: Set<ID<OrgUnit>>? = nil) {
        guard let last = period.last else { return nil }
        func isInside(_ span: StaffSpan, _ day: Day) -> Bool {
            guard let units else { return true }
            return span.units[day].map(units.contains) ?? false
        }
        func headcount(_ day: Day) -> Int { Headcount.count(on: day, spans.filter { isInside($0, day) }) }
        (opening, closing) = (headcount(period.start - 1), headcount(last))
        joiners = spans.count { period.contains($0.hireDay) && isInside($0, $0.hireDay) }
        func leaving(_ span: StaffSpan, where matches: (Day) -> Bool) -> Bool {
            span.lastDay.map { $0 >= span.hireDay && matches($0) && isInside(span, $0) } ?? false
        }
        leavers = spans.count { leaving($0) { period.contains($0) } }
        leavingAtClose = spans.count { leaving($0) { $0 == last } }
        leftAtOpening = spans.count { leaving($0) { $0 == period.start - 1 } }
        var (movesIn, movesOut) = (0, 0)
        for span in spans where units != nil {
            for day in Set(span.units.segments.flatMap { [$0.days.start, $0.days.end].compactMap { $0 } })
            where period.contains(day) && span.covers(day) && span.covers(day - 1) {
                switch (isInside(span, day - 1), isInside(span, day)) {
                case (false, true): movesIn += 1
                case (true, false): movesOut += 1
                default: break
                }
            }
        }
        (transfersIn, transfersOut) = (movesIn, movesOut)
    }
}
