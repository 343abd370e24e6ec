import Kernel
import Markup
import Organization
import SQL
import Shell

/// The board of reasons, interviews, and hiring again.
enum LeavingRoutes {
    /// How many quarters the board shows.
    static let quarters = 8
    static let kinds = FormField(
        "kinds", .choice([Choice("all", Phrase(zh: "全部离职", en: "All leavers"))]), Phrase(zh: "离职类型", en: "Kinds"))
    static let listQuery = [
        FormField(
            "tab", .choice(InterviewsPage.Tab.allCases.map { Choice($0.rawValue, $0.name) }), LeavingWords.interviews),
        FormField(
            "reason", .choice(ExitInterview.reasons.map { Choice($0.rawValue, $0.name) }),
            Phrase(zh: "原因", en: "Reason")),
    ]

    static let all: [Route] = lists + exits + stays + rehire

    static func asked(_ query: FormFields) throws -> (InterviewsPage.Tab, SeparationReason?) {
        let tab = try query["tab"].map { text in
            guard let tab = InterviewsPage.Tab(rawValue: text) else { throw Missing() }
            return tab
        }
        let reason = try query["reason"].map { text in
            guard let reason = SeparationReason(rawValue: text) else { throw Missing() }
            return reason
        }
        return (tab ?? .due, reason)
    }

    private static let lists: [Route] = [
        .page("/leaving", .needs(.readInterviews), LeavingWords.board, query: [kinds]) { call in
            let (viewer, today, allKinds) = (try call.viewer, call.today, call.query["kinds"] == "all")
            return try await call.read { tx in
                LeavingPage(
                    board: try ReasonBoard.load(
                        quarters: quarters, allKinds: allKinds, today: today, as: viewer, tx), allKinds: allKinds)
            }
        },
        .page(
            "/leaving/interviews", .needs(.readInterviews), LeavingWords.interviews,
            query: listQuery + [FormField("before", .record, Phrase(zh: "在此编号之前", en: "Before this number"))]
        ) { call in
            let (viewer, today, before) = (try call.viewer, call.today, call.query["before"].flatMap { Int64($0) })
            let (tab, reason) = try asked(call.query)
            // Figures about groups open no list of people.
            guard viewer.canSeeRecords(.readInterviews) else { throw Missing() }
            return try await call.read { tx in
                let found = try InterviewsPage.rows(
                    tab, reason: reason, before: before, limit: 51, as: viewer, today: today, tx)
                let shown = Array(found.prefix(50))
                return InterviewsPage(
                    tab: tab, reason: reason, rows: shown, next: found.count > shown.count ? shown.last?.id : nil)
            }
        },
        .page("/people/{id}/leaving", .needs(.readInterviews), Phrase(zh: "离职与留任", en: "Leaving and staying")) { call in
            let (viewer, id) = (try call.viewer, try call.id(of: Person.self))
            let page = try await call.read { tx in try LeaverPage.load(id, viewer, tx) }
            // As JSON it holds what was said.
            Audit.noteRead(
                .readInterview,
                of: page.exits.map { AuditRead(AuditRecord(.exitInterview, $0.id), about: id.subject) }, by: call)
            return page
        },
    ]

    // MARK: Exit interviews

    private static let exits: [Route] = [
        .page("/people/{id}/exit-interview", .needs(.editInterviews), LeavingWords.exit) { call in
            try await newForm(call, .exit, nil)
        },
        .action(
            "/people/{id}/exit-interview", .needs(.editInterviews), LeavingWords.exit, form: ExitInterviewForm.self,
            again: { call, state in try await newForm(call, .exit, state) }
        ) { call, form in
            let (occasion, person) = (try Occasion(call), try call.id(of: Person.self))
            let id = try await call.write { tx in
                try InterviewChanges.save(form, of: person, as: nil, by: occasion, tx)
            }
            return Outcome("/exit-interviews/\(id)", saved)
        },
        .page("/exit-interviews/{id}", .needs(.readInterviews), LeavingWords.exit) { call in
            let (viewer, id) = (try call.viewer, try call.id(of: ExitInterview.self))
            let page = try await call.read { tx in
                let interview = try Interviews.exit(id, as: viewer, tx)
                return ExitInterviewPage(
                    head: try Interviews.head(interview.person, as: viewer, tx), interview: interview,
                    mayEdit: (try? Interviews.head(interview.person, .editInterviews, as: viewer, tx)) != nil)
            }
            note(AuditRecord(.exitInterview, id), page.head.person, call)
            return page
        },
        .page("/exit-interviews/{id}/edit", .needs(.editInterviews), LeavingWords.exit) { call in
            try await editExit(call, nil)
        },
        .action(
            "/exit-interviews/{id}/edit", .needs(.editInterviews), LeavingWords.exit, form: ExitInterviewForm.self,
            again: { call, state in try await editExit(call, state) }
        ) { call, form in
            let (occasion, id) = (try Occasion(call), try call.id(of: ExitInterview.self))
            _ = try await call.write { tx in
                let interview = try Interviews.exit(id, .editInterviews, as: occasion.viewer, tx)
                return try InterviewChanges.save(form, of: interview.person, as: id, by: occasion, tx)
            }
            return Outcome("/exit-interviews/\(id)", saved)
        },
    ]

