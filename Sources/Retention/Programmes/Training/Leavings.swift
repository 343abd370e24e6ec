import Kernel
import SQL

/// Who left when and by whose wish, as known on a day.
struct Leavings: Sendable {
    struct Leaving: Sendable {
        let lastDay: Int
        /// When it was announced; nil when nobody noted it.
        let notice: Int?
        let isVoluntary: Bool
    }

    /// What became of somebody after a day.
    enum Fate: Sendable, Equatable {
        case stayed
        /// Left by own wish; the last day as a day number.
        case left(Int)
        /// Left in another way: no case of leaving by own wish, and none of staying.
        case censored
        /// Everybody knew by then: nothing is left to predict.
        case announced
    }

    private let bySubject: [Int64: [Leaving]]
    /// The first last day on record; nil when nobody left. Records that begin with those who were there hold nobody who
    /// left earlier: of the time before, only who stayed is known, and nothing can be learned from it.
    let since: Int?

    init(_ bySubject: [Int64: [Leaving]], after earliest: Int = .min) {
        self.bySubject = bySubject
        since = bySubject.values.lazy.flatMap { $0 }.map(\.lastDay).filter { $0 >= earliest }.min()
    }

    /// Whether a snapshot of the day can be learned from: leavings were recorded by then, and its horizon has passed.
    func covers(_ day: Day, horizon: Int, knownOn today: Day) -> Bool {
        guard let since else { return false }
        return day.number >= since && day + horizon <= today
    }

    /// - Parameters:
    ///   - day: ends that lie after it are not known yet.
    ///   - earliest: what ended before it does not show that leavings were recorded all the time since.
    init(knownOn day: Day, since earliest: Day = .first, _ tx: Transaction) throws {
        var found: [Int64: [Leaving]] = [:]
        var last: (subject: Int64, leaving: Leaving)?
        func keep() { if let last { found[last.subject, default: []].append(last.leaving) } }
        try tx.each(
            """
            select e.person_id, e.hired_on, e.last_day, s.notice_day, s.kind
            from employments e left join separations s on s.employment_id = e.id
            where e.person_id in (select person_id from employments where last_day is not null)
            order by e.person_id, e.hired_on
            """
        ) { row in
            let subject = try row.value(Int64.self)
            let hired = try row.value(Day.self)
            // Another contract from the next day on: nobody left.
            if let before = last, before.subject == subject, hired.number <= before.leaving.lastDay + 1 { last = nil }
            keep()
            last = nil
            let end = try row.value(Day?.self)
            let notice = try row.value(Day?.self)
            let kind = try row.value(String?.self)
            guard let end, min(notice ?? end, end) <= day else { return }
            last = (
                subject, Leaving(lastDay: end.number, notice: notice?.number, isVoluntary: kind == "voluntary")
            )
        }
        keep()
        self.init(found, after: earliest.number)
    }

    /// What became of somebody employed on a day, within the horizon after it.
    func fate(of subject: Int64, after day: Int, within horizon: Int) -> Fate {
        guard let leavings = bySubject[subject] else { return .stayed }
        guard let next = leavings.first(where: { $0.lastDay >= day }) else { return .stayed }
        if min(next.notice ?? next.lastDay, next.lastDay) <= day { return .announced }
        guard next.lastDay <= day + horizon else { return .stayed }
        return next.isVoluntary ? .left(next.lastDay) : .censored
    }
}
