import Kernel
import Markup
import SQL
import Shell

/// The contract calendar and the decision about each contract that ends.
struct ContractCalendarRoutes: Sendable {
    let figures: StaffFigures

    var all: [Route] {
        [
            .page(
                "/contracts", .needs(.readContracts), Phrase(zh: "合同日历", en: "Contract calendar"),
                query: Self.query + [
                    FormField("after", .record, Phrase(zh: "上一页最后一份合同", en: "Last contract of the page before"))
                ], calendar),
            .page(
                "/contracts/{id}", .needs(.editContracts), Phrase(zh: "合同到期决定", en: "Decide about a contract"),
                query: [FormField("local_average", .money, ContractDecisionPage.localAverage)]
            ) { call in try await decision(call, FormState()) },
            .action(
                "/contracts/{id}/decision", .needs(.editContracts),
                Phrase(zh: "记录合同到期决定", en: "Record the decision about a contract"), form: ContractDecisionForm.self,
                again: decision, decide),
            .button(
                "/contracts/{id}/decision/withdrawal", .needs(.editContracts),
                Phrase(zh: "撤回合同到期决定", en: "Take back the decision about a contract")
            ) { call in
                let (id, occasion) = (try call.id(of: Contract.self), try Occasion(call))
                try await call.write { tx in try ContractDecisions.withdraw(id, occasion, tx) }
                return Outcome("/contracts/\(id)", Phrase(zh: "已撤回决定。", en: "The decision was taken back."))
            },
        ]
    }

    static let query = [
        FormField("month", .text(maximum: 20), Phrase(zh: "到期月份", en: "Month of the end"))
    ]

    static func month(_ query: FormFields) throws -> Month? {
        guard let text = query["month"] else { return nil }
        guard let month = Month(iso: text) else {
            throw FormProblem(
                field: "month",
                problem: Phrase(
                    zh: "“\(text)”不是月份。请写成 2026-12。", en: "“\(text)” is no month. Write it like 2026-12."))
        }
        return month
    }

    private static func average(_ call: Call) throws -> Money? {
        guard let text = call.query["local_average"] else { return nil }
        do {
            return try Money(text)
        } catch {
            throw FormProblem(field: "local_average", problem: error.explanation)
        }
    }

    @Sendable private func calendar(_ call: Call) async throws -> ContractCalendarPage {
        let (viewer, today, month) = (try call.viewer, call.today, try Self.month(call.query))
        let after = call.query["after"].flatMap { ID<Contract>($0) }
        return try await call.read { [figures] tx in
            ContractCalendarPage(
                try ContractCalendar.load(month, after: after, today: today, as: viewer, figures, tx), month: month)
        }
    }

    @Sendable private func decision(_ call: Call, _ state: FormState) async throws -> ContractDecisionPage {
        let (id, occasion) = (try call.id(of: Contract.self), try Occasion(call))
        let average = try Self.average(call)
        return try await call.read { tx in
            let file = try ContractFile.load(
                id, occasion: occasion, asksFixed: false, localAverage: average, tx)
            var state = state
            if !state.isRefused, let decision = file.decision {
                state = FormState([
                    "choice": decision.choice.rawValue, "asks_fixed": decision.asksFixed ? "yes" : "",
                    "remark": decision.remark ?? "",
                ])
            }
            return ContractDecisionPage(file, today: occasion.today, form: state)
        }
    }

    @Sendable private func decide(_ call: Call, _ form: ContractDecisionForm) async throws -> Outcome {
        let (id, occasion) = (try call.id(of: Contract.self), try Occasion(call))
        do {
            try await call.write { tx in try ContractDecisions.decide(form.draft, about: id, occasion, tx) }
        } catch let refusal as LawRefusal {
            throw FormProblem(field: "choice", problem: refusal.explanation)
        } catch let refusal as ContractDecisionRefusal {
            throw FormProblem(field: "remark", problem: refusal.explanation)
        }
        return Outcome(
            "/contracts/\(id)",
            Phrase(
                zh: "已记录：\(form.draft.choice.name.zh)。", en: "Recorded: \(form.draft.choice.name.en.lowercased())."))
    }
}
