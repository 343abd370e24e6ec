import Kernel
import SQL
import Shell

/// One inbox item per person watched, for HR and the manager: renewed when something new is found, gone when all is over.
enum SignalAlerts {
    /// More people than this in one night become one item that leads to the list.
    static let mostAlerts = 20

    static func key(_ subject: Int64) -> String { "signals \(subject)" }

    /// - Parameter isFirst: what goes on is news as well.
    static func send(
        after found: SignalEvaluation, isFirst: Bool = false, _ house: House, _ tx: Transaction
    ) throws {
        let signals = Dictionary(found.signals.map { ($0.code, $0) }) { first, _ in first }
        let alerting = { (code: String) in signals[code]?.severity.alerts ?? false }
        var awake: [Int64: [Signal]] = [:]
        var news: Set<Int64> = []
        for hit in found.begun where alerting(hit.signal) && !isAsleep(hit.snoozedUntil, found.day) {
            if let signal = signals[hit.signal] { awake[hit.subject, default: []].append(signal) }
            if !hit.isContinued { news.insert(hit.subject) }
        }
        for hit in found.ongoing
        where !hit.isWithdrawn && alerting(hit.signal) && !isAsleep(hit.snoozedUntil, found.day) {
            if let signal = signals[hit.signal] { awake[hit.subject, default: []].append(signal) }
            // A snooze that is over wakes the alert once.
            if isFirst || hit.snoozedUntil != nil { news.insert(hit.subject) }
        }
        let over = Set(found.ended.map(\.subject)).filter { awake[$0] == nil }
        try Inbox.settle(over.map(key), in: tx, house)
        try put(news.sorted(), awake, isFirst ? nil : found.day, house, tx)
    }

    private static func isAsleep(_ until: Day?, _ day: Day) -> Bool { until.map { $0 > day } ?? false }

    private static func put(
        _ news: [Int64], _ awake: [Int64: [Signal]], _ day: Day?, _ house: House, _ tx: Transaction
    ) throws {
        guard !news.isEmpty else { return }
        let holders = try GrantHolders(of: .readSignals, on: house.today, tx)
        let people = try AlertedPerson.load(news, tx)
        var alerts = AlertsOfANight(most: mostAlerts)
        for subject in news {
            guard let person = people[subject], let signals = awake[subject] else { continue }
            for (owner, classes) in holders.receivers(about: person) {
                let seen = signals.filter { classes.contains($0.audience) }
                if !seen.isEmpty { alerts.add(owner, notice(person, seen)) }
            }
        }
        try Inbox.put(alerts.notices { summary($0, day) }, in: tx, house)
    }

    private static func notice(_ person: AlertedPerson, _ signals: [Signal]) -> InboxNotice {
        InboxNotice(
            .alert, Phrase(zh: "\(person.name)：出现预警信号", en: "\(person.name): a signal to look at"),
            detail: .list(signals.map(\.name)), link: "/signals/hits?person=\(person.id)",
            urgency: signals.contains { $0.severity == .high } ? .high : .normal, key: key(person.id))
    }

    /// - Parameter day: on which all of it began; nil when some of it goes on for longer.
    private static func summary(_ count: Int, _ day: Day?) -> InboxNotice {
        InboxNotice(
            .alert, Phrase(zh: "\(count) 名员工出现新的预警信号", en: "New signals about \(count) people"),
            detail: day.map { Phrase(zh: "\($0) 新触发，请在列表中查看。", en: "Found on \($0); see the list.") }
                ?? Phrase(zh: "首次检查发现，请在列表中查看。", en: "Found when first looked for; see the list."),
            link: "/signals/hits" + (day.map { "?day=\($0)" } ?? ""), key: "signals of a night")
    }

    /// After a hit was snoozed or withdrawn: the item goes when nothing awake is left.
    static func settle(_ subject: Int64, on day: Day, _ house: House, _ tx: Transaction) throws {
        let left = try tx.value(
            """
            select 1 from signal_hits h join signal_versions v on v.signal = h.signal and v.version = h.version
            where h.subject_id = \(subject) and h.until_day is null and h.is_withdrawn = 0 and v.severity <> 'low'
                and (h.snoozed_until is null or h.snoozed_until <= \(day)) limit 1
            """, as: Int.self)
        if left == nil { try Inbox.settle(key(subject), in: tx, house) }
    }
}
