import Kernel
import SQL
import Shell

/// Leaving and its undoing.
enum SeparationRoutes {
    static let all: [Route] = [
        .page("/people/{id}/separation", .needs(.editSeparations), Phrase(zh: "办理离职", en: "Leaving of a person")) {
            call in try await page(call, nil)
        },
        .disclosure(
            "/people/{id}/separation/review", .needs(.editSeparations),
            Phrase(zh: "核对离职费用", en: "What leaving costs"), form: SeparationForm.self,
            again: { call, state in try await page(call, state) }, review),
        .action(
            "/people/{id}/separation", .needs(.editSeparations), Phrase(zh: "办理离职", en: "Leaving of a person"),
            form: SeparationForm.self, again: { call, state in try await page(call, state) }
        ) { call, form in
            let (occasion, id) = (try Occasion(call), try call.id(of: Person.self))
            try await call.write { tx in
                _ = try SeparationForm.atFields(day: "last_day") {
                    try Leaving.separate(id, form.draft, occasion, tx)
                }
            }
            return Outcome(
                "/people/\(id)/separation",
                Phrase(zh: "离职已办理，请完成以下手续。", en: "Recorded. Go through the checklist."))
        },
        .action(
            "/people/{id}/separation/tasks/{task}", .needs(.editSeparations),
            Phrase(zh: "完成或重新打开离职事项", en: "Tick an item of the checklist"), form: ExitTaskForm.self,
            again: { call, state in try await page(call, state) }
        ) { call, form in
            let (occasion, id) = (try Occasion(call), try call.id(of: Person.self))
            guard let task = ExitTask(rawValue: try call.word("task")) else { throw Missing() }
            try await call.write { tx in try Leaving.finish(task, of: id, isDone: form.isDone, occasion, tx) }
            return Outcome("/people/\(id)/separation")
        },
        .page(
            "/people/{id}/separation/certificate", .needs(.editSeparations),
            Phrase(zh: "离职证明", en: "Leaving certificate"), certificate),
        .page("/people/{id}/reinstatement", .needs(.editSeparations), Phrase(zh: "撤销离职", en: "Undo leaving")) { call in
            try await reinstatement(call, FormState())
        },
        .action(
            "/people/{id}/reinstatement", .needs(.editSeparations), Phrase(zh: "撤销离职", en: "Undo leaving"),
            form: ReinstatementForm.self, again: reinstatement
        ) { call, form in
            let (occasion, id) = (try Occasion(call), try call.id(of: Person.self))
            try await call.write { tx in try Leaving.reinstate(id, reason: form.reason, occasion, tx) }
            return Outcome("/people/\(id)", Phrase(zh: "离职已撤销。", en: "Leaving is undone."))
        },
    ]

    private static func page(
        _ call: Call, _ state: FormState?, review: SeparationReview? = nil
    ) async throws -> SeparationPage {
        let (viewer, id, house) = (try call.viewer, try call.id(of: Person.self), call.house)
        return try await call.read { tx in
            try SeparationPage.load(id, state, review: review, house, as: viewer, tx)
        }
    }

    /// The whole separation is tried and taken back, so that whatever the rules refuse is said before the decision.
    @Sendable private static func review(_ call: Call, _ form: SeparationForm) async throws -> SeparationPage {
        let (occasion, id) = (try Occasion(call), try call.id(of: Person.self))
        let review = try await call.rehearse { tx in
            try occasion.requireDecision(about: id, .editSeparations, tx)
            return try SeparationForm.atFields(day: "last_day") {
                let employments = try PersonStore.employments(of: id, tx)
                try Leaving.separate(id, form.draft, occasion, tx)
                guard let employment = employments.last else { throw StaffRefusal.notEmployed(form.draft.lastDay) }
                let inProbation =
                    if case .running = employment.probation(on: form.draft.noticeDay ?? occasion.today) { true } else {
                        false
                    }
                return try SeparationReview(
                    form, employment, inProbation: inProbation, reports: try PersonStore.directReports(of: id, tx))
            }
        }
        return try await page(call, FormState(form.raw, of: SeparationForm.self), review: review)
    }

    /// With the number of the paper on it, issuing one is a sensitive read.
    @Sendable private static func certificate(_ call: Call) async throws -> CertificatePage {
        let (viewer, id, today, keyring) = (
            try call.viewer, try call.id(of: Person.self), call.today, call.house.keyring
        )
        let page = try await call.read { tx in
            try CertificatePage.load(id, keyring, today: today, as: viewer, tx)
        }
        Audit.noteRead(.issueCertificate, of: [AuditRead(AuditRecord(.person, id), about: id.subject)], by: call)
        return page
    }

    @Sendable private static func reinstatement(_ call: Call, _ state: FormState) async throws -> ReinstatementPage {
        let (viewer, id) = (try call.viewer, try call.id(of: Person.self))
        return try await call.read { tx in try ReinstatementPage.load(id, state, as: viewer, tx) }
    }
}
