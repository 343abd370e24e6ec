import Kernel
import Organization
import SQL
import Shell

/// Recording interviews and what follows from them.
enum InterviewChanges {
    static func taskKey(_ person: ID<Subject>) -> String { "exit interview \(person)" }
    static func followUpKey(_ id: ID<StayInterview>) -> String { "stay interview \(id)" }

    /// - Parameters:
    ///   - id: the interview that is corrected; nil for a new one.
    /// - Throws: ``Missing``, a problem at the day.
    static func save(
        _ draft: ExitInterviewForm, of person: ID<Person>, as id: ID<ExitInterview>?, by occasion: Occasion,
        _ tx: Transaction
    ) throws -> ID<ExitInterview> {
        let head = try Interviews.head(person, .editInterviews, as: occasion.viewer, tx)
        try check(draft.heldOn, occasion.today)
        let before = try id.map { try Interviews.exit($0, .editInterviews, as: occasion.viewer, tx) }
        let interview: ID<ExitInterview>
        if let id, let before {
            guard before.person == person else { throw Missing() }
            interview = id
            try tx.execute(
                """
                update exit_interviews set held_on = \(draft.heldOn), held_by = \(draft.heldBy),
                    decision = \(draft.decision), would_return = \(draft.wouldReturn), kept_by = \(draft.keptBy),
                    improve = \(draft.improve), remark = \(draft.remark) where id = \(id)
                """)
            try tx.execute("delete from exit_reasons where interview_id = \(id)")
        } else {
            let same = try tx.value(
                "select 1 from exit_interviews where person_id = \(person) and held_on = \(draft.heldOn)", as: Int.self)
            if same != nil { throw alreadyHeld }
            interview = try tx.newID()
            try tx.execute(
                """
                insert into exit_interviews (id, person_id, separation_id, held_on, held_by, decision, would_return,
                    kept_by, improve, remark, account_id, recorded_at)
                values (\(interview), \(person), \(head.separation?.id), \(draft.heldOn), \(draft.heldBy),
                    \(draft.decision), \(draft.wouldReturn), \(draft.keptBy), \(draft.improve), \(draft.remark),
                    \(occasion.actor.account), \(occasion.now))
                """)
        }
        try tx.insert(
            into: "exit_reasons", ["interview_id", "reason", "is_main"],
            values: ([draft.mainReason] + draft.otherReasons).flatMap { reason -> [SQLValue] in
                [interview.sqlValue, reason.sqlValue, (reason == draft.mainReason).sqlValue]
            })
        if draft.decision != .open { try Inbox.settle(taskKey(person.subject), in: tx, occasion.house) }
        try note(
            .saveInterview, AuditRecord(.exitInterview, interview), person,
            [
                FieldChange("held_on", LeavingWords.heldOn, before: before?.heldOn.iso, after: draft.heldOn.iso),
                FieldChange(
                    "decision", LeavingWords.decision, .personal,
                    before: before.map { FieldChange.words($0.decision.name) },
                    after: FieldChange.words(draft.decision.name)),
                FieldChange(
                    "main_reason", LeavingWords.mainReason, .personal,
                    before: before?.mainReason.map { FieldChange.words($0.name) },
                    after: FieldChange.words(draft.mainReason.name)),
            ], occasion, tx)
        return interview
    }

    static func save(
        _ draft: StayInterviewForm, of person: ID<Person>, as id: ID<StayInterview>?, by occasion: Occasion,
        _ tx: Transaction
    ) throws -> ID<StayInterview> {
        let head = try Interviews.head(person, .editInterviews, as: occasion.viewer, tx)
        try check(draft.heldOn, occasion.today)
        let before = try id.map { try Interviews.stay($0, .editInterviews, as: occasion.viewer, tx) }
        let interview: ID<StayInterview>
        if let id, let before {
            guard before.person == person else { throw Missing() }
            interview = id
            try tx.execute(
                """
                update stay_interviews set held_on = \(draft.heldOn), held_by = \(draft.heldBy),
                    outlook = \(draft.outlook), follow_up_on = \(draft.followUpOn), remark = \(draft.remark)
                where id = \(id)
                """)
            try tx.execute("delete from stay_answers where interview_id = \(id)")
        } else {
            let same = try tx.value(
                "select 1 from stay_interviews where person_id = \(person) and held_on = \(draft.heldOn)", as: Int.self)
            if same != nil { throw alreadyHeld }
            interview = try tx.newID()
            try tx.execute(
                """
                insert into stay_interviews (id, person_id, held_on, held_by, outlook, follow_up_on, remark, account_id,
                    recorded_at)
                values (\(interview), \(person), \(draft.heldOn), \(draft.heldBy), \(draft.outlook),
                    \(draft.followUpOn), \(draft.remark), \(occasion.actor.account), \(occasion.now))
                """)
        }
        try tx.insert(
            into: "stay_answers", ["interview_id", "question", "answer"],
            values: draft.answers.flatMap { [interview.sqlValue, $0.question.sqlValue, $0.answer.sqlValue] })
        try remind(interview, draft.followUpOn, head, occasion, tx)
        try note(
            .saveInterview, AuditRecord(.stayInterview, interview), person,
            [
                FieldChange("held_on", LeavingWords.heldOn, before: before?.heldOn.iso, after: draft.heldOn.iso),
                FieldChange(
                    "outlook", LeavingWords.outlook, .personal,
                    before: before.map { FieldChange.words($0.outlook.name) },
                    after: FieldChange.words(draft.outlook.name)),
                FieldChange(
                    "follow_up_on", LeavingWords.followUp, before: before?.followUpOn?.iso,
                    after: draft.followUpOn?.iso),
            ], occasion, tx)
        return interview
    }

