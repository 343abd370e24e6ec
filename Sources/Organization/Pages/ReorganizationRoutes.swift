import Kernel
import Markup
import SQL
import Shell

/// Drafts of reorganisations: list, draft with its preview, steps, application.
struct ReorganizationRoutes: Sendable {
    let figures: StaffFigures

    var all: [Route] {
        [
            .page(
                "/reorganizations", .needs(.editUnits), Phrase(zh: "组织调整", en: "Reorganisations"),
                query: [FormField("after", .record, Phrase(zh: "上一页最后一份", en: "Last one of the page before"))], list),
            .page("/reorganizations/new", .needs(.editUnits), Phrase(zh: "起草组织调整", en: "Draft a reorganisation")) {
                call in ReorganizationFormPage(form: FormState(["day": call.today.month.next.firstDay.iso]))
            },
            .action(
                "/reorganizations/new", .needs(.editUnits), Phrase(zh: "新建组织调整草案", en: "Draft a reorganisation"),
                form: ReorganizationForm.self, again: { _, state in ReorganizationFormPage(form: state) }, open),
            .page("/reorganizations/{id}", .needs(.editUnits), Phrase(zh: "一份组织调整", en: "A reorganisation")) { call in
                try await draft(call, FormState())
            },
            .action(
                "/reorganizations/{id}/steps", .needs(.editUnits),
                Phrase(zh: "向组织调整添加一步", en: "Add a step to a reorganisation"), form: ReorganizationStepForm.self,
                again: draft, add),
            .button(
                "/reorganizations/{id}/steps/{step_id}/deletion", .needs(.editUnits),
                Phrase(zh: "删去一步", en: "Take a step out")
            ) { call in
                let (id, step) = (
                    try call.id(of: ReorganizationDraft.self), try call.id("step_id", of: ReorganizationStep.self)
                )
                let occasion = try Occasion(call)
                try await call.write { tx in try Reorganizations.remove(step, from: id, occasion, tx) }
                return Outcome("/reorganizations/\(id)", Phrase(zh: "已删去这一步。", en: "The step was taken out."))
            },
            .action(
                "/reorganizations/{id}/application", .needs(.editUnits),
                Phrase(zh: "实施组织调整", en: "Apply a reorganisation"), form: ReorganizationConfirmation.self, again: draft,
                apply),
            .button(
                "/reorganizations/{id}/discarding", .needs(.editUnits),
                Phrase(zh: "放弃组织调整", en: "Give up a reorganisation")
            ) { call in
                let (id, occasion) = (try call.id(of: ReorganizationDraft.self), try Occasion(call))
                try await call.write { tx in try Reorganizations.discard(id, occasion, tx) }
                return Outcome("/reorganizations", Phrase(zh: "已放弃该草案。", en: "The draft was given up."))
            },
        ]
    }

    private static let pageLength = 50

    @Sendable private func list(_ call: Call) async throws -> ReorganizationsPage {
        let viewer = try call.viewer
        let after = call.query["after"].flatMap { ID<ReorganizationDraft>($0) }
        return try await call.read { tx in
            let rows = try ReorganizationStore.list(after: after, limit: Self.pageLength + 1, as: viewer, tx)
            let shown = Array(rows.prefix(Self.pageLength))
            return ReorganizationsPage(drafts: shown, next: rows.count > shown.count ? shown.last?.id : nil)
        }
    }

    @Sendable private func open(_ call: Call, _ form: ReorganizationForm) async throws -> Outcome {
        let occasion = try Occasion(call)
        let id = try await call.write { tx in
            try Reorganizations.open(form.name, on: form.day, remark: form.remark, occasion, tx)
        }
        return Outcome("/reorganizations/\(id)", Phrase(zh: "已新建草案，请添加要做的调整。", en: "The draft is open: add its steps."))
    }

    @Sendable private func draft(_ call: Call, _ state: FormState) async throws -> ReorganizationPage {
        let (id, viewer) = (try call.id(of: ReorganizationDraft.self), try call.viewer)
        return try await call.read { [figures] tx in
            let draft = try ReorganizationStore.draft(id, as: viewer, tx)
            let steps = try ReorganizationStore.steps(of: id, tx)
            let tree = try UnitStore.tree(asOf: draft.day, as: viewer, figures, tx)
            var (effects, problem): (ReorganizationEffects?, Phrase?) = (nil, nil)
            if draft.state == .draft, !steps.isEmpty {
                do {
                    effects = try ReorganizationEffects.load(draft, steps, as: viewer, tx)
                } catch let refusal as any Refusal {
                    problem = refusal.explanation
                }
            }
            return ReorganizationPage(
                draft: draft, steps: steps, effects: effects, problem: problem,
                units: draft.state == .draft && tree.count <= UnitFormPage.longest ? tree.map { UnitChoice($0) } : [],
                form: state)
        }
    }

    @Sendable private func add(_ call: Call, _ form: ReorganizationStepForm) async throws -> Outcome {
        let (id, occasion) = (try call.id(of: ReorganizationDraft.self), try Occasion(call))
        try await call.write { [figures] tx in
            let draft = try ReorganizationStore.draft(id, as: occasion.viewer, tx)
            let tree = try UnitStore.tree(asOf: draft.day, as: occasion.viewer, figures, tx)
            let unit = try form.unit.map { try UnitStore.unit(written: $0, at: "unit", among: tree) }
            let target = try form.target.map { try UnitStore.unit(written: $0, at: "target", among: tree) }
            if let unit, unit == target {
                throw FormProblem(
                    field: "target",
                    problem: Phrase(zh: "不能选择它自己。请另选。", en: "It cannot be the unit itself. Choose another one."))
            }
            let person = try PersonStore.person(numbered: form.person, at: "person", as: occasion.viewer, tx)
            try Reorganizations.add(
                form.kind, unit: unit, target: target, person: person, name: form.name, to: id, occasion, tx)
        }
        return Outcome("/reorganizations/\(id)", Phrase(zh: "已添加。", en: "Added."))
    }

    @Sendable private func apply(_ call: Call, _ form: ReorganizationConfirmation) async throws -> Outcome {
        let (id, occasion) = (try call.id(of: ReorganizationDraft.self), try Occasion(call))
        try await call.write { tx in try Reorganizations.apply(id, occasion, tx) }
        return Outcome("/reorganizations/\(id)", Phrase(zh: "已实施。", en: "The reorganisation was applied."))
    }
}
