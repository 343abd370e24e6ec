import Kernel
import Organization
import SQL
import Shell

/// Raising and answering contests.
enum Contests {
    static func key(_ id: ID<Contest>) -> String { "contest \(id)" }

    /// What somebody means when they contest: found again from what is recorded about them, never taken from the form.
    struct Target: Codable, Sendable {
        let matter: Contest.Matter
        let code: String
        let hit: Int64?
        let name: Phrase
        let value: Phrase?
        let audience: FieldClass
    }

    /// - Parameters:
    ///   - code: of a fact, with `matter` fact.
    ///   - hit: of a signal.
    /// - Throws: ``Missing`` for what is not recorded about the person.
    static func target(
        _ matter: Contest.Matter, code: String?, hit: Int64?, of subject: ID<Subject>, _ house: House, _ tx: Transaction
    ) throws -> Target {
        let facts = try SignalRegister.facts(house, tx)
        switch matter {
        case .fact:
            guard let code, let fact = facts[code] else { throw Missing() }
            let value = try MyRecord.values(of: subject, codes: [code], tx).values[code]
            return Target(
                matter: .fact, code: code, hit: nil, name: fact.name, value: value, audience: fact.audience)
        case .signal:
            guard let hit,
                let found = try MyRecord.hits(of: subject, facts, tx).first(where: { $0.id.rawValue == hit })
            else { throw Missing() }
            return Target(
                matter: .signal, code: found.signal, hit: hit, name: found.name, value: found.value,
                audience: found.audience)
        }
    }

    /// Notes the objection and asks HR for an answer. - Throws: a problem when one is open already.
    static func raise(
        _ target: Target, _ words: String, of subject: ID<Subject>, by actor: Actor, _ house: House, _ tx: Transaction
    ) throws -> ID<Contest> {
        let open = try tx.value(
            """
            select 1 from contests where subject_id = \(subject) and matter = \(target.matter) and code = \(target.code)
                and decision is null limit 1
            """, as: Int.self)
        guard open == nil else {
            throw FormProblem(
                field: "",
                problem: Phrase(
                    zh: "您对此项的异议正在处理中，请等待答复。", en: "Your contest of this is being dealt with; please wait."))
        }
        let (id, due) = (try tx.newID(Contest.self), house.today + house.setting(.contestDays))
        try tx.execute(
            """
            insert into contests (id, subject_id, matter, code, hit_id, name_zh, name_en, value_zh, value_en, audience,
                words, raised_at, due_on)
            values (\(id), \(subject), \(target.matter), \(target.code), \(target.hit), \(target.name.zh),
                \(target.name.en), \(target.value?.zh), \(target.value?.en), \(target.audience), \(words), \(house.now),
                \(due))
            """)
        try tell(id, subject, due, house, tx)
        try Audit.record(
            [
                AuditEntry(
                    .raiseContest, of: AuditRecord(.contest, id), about: subject,
                    changes: [
                        FieldChange(
                            "name", target.matter.name, target.audience, before: nil,
                            after: FieldChange.words(target.name))
                    ])
            ], by: actor, house, in: tx)
        return id
    }

    private static func tell(
        _ id: ID<Contest>, _ subject: ID<Subject>, _ due: Day, _ house: House, _ tx: Transaction
    ) throws {
        guard let person = try AlertedPerson.load([subject.rawValue], tx)[subject.rawValue] else { return }
        let isLate = due < house.today
        let title =
            isLate
            ? Phrase(zh: "\(person.name)的异议已逾期未答复", en: "\(person.name)’s contest is overdue")
            : Phrase(zh: "\(person.name)对自己的记录提出异议", en: "\(person.name) contests a record")
        let notice = InboxNotice(
            .task, title, detail: Phrase(zh: "请在 \(due) 前核实并答复。", en: "Look into it and answer by \(due)."),
            link: "/contests/\(id)", due: due, urgency: isLate ? .high : .normal, key: key(id))
        let holders = try GrantHolders(of: .answerContests, on: house.today, tx).receivers(about: person)
        try Inbox.put(notice, for: holders.map(\.owner), in: tx, house)
    }

    /// Reminds HR of those that should have been answered.
    static func remind(_ house: House, _ tx: Transaction) throws {
        let late = try tx.rows(
            """
            select id, subject_id, due_on from contests where decision is null and due_on < \(house.today)
            order by due_on limit 200
            """
        ) { row in (try row.value(ID<Contest>.self), try row.value(ID<Subject>.self), try row.value(Day.self)) }
        for (id, subject, due) in late { try tell(id, subject, due, house, tx) }
    }

    // MARK: HR

    /// Those about people covered by the permission; nobody answers themselves.
    static func visible(_ viewer: Viewer) -> Query {
        let seen: Query = .any(
            of: FieldClass.allCases.map { fieldClass in
                "c.audience = \(fieldClass) and \(Visibility.condition(viewer, .answerContests, showing: fieldClass))"
            })
        guard let subject = viewer.subject else { return seen }
        return .all(of: [seen, "c.subject_id <> \(subject)"])
    }