    private static func remind(
        _ id: ID<StayInterview>, _ day: Day?, _ head: Interviews.Head, _ occasion: Occasion, _ tx: Transaction
    ) throws {
        guard let day else {
            try Inbox.settle(followUpKey(id), in: tx, occasion.house)
            return
        }
        let owner: InboxOwner = occasion.viewer.subject.map { .subject($0) } ?? .account(occasion.actor.account)
        try Inbox.put(
            InboxNotice(
                .reminder, Phrase(zh: "跟进与\(head.name)的留任面谈", en: "Follow up the stay interview with \(head.name)"),
                link: "/stay-interviews/\(id)", due: day, key: followUpKey(id)), for: owner, in: tx, occasion.house)
    }

    /// Says that what was agreed was followed up. - Throws: ``Missing``.
    static func followUp(_ id: ID<StayInterview>, by occasion: Occasion, _ tx: Transaction) throws {
        let interview = try Interviews.stay(id, .editInterviews, as: occasion.viewer, tx)
        try tx.execute("update stay_interviews set followed_up_on = \(occasion.today) where id = \(id)")
        try Inbox.settle(followUpKey(id), in: tx, occasion.house)
        try note(.followUp, AuditRecord(.stayInterview, id), interview.person, [], occasion, tx)
    }

    /// Decisions are kept one after the other; the newest counts. - Throws: ``Missing``.
    static func decide(
        _ draft: RehireForm, about person: ID<Person>, by occasion: Occasion, _ tx: Transaction
    ) throws {
        _ = try Interviews.head(person, .editInterviews, as: occasion.viewer, tx)
        let before = try Interviews.rehire(of: person, tx).first
        // A form sent twice is one decision.
        if let before, before.decidedOn == occasion.today, before.eligibility == draft.eligibility,
            before.reason == draft.reason
        {
            return
        }
        let id = try tx.newID(RehireDecision.self)
        try tx.execute(
            """
            insert into rehire_decisions (id, person_id, eligibility, reason, decided_on, account_id, recorded_at)
            values (\(id), \(person), \(draft.eligibility), \(draft.reason), \(occasion.today),
                \(occasion.actor.account), \(occasion.now))
            """)
        try note(
            .decideRehire, AuditRecord(.rehireDecision, id), person,
            [
                FieldChange(
                    "eligibility", LeavingWords.rehire, .personal,
                    before: before.map { FieldChange.words($0.eligibility.name) },
                    after: FieldChange.words(draft.eligibility.name))
            ], occasion, tx)
    }

    /// A form sent twice is one interview.
    private static let alreadyHeld = FormProblem(
        field: "held_on",
        problem: Phrase(
            zh: "该员工这一天的面谈已经登记。如需更正，请修改那一次的记录。",
            en: "An interview of that day is recorded already. To correct it, edit that one."))

    private static func check(_ day: Day, _ today: Day) throws {
        guard day > today else { return }
        throw FormProblem(
            field: "held_on", problem: Phrase(zh: "面谈日期不能晚于今天。", en: "The interview cannot lie ahead."))
    }

    private static func note(
        _ action: AuditAction, _ record: AuditRecord, _ person: ID<Person>, _ changes: [FieldChange],
        _ occasion: Occasion, _ tx: Transaction
    ) throws {
        try Audit.record(
            [AuditEntry(action, of: record, about: person.subject, changes: FieldChange.real(changes))],
            by: occasion.actor, occasion.house, in: tx)
    }

    // MARK: Reactions

    /// Somebody resigned: HR is asked to talk to them before the last day.
    static let reactions: [Reaction] = [
        Reaction(to: OrganizationEvents.Separated.self) { left, tx, house in
            guard left.kind == .voluntary, left.lastDay >= house.today,
                let person = try AlertedPerson.load([left.person.rawValue], tx)[left.person.rawValue]
            else { return }
            let holders = try GrantHolders(of: .editInterviews, on: house.today, tx).receivers(about: person)
            try Inbox.put(
                InboxNotice(
                    .task, Phrase(zh: "安排与\(person.name)的离职面谈", en: "Hold the exit interview with \(person.name)"),
                    link: "/people/\(left.person)/leaving", due: left.lastDay, key: taskKey(left.person)),
                for: holders.map(\.owner), in: tx, house)
        },
        Reaction(to: OrganizationEvents.Reinstated.self) { stayed, tx, house in
            try Inbox.settle(taskKey(stayed.person), in: tx, house)
        },
    ]
}
