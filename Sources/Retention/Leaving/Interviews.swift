import Kernel
import Organization
import SQL
import Shell

/// Reading interviews. They belong to the class *personal*: who holds the permission without it sees none; nobody sees
/// what was recorded about oneself here.
enum Interviews {
    /// Rows of `staff s` whose interviews are for this viewer.
    static func visible(_ viewer: Viewer, _ capability: Capability = .readInterviews) -> Query {
        let seen = Visibility.condition(viewer, capability, showing: .personal)
        guard let subject = viewer.subject else { return seen }
        return .all(of: [seen, "s.person_id <> \(subject)"])
    }

    /// Whom pages are about.
    struct Head: Codable, Sendable {
        let person: ID<Person>
        let name: String
        let number: String
        let unit: String?
        let lastDay: Day?
        let separation: Separation?

        struct Separation: Codable, Sendable {
            let id: Int64
            let noticeDay: Day?
            let lastDay: Day
            let kind: SeparationKind
            let reason: SeparationReason?
        }
    }

    /// - Throws: ``Missing`` for a person who is not there or not for this viewer.
    static func head(
        _ person: ID<Person>, _ capability: Capability = .readInterviews, as viewer: Viewer, _ tx: Transaction
    ) throws -> Head {
        let found = try tx.first(
            """
            select s.name, s.number, s.unit_names, s.last_day, p.id, p.notice_day, p.last_day, p.kind, p.reason
            from staff s left join separations p on p.id = (
                select id from separations where person_id = s.person_id order by last_day desc limit 1)
            where s.person_id = \(person) and \(visible(viewer, capability))
            """
        ) { row in
            let (name, number, unit, last) = (
                try row.value(String.self), try row.value(String.self), try row.value(String?.self),
                try row.value(Day?.self)
            )
            var separation: Head.Separation?
            if let id = try row.value(Int64?.self) {
                separation = Head.Separation(
                    id: id, noticeDay: try row.value(), lastDay: try row.value(), kind: try row.value(),
                    reason: try row.value())
            }
            return Head(
                person: person, name: name, number: number, unit: unit, lastDay: last, separation: separation)
        }
        guard let found else { throw Missing() }
        return found
    }

    // MARK: Exit

    private static let exitColumns: Query =
        """
        i.id, i.person_id, i.separation_id, i.held_on, i.held_by, i.decision, i.would_return, i.kept_by, i.improve,
        i.remark
        """

    private static func exit(_ row: inout Row) throws -> ExitInterview {
        ExitInterview(
            id: try row.value(), person: try row.value(), separation: try row.value(Int64?.self) ?? 0,
            heldOn: try row.value(), heldBy: try row.value(), decision: try row.value(),
            wouldReturn: try row.value(), keptBy: try row.value(), improve: try row.value(), remark: try row.value())
    }

    static func exits(of person: ID<Person>, _ tx: Transaction) throws -> [ExitInterview] {
        try withReasons(
            try tx.rows(
                """
                select \(exitColumns) from exit_interviews i where i.person_id = \(person)
                order by i.held_on desc, i.id desc
                """
            ) { row in try exit(&row) }, tx)
    }

    /// - Throws: ``Missing``.
    static func exit(
        _ id: ID<ExitInterview>, _ capability: Capability = .readInterviews, as viewer: Viewer, _ tx: Transaction
    ) throws -> ExitInterview {
        let found = try tx.first(
            """
            select \(exitColumns) from exit_interviews i join staff s on s.person_id = i.person_id
            where i.id = \(id) and \(visible(viewer, capability))
            """
        ) { row in try exit(&row) }
        guard let found, let whole = try withReasons([found], tx).first else { throw Missing() }
        return whole
    }

    private static func withReasons(_ interviews: [ExitInterview], _ tx: Transaction) throws -> [ExitInterview] {
        var mains: [ID<ExitInterview>: SeparationReason] = [:]
        var others: [ID<ExitInterview>: Set<SeparationReason>] = [:]
        try tx.each(
            "select interview_id, reason, is_main from exit_reasons where interview_id in \(interviews.map(\.id))"
        ) { row in
            let (id, reason) = (try row.value(ID<ExitInterview>.self), try row.value(SeparationReason.self))
            if try row.value(Bool.self) { mains[id] = reason } else { others[id, default: []].insert(reason) }
        }
        return interviews.map { interview in
            var interview = interview
            interview.mainReason = mains[interview.id]
            interview.otherReasons = SeparationReason.allCases.filter { others[interview.id]?.contains($0) == true }
            return interview
        }
    }

    // MARK: Stay

    private static let stayColumns: Query =
        "i.id, i.person_id, i.held_on, i.held_by, i.outlook, i.follow_up_on, i.followed_up_on, i.remark"

    private static func stay(_ row: inout Row) throws -> StayInterview {
        StayInterview(
            id: try row.value(), person: try row.value(), heldOn: try row.value(), heldBy: try row.value(),
            outlook: try row.value(), followUpOn: try row.value(), followedUpOn: try row.value(),
            remark: try row.value())
    }

    static func stays(of person: ID<Person>, _ tx: Transaction) throws -> [StayInterview] {
        try tx.rows(
            """
            select \(stayColumns) from stay_interviews i where i.person_id = \(person)
            order by i.held_on desc, i.id desc
            """
        ) { row in try stay(&row) }
    }

    /// - Throws: ``Missing``.
    static func stay(
        _ id: ID<StayInterview>, _ capability: Capability = .readInterviews, as viewer: Viewer, _ tx: Transaction
    ) throws -> StayInterview {
        let found = try tx.first(
            """
            select \(stayColumns) from stay_interviews i join staff s on s.person_id = i.person_id
            where i.id = \(id) and \(visible(viewer, capability))
            """
        ) { row in try stay(&row) }
        guard var found else { throw Missing() }
        let answers = try tx.rows("select question, answer from stay_answers where interview_id = \(id)") { row in
            StayInterview.Answer(question: try row.value(), answer: try row.value())
        }
        found.answers = StayInterview.Question.allCases.compactMap { question in
            answers.first { $0.question == question }
        }
        return found
    }

    // MARK: Rehire

    static func rehire(of person: ID<Person>, _ tx: Transaction) throws -> [RehireDecision] {
        try tx.rows(
            """
            select r.eligibility, r.reason, r.decided_on, a.name from rehire_decisions r
            left join accounts a on a.id = r.account_id where r.person_id = \(person) order by r.id desc
            """
        ) { row in
            RehireDecision(
                eligibility: try row.value(), reason: try row.value(), decidedOn: try row.value(),
                decidedBy: try row.value())
        }
    }
}
