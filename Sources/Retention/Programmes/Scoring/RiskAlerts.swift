import Kernel
import SQL
import Shell

/// Tells HR and the manager who rose into the upper two tiers: one item per person, gone when it is over.
enum RiskAlerts {
    /// More people than this at once become one item that leads to the list.
    private static let most = 20

    static func prefix(_ programme: String) -> String { "risk \(programme) " }
    static func key(_ programme: String, _ subject: Int64) -> String { prefix(programme) + "\(subject)" }

    static func send(
        _ people: [ScoredPerson], _ start: RiskRuns.Start, _ house: House, _ tx: Transaction
    ) throws {
        let isAlarming = { (tier: RiskTier) in tier.rank >= RiskTier.high.rank }
        var standing: [Int64: RiskTier] = [:]
        var risen: [ScoredPerson] = []
        for person in people {
            standing[person.subject] = person.tier
            guard isAlarming(person.tier) else { continue }
            // Before the first run nobody stood anywhere: who has risen within the week is news.
            let isNew =
                start.standing.isEmpty
                ? person.hasRisen
                : !isAlarming(start.standing[person.subject] ?? .unknown) && person.change.map { $0 > 0 } ?? true
            if isNew { risen.append(person) }
        }
        let over = start.standing.filter { isAlarming($1) && !isAlarming(standing[$0] ?? .unknown) }
        try Inbox.settle(over.keys.map { key(start.programme.code, $0) }, in: tx, house)
        guard !risen.isEmpty else { return }
        let holders = try GrantHolders(of: .readRisk, on: house.today, tx)
        let known = try AlertedPerson.load(risen.map(\.subject), tx)
        var alerts = AlertsOfANight(most: most)
        for person in risen {
            guard let who = known[person.subject] else { continue }
            for (owner, classes) in holders.receivers(about: who) where classes.contains(.risk) {
                alerts.add(owner, notice(who, person, start.programme))
            }
        }
        try Inbox.put(alerts.notices { summary($0, start) }, in: tx, house)
    }

    private static func notice(
        _ who: AlertedPerson, _ person: ScoredPerson, _ programme: RiskProgramme
    ) -> InboxNotice {
        let shown = RiskWords.share(person.probability)
        // A notice is mailed: only what everybody in charge may know.
        let drivers = person.drivers.filter { [.public, .work].contains($0.fieldClass) }
        return InboxNotice(
            .alert,
            Phrase(
                zh: "\(who.name)：可能在 \(programme.horizon) 天内离开（\(person.tier.name.zh)）",
                en: "\(who.name): may leave within \(programme.horizon) days (\(person.tier.name.en.lowercased()))"),
            detail: drivers.isEmpty
                ? shown
                : Phrase(
                    zh: shown.zh + "。" + drivers.map(\.sentence.zh).joined(separator: "；"),
                    en: shown.en + ". " + drivers.map(\.sentence.en).joined(separator: "; ")),
            link: "/risk/\(who.id)", urgency: person.tier == .veryHigh ? .high : .normal,
            key: key(programme.code, who.id))
    }

    private static func summary(_ count: Int, _ start: RiskRuns.Start) -> InboxNotice {
        InboxNotice(
            .alert,
            Phrase(zh: "\(count) 人的离职风险升为高或极高", en: "\(count) people rose to a high or very high risk"),
            detail: Phrase(zh: "截至 \(start.snapshot.day)，请在列表中查看。", en: "As of \(start.snapshot.day); see the list."),
            link: "/risk?programme=\(start.programme.code)&change=risen", key: "risk \(start.programme.code) of a night"
        )
    }
}