    static func rows(
        isAnswered: Bool, before: Int64?, limit: Int, as viewer: Viewer, _ house: House, _ tx: Transaction
    ) throws -> [Contest] {
        let state: Query = isAnswered ? "c.decision is not null" : "c.decision is null"
        let further: Query = before.map { "and c.id < \($0)" } ?? .empty
        return try tx.rows(
            """
            \(Contest.selection) where \(visible(viewer)) and \(state) \(further) order by c.id desc limit \(limit)
            """
        ) { row in try Contest(&row, house) }
    }

    /// - Throws: ``Missing``.
    static func contest(
        _ id: ID<Contest>, as viewer: Viewer, _ house: House, _ tx: Transaction
    ) throws -> Contest {
        let found = try tx.first("\(Contest.selection) where c.id = \(id) and \(visible(viewer))") { row in
            try Contest(&row, house)
        }
        guard let found else { throw Missing() }
        return found
    }

    /// Decides, says why, and lets the decision take effect at once.
    static func answer(
        _ id: ID<Contest>, _ decision: Contest.Decision, _ words: String, as viewer: Viewer, by actor: Actor,
        _ house: House, _ tx: Transaction
    ) throws {
        let contest = try contest(id, as: viewer, house, tx)
        guard contest.decision == nil else {
            throw FormProblem(
                field: "", problem: Phrase(zh: "该异议已经答复。", en: "This contest was answered already."))
        }
        guard Contest.Decision.choices(for: contest.matter).contains(decision) else {
            throw FormProblem(
                field: "decision", problem: Phrase(zh: "请从列出的选项中选择。", en: "Choose one of the options."))
        }
        try tx.execute(
            """
            update contests set decision = \(decision), answer = \(words), answered_at = \(house.now),
                answered_by = \(actor.account) where id = \(id) and decision is null
            """)
        if decision == .wrong { try exclude(contest, house, tx) }
        if decision == .withdrawn {
            try tx.execute(
                """
                update signal_hits set is_withdrawn = 1
                where id = (select hit_id from contests where id = \(id)) and subject_id = \(contest.subject)
                """)
            try SignalAlerts.settle(contest.subject.rawValue, on: house.today, house, tx)
        }
        try Inbox.settle(key(id), in: tx, house)
        try Inbox.put(
            InboxNotice(
                .alert, Phrase(zh: "您的异议已答复", en: "Your contest was answered"),
                detail: Phrase(
                    zh: "\(contest.name.zh)：\(decision.name.zh)", en: "\(contest.name.en): \(decision.name.en)"),
                link: "/my-record/contests/\(id)", key: "contest answer \(id)"),
            for: .subject(contest.subject), in: tx, house)
        try Audit.record(
            [
                AuditEntry(
                    .answerContest, of: AuditRecord(.contest, id), about: contest.subject,
                    changes: [
                        FieldChange(
                            "decision", ContestAnswerForm.decision.label, before: nil,
                            after: FieldChange.words(decision.name))
                    ])
            ], by: actor, house, in: tx)
    }

    /// The fact, and what follows from the same metric, is unknown from the day before on: the snapshot of that day may
    /// still be taken again. Signals that watched it are taken back.
    private static func exclude(_ contest: Contest, _ house: House, _ tx: Transaction) throws {
        let facts = try SignalRegister.facts(house, tx)
        let signals = try SignalRegister.current(facts, tx)
        let fact =
            contest.matter == .fact ? contest.code : signals.first { $0.code == contest.code }?.fact ?? contest.code
        let out = ExcludedFacts.siblings(of: fact, among: facts.keys)
        try tx.insert(
            into: "excluded_facts", ["contest_id", "fact", "subject_id", "starts_on"],
            values: out.flatMap { code -> [SQLValue] in
                [contest.id.sqlValue, code.sqlValue, contest.subject.sqlValue, (house.today - 1).sqlValue]
            }, ending: "on conflict do nothing")
        let watching = signals.filter { out.contains($0.fact) }.map(\.code)
        try tx.execute(
            """
            update signal_hits set is_withdrawn = 1, until_day = \(house.today)
            where subject_id = \(contest.subject) and signal in \(watching) and until_day is null
            """)
        try SignalAlerts.settle(contest.subject.rawValue, on: house.today, house, tx)
    }

    /// The source was corrected: the fact is used again.
    static func correct(
        _ id: ID<Contest>, as viewer: Viewer, by actor: Actor, _ house: House, _ tx: Transaction
    ) throws {
        let contest = try contest(id, as: viewer, house, tx)
        guard contest.isExcluded else { throw Missing() }
        try tx.execute(
            """
            update excluded_facts set ends_before = \(house.today) where contest_id = \(id) and ends_before is null
            """)
        try Inbox.put(
            InboxNotice(
                .alert, Phrase(zh: "有误的记录已更正", en: "A wrong record was corrected"), detail: contest.name,
                link: "/my-record/contests/\(id)", key: "contest corrected \(id)"),
            for: .subject(contest.subject), in: tx, house)
        try Audit.record(
            [AuditEntry(.correctFact, of: AuditRecord(.contest, id), about: contest.subject)], by: actor, house, in: tx)
    }
}