    private static func editExit(_ call: Call, _ state: FormState?) async throws -> InterviewFormPage {
        let (viewer, id) = (try call.viewer, try call.id(of: ExitInterview.self))
        return try await call.read { tx in
            let interview = try Interviews.exit(id, .editInterviews, as: viewer, tx)
            return InterviewFormPage(
                kind: .exit, head: try Interviews.head(interview.person, .editInterviews, as: viewer, tx),
                target: "/exit-interviews/\(id)/edit", form: state ?? ExitInterviewForm.filled(interview))
        }
    }

    // MARK: Stay interviews

    private static let stays: [Route] = [
        .page("/people/{id}/stay-interview", .needs(.editInterviews), LeavingWords.stay) { call in
            try await newForm(call, .stay, nil)
        },
        .action(
            "/people/{id}/stay-interview", .needs(.editInterviews), LeavingWords.stay, form: StayInterviewForm.self,
            again: { call, state in try await newForm(call, .stay, state) }
        ) { call, form in
            let (occasion, person) = (try Occasion(call), try call.id(of: Person.self))
            let id = try await call.write { tx in
                try InterviewChanges.save(form, of: person, as: nil, by: occasion, tx)
            }
            return Outcome("/stay-interviews/\(id)", saved)
        },
        .page("/stay-interviews/{id}", .needs(.readInterviews), LeavingWords.stay) { call in
            let (viewer, id) = (try call.viewer, try call.id(of: StayInterview.self))
            let page = try await call.read { tx in
                let interview = try Interviews.stay(id, as: viewer, tx)
                return StayInterviewPage(
                    head: try Interviews.head(interview.person, as: viewer, tx), interview: interview,
                    mayEdit: (try? Interviews.head(interview.person, .editInterviews, as: viewer, tx)) != nil)
            }
            note(AuditRecord(.stayInterview, id), page.head.person, call)
            return page
        },
        .page("/stay-interviews/{id}/edit", .needs(.editInterviews), LeavingWords.stay) { call in
            try await editStay(call, nil)
        },
        .action(
            "/stay-interviews/{id}/edit", .needs(.editInterviews), LeavingWords.stay, form: StayInterviewForm.self,
            again: { call, state in try await editStay(call, state) }
        ) { call, form in
            let (occasion, id) = (try Occasion(call), try call.id(of: StayInterview.self))
            _ = try await call.write { tx in
                let interview = try Interviews.stay(id, .editInterviews, as: occasion.viewer, tx)
                return try InterviewChanges.save(form, of: interview.person, as: id, by: occasion, tx)
            }
            return Outcome("/stay-interviews/\(id)", saved)
        },
        .button(
            "/stay-interviews/{id}/follow-up", .needs(.editInterviews),
            Phrase(zh: "完成面谈跟进", en: "Interview followed up")
        ) { call in
            let (occasion, id) = (try Occasion(call), try call.id(of: StayInterview.self))
            try await call.write { tx in try InterviewChanges.followUp(id, by: occasion, tx) }
            return Outcome("/stay-interviews/\(id)", Phrase(zh: "已标为跟进完成。", en: "Marked as followed up."))
        },
    ]

    private static func editStay(_ call: Call, _ state: FormState?) async throws -> InterviewFormPage {
        let (viewer, id) = (try call.viewer, try call.id(of: StayInterview.self))
        return try await call.read { tx in
            let interview = try Interviews.stay(id, .editInterviews, as: viewer, tx)
            return InterviewFormPage(
                kind: .stay, head: try Interviews.head(interview.person, .editInterviews, as: viewer, tx),
                target: "/stay-interviews/\(id)/edit", form: state ?? StayInterviewForm.filled(interview))
        }
    }

    // MARK: Hiring again

    private static let rehire: [Route] = [
        .page("/people/{id}/rehire", .needs(.editInterviews), LeavingWords.rehire) { call in
            try await newForm(call, .rehire, nil)
        },
        .action(
            "/people/{id}/rehire", .needs(.editInterviews), LeavingWords.rehire, form: RehireForm.self,
            again: { call, state in try await newForm(call, .rehire, state) }
        ) { call, form in
            let (occasion, person) = (try Occasion(call), try call.id(of: Person.self))
            try await call.write { tx in try InterviewChanges.decide(form, about: person, by: occasion, tx) }
            return Outcome("/people/\(person)/leaving", saved)
        },
    ]

    private static func newForm(
        _ call: Call, _ kind: InterviewFormPage.Kind, _ state: FormState?
    ) async throws -> InterviewFormPage {
        let (viewer, person, today) = (try call.viewer, try call.id(of: Person.self), call.today)
        let path =
            switch kind {
            case .exit: "/exit-interview"
            case .stay: "/stay-interview"
            case .rehire: "/rehire"
            }
        return try await call.read { tx in
            InterviewFormPage(
                kind: kind, head: try Interviews.head(person, .editInterviews, as: viewer, tx),
                target: "/people/\(person)" + path,
                form: state ?? FormState(["held_on": today.iso, "held_by": viewer.name]))
        }
    }

    private static let saved = Phrase(zh: "已保存。", en: "Saved.")

    private static func note(_ record: AuditRecord, _ person: ID<Person>, _ call: Call) {
        Audit.noteRead(.readInterview, of: [AuditRead(record, about: person.subject)], by: call)
    }
}
