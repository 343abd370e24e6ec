import Kernel
import Organization
import SQL
import Shell

/// One person's risk, loaded through the viewer.
struct RiskPerson: Sendable {
    struct Head: Sendable, Codable {
        let person: ID<Person>
        let name: String
        let number: String
        let unit: String?
        let position: String?
        let seesPay: Bool
        /// Classes of fields the viewer sees of this person.
        let classes: [FieldClass]
        let yearlyPay: Money?
    }

    struct Score: Sendable {
        let programme: String
        let run: ID<RiskRun>
        let model: ID<RiskModel>
        let day: Day
        let place: Int
        let tier: RiskTier
        let probability: Double?
        let low: Double?
        let high: Double?
        let change: Double?
        let points: Int?
        let drivers: [DriverLine]
        let detail: ScoreDetail?
    }

    struct HistoryPoint: Sendable, Codable {
        let day: Day
        let probability: Double
        let tier: RiskTier
    }

    struct Event: Sendable, Codable {
        let day: Day
        let kind: Phrase
        let title: Phrase
    }

    /// Somebody of the past who looked alike, and what happened.
    struct Similar: Sendable, Codable {
        let name: String
        let day: Day
        let probability: Double
        let leftOn: Day?
    }

    /// - Throws: ``Missing`` for a person who is not there, not for this viewer, or the viewer.
    static func head(_ person: ID<Person>, today: Day, as viewer: Viewer, _ tx: Transaction) throws -> Head {
        let paySeen = Visibility.condition(viewer, .readPeople, showing: .pay)
        let found = try tx.first(
            """
            select s.person_id, s.name, s.number, s.unit_names, s.position, \(RiskList.seenClasses(viewer)),
                case when \(paySeen) then (
                    select p.monthly from pay_rates p where p.person_id = s.person_id and p.starts_on <= \(today)
                    order by p.starts_on desc limit 1) end
            from staff s where s.person_id = \(person) and \(RiskList.visible(viewer))
            """
        ) { row in
            let (person, name, number) = (
                try row.value(ID<Person>.self), try row.value(String.self), try row.value(String.self)
            )
            let (unit, position) = (try row.value(String?.self), try row.value(String?.self))
            let classes = try RiskList.classes(&row)
            return Head(
                person: person, name: name, number: number, unit: unit, position: position,
                seesPay: classes.contains(.pay), classes: FieldClass.allCases.filter(classes.contains),
                yearlyPay: try row.value(Money?.self).map { Money(fen: $0.fen * 12) })
        }
        guard let found else { throw Missing() }
        return found
    }

    /// The scores of the last runs, one per programme.
    static func scores(of person: ID<Person>, _ tx: Transaction) throws -> [Score] {
        try tx.rows(
            """
            select p.code, u.id, u.model_id, u.day, r.place, r.tier, r.probability, r.low, r.high, r.change, r.points,
                r.drivers, r.detail
            from risk_programmes p join risk_runs u on u.id = p.run_id
            join risk_scores r on r.run_id = u.id and r.subject_id = \(person) order by p.code
            """
        ) { row in
            Score(
                programme: try row.value(), run: try row.value(), model: try row.value(), day: try row.value(),
                place: try row.value(), tier: try row.value(), probability: try row.value(), low: try row.value(),
                high: try row.value(), change: try row.value(), points: try row.value(),
                drivers: DriverLine.lines(try row.value()),
                detail: try row.value([UInt8]?.self).flatMap { ScoreDetail($0) })
        }
    }

    static func history(
        of person: ID<Person>, programme: String, _ tx: Transaction
    ) throws -> [HistoryPoint] {
        try tx.rows(
            """
            select day, probability, tier from risk_history
            where subject_id = \(person) and programme = \(programme) order by period desc limit 36
            """
        ) { row in
            HistoryPoint(day: try row.value(), probability: try row.value(), tier: try row.value())
        }.reversed()
    }

    /// What happened to somebody lately, the latest first: posts for those who see work fields, and open or past signals
    /// the viewer may see.
    static func events(of person: ID<Person>, as viewer: Viewer, _ tx: Transaction) throws -> [Event] {
        let seesWork = Visibility.condition(viewer, .readPeople, showing: .work)
        var events = try tx.rows(
            """
            select a.starts_on, a.cause, u.name, m.name from assignments a
            join staff s on s.person_id = a.person_id left join unit_paths u on u.unit_id = a.unit_id
            left join staff m on m.person_id = a.manager_id
            where a.person_id = \(person) and a.role = 'primary' and \(seesWork) order by a.starts_on desc limit 12
            """
        ) { row in
            let (day, cause) = (try row.value(Day.self), AssignmentCause(rawValue: try row.value()))
            let (unit, manager) = (try row.value(String?.self), try row.value(String?.self))
            let place = unit ?? "—"
            return Event(
                day: day, kind: cause?.name ?? Phrase(zh: "任职", en: "Post"),
                title: manager.map { Phrase(zh: "\(place)，上级：\($0)", en: "\(place), manager: \($0)") }
                    ?? Phrase(verbatim: place))
        }
        events += try tx.rows(
            """
            select h.day, v.name_zh, v.name_en from signal_hits h
            join signal_versions v on v.signal = h.signal and v.version = h.version
            join staff s on s.person_id = h.subject_id
            where h.subject_id = \(person) and h.is_withdrawn = 0 and \(SignalHits.visible(viewer))
            order by h.id desc limit 12
            """
        ) { row in
            Event(
                day: try row.value(), kind: Phrase(zh: "预警信号", en: "Signal"),
                title: Phrase(zh: try row.value(), en: try row.value()))
        }
        return events.enumerated().sorted { ($0.element.day, $1.offset) > ($1.element.day, $0.offset) }.map(\.element)
    }

    /// The nearest past cases of the same leaf, of people the viewer may see.
    static func similar(
        to score: Score, leaf: Int, probability: Double, as viewer: Viewer, _ tx: Transaction
    ) throws -> [Similar] {
        try tx.rows(
            """
            select s.name, c.day, c.probability, c.left_on from risk_cases c join staff s on s.person_id = c.subject_id
            where c.model_id = \(score.model) and c.leaf = \(leaf) and \(RiskList.visible(viewer))
            order by abs(c.probability - \(probability)), c.subject_id limit 6
            """
        ) { row in
            Similar(
                name: try row.value(), day: try row.value(), probability: try row.value(), leftOn: try row.value())
        }
    }
}
