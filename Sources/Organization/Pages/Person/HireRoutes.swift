import Kernel
import SQL
import Shell

/// Hiring.
enum HireRoutes {
    static let all: [Route] = [
        .page(
            "/people/new", .needs(.hirePeople), Phrase(zh: "办理入职", en: "Hire somebody"),
            query: [FormField("returning", .record, Phrase(zh: "再次入职的员工", en: "A former employee"))]
        ) { call in try await page(call, nil) },
        .action(
            "/people/new", .needs(.hirePeople), Phrase(zh: "办理入职", en: "Hire somebody"), form: HireForm.self,
            again: page, hire),
    ]

    @Sendable private static func page(_ call: Call, _ state: FormState) async throws -> HirePage {
        try await page(call, .some(state))
    }

    private static func page(_ call: Call, _ state: FormState?) async throws -> HirePage {
        let (viewer, today) = (try call.viewer, call.today)
        let returning = (state?.value("returning") ?? call.query["returning"]).flatMap { ID<Person>($0) }
        return try await call.read { tx in
            try HirePage.load(state, returning: returning, today: today, as: viewer, tx)
        }
    }

    @Sendable private static func hire(_ call: Call, _ form: HireForm) async throws -> Outcome {
        let occasion = try Occasion(call)
        if form.pay != nil, occasion.viewer.grants(for: .editPay, showing: .pay).isEmpty { throw Missing() }
        let person = try await call.write { tx in
            let post = try form.post.post(occasion.viewer, within: .hirePeople, tx)
            return try HireForm.atFields(day: "hired_on") {
                if let returning = form.returning {
                    try occasion.requireDecision(about: returning, .hirePeople, tx)
                }
                let person = try Hiring.hire(try draft(form, post, today: occasion.today), occasion, tx)
                if let pay = form.pay {
                    do {
                        try PayChanges.set(pay, of: person, from: form.hireDay, occasion, tx)
                    } catch is Missing {
                        // The viewer sets pay elsewhere, not in this unit.
                        throw FormProblem(
                            field: "pay",
                            problem: Phrase(
                                zh: "您不能设置该部门人员的薪酬。请留空。", en: "You may not set pay in this unit. Leave it empty."))
                    }
                }
                return person
            }
        }
        return Outcome("/people/\(person)", Phrase(zh: "已办理“\(form.name)”入职。", en: "\(form.name) is hired."))
    }

    private static func draft(_ form: HireForm, _ post: Post, today: Day) throws -> Hiring.Draft {
        var draft = Hiring.Draft(number: form.number, name: form.name, hireDay: form.hireDay, post: post)
        draft.returning = form.returning
        draft.workMail = form.workMail
        draft.personal.phones = [form.phone].compactMap { $0 }
        draft.identity = try form.identity.map { try IdentityPaper($0.kind, $0.text, today: today) }
        (draft.kind, draft.probationEnd, draft.workCity) = (form.kind, form.probationEnd, form.workCity)
        draft.contract = form.contract
        return draft
    }
}
