import Kernel
import Markup
import SQL
import Shell

extension UnitRoutes {
    @Sendable func opening(_ call: Call, _ state: FormState) async throws -> UnitFormPage {
        let (viewer, today) = (try call.viewer, call.today)
        return try await call.read { [figures] tx in
            UnitFormPage(
                task: .opening, unit: nil, left: [], parents: try Self.parents(on: today, viewer, figures, tx),
                positions: [],
                form: state)
        }
    }

    @Sendable func editing(_ call: Call, _ state: FormState) async throws -> UnitFormPage {
        try await editing(call, Optional(state))
    }

    @Sendable func editing(_ call: Call, _ state: FormState?) async throws -> UnitFormPage {
        try await page(.editing, of: call, state) { unit, numbers in
            [
                "name": unit.name, "head": unit.head.flatMap { numbers[$0.id] } ?? "",
                "partner": unit.partner.flatMap { numbers[$0.id] } ?? "", "cost_centre": unit.costCentre ?? "",
                "city": unit.city ?? "", "from": call.today.iso,
            ]
        }
    }

    @Sendable func moving(_ call: Call, _ state: FormState) async throws -> UnitFormPage {
        try await moving(call, Optional(state))
    }

    @Sendable func moving(_ call: Call, _ state: FormState?) async throws -> UnitFormPage {
        try await page(.moving, of: call, state) { unit, _ in
            ["parent": unit.parent?.description ?? "", "from": call.today.iso]
        }
    }

    /// The form about one unit the viewer may change.
    func page(
        _ task: UnitFormPage.Task, of call: Call, _ state: FormState?,
        filled: @escaping @Sendable (UnitNode, [ID<Person>: String]) -> [String: String] = { _, _ in [:] }
    ) async throws -> UnitFormPage {
        let (id, occasion) = (try call.id(of: OrgUnit.self), try Occasion(call))
        return try await call.read { [figures] tx in
            try occasion.require(id, .editUnits, tx)
            let day = try UnitStore.day(showing: id, on: occasion.today, tx)
            let tree = try UnitStore.tree(asOf: day, as: occasion.viewer, figures, tx)
            guard let unit = tree.first(where: { $0.id == id }) else { throw Missing() }
            let people = [unit.head?.id, unit.partner?.id].compactMap { $0 }
            var numbers: [ID<Person>: String] = [:]
            var gone: Set<ID<Person>> = []
            try tx.each("select person_id, number, status from staff where person_id in \(people)") { row in
                let person: ID<Person> = try row.value()
                numbers[person] = try row.value(String.self)
                if try row.value(String.self) == EmploymentState.left.rawValue { gone.insert(person) }
            }
            let left = [("head", unit.head?.id), ("partner", unit.partner?.id)]
                .filter { $0.1.map(gone.contains) ?? false }.map(\.0)
            return UnitFormPage(
                task: task, unit: unit, left: left,
                parents: task == .moving ? try Self.parents(on: day, occasion.viewer, figures, tx, without: id) : [],
                positions: task == .places ? try PositionStore.choices(tx) : [],
                form: state ?? FormState(filled(unit, numbers)))
        }
    }

    /// Units of the viewer's that something can hang from; none where they are too many for a list.
    private static func parents(
        on day: Day, _ viewer: Viewer, _ figures: StaffFigures, _ tx: Transaction, without unit: ID<OrgUnit>? = nil
    ) throws -> [UnitChoice] {
        let tree = try UnitStore.tree(asOf: day, as: viewer, figures, tx)
        guard tree.count <= UnitFormPage.longest else { return [] }
        let below = unit.map { UnitStore.subtree(of: $0, tree) } ?? []
        return tree.filter { !below.contains($0.id) }.map { UnitChoice($0) }
    }

    @Sendable func open(_ call: Call, _ form: UnitOpening) async throws -> Outcome {
        let occasion = try Occasion(call)
        let id = try await refusedAtField {
            try await call.write { [figures] tx in
                try UnitChanges.open(
                    form.kind,
                    UnitFacts(
                        name: form.name, parent: try Self.parent(form.parent, on: form.from, occasion, figures, tx),
                        head: try PersonStore.person(numbered: form.head, at: "head", as: occasion.viewer, tx),
                        partner: try PersonStore.person(
                            numbered: form.partner, at: "partner", as: occasion.viewer, tx),
                        costCentre: form.costCentre, city: form.city), code: form.code, from: form.from, occasion, tx)
            }
        }
        return Outcome("/units/\(id)", Phrase(zh: "已设立“\(form.name)”。", en: "“\(form.name)” was opened."))
    }

    @Sendable func edit(_ call: Call, _ form: UnitEditing) async throws -> Outcome {
        let (id, occasion) = (try call.id(of: OrgUnit.self), try Occasion(call))
        try await refusedAtField {
            try await call.write { tx in
                try occasion.require(id, .editUnits, tx)
                let present = try UnitStore.lookedAfter(id, on: form.from, tx)
                let head = try PersonStore.person(
                    numbered: form.head, at: "head", keeping: present.head, as: occasion.viewer, tx)
                let partner = try PersonStore.person(
                    numbered: form.partner, at: "partner", keeping: present.partner, as: occasion.viewer, tx)
                try UnitChanges.set(id, from: form.from, occasion, tx) { facts in
                    (facts.name, facts.head, facts.partner) = (form.name, head, partner)
                    (facts.costCentre, facts.city) = (form.costCentre, form.city)
                }
            }
        }
        return Outcome("/units/\(id)", saved(form.from, call))
    }

    @Sendable func move(_ call: Call, _ form: UnitMove) async throws -> Outcome {
        let (id, occasion) = (try call.id(of: OrgUnit.self), try Occasion(call))
        try await refusedAtField("parent") {
            try await call.write { [figures] tx in
                try UnitChanges.move(
                    id, under: try Self.parent(form.parent, on: form.from, occasion, figures, tx), from: form.from,
                    occasion, tx)
            }
        }
        return Outcome("/units/\(id)", saved(form.from, call))
    }

    @Sendable func close(_ call: Call, _ form: UnitClosing) async throws -> Outcome {
        let (id, occasion) = (try call.id(of: OrgUnit.self), try Occasion(call))
        try await refusedAtField {
            try await call.write { tx in
                try UnitChanges.close(id, from: form.from, reason: form.reason, occasion, tx)
            }
        }
        return Outcome("/units/\(id)", saved(form.from, call))
    }

    @Sendable func plan(_ call: Call, _ form: UnitPlan) async throws -> Outcome {
        let (id, occasion) = (try call.id(of: OrgUnit.self), try Occasion(call))
        try await call.write { tx in
            if let position = form.position,
                try tx.value("select 1 from positions where id = \(position)", as: Int.self) == nil
            {
                throw FormProblem(
                    field: "position",
                    problem: Phrase(zh: "没有这个岗位。请另选。", en: "There is no such position. Choose another one."))
            }
            try UnitChanges.plan(form.places, in: id, position: form.position, from: form.from, occasion, tx)
        }
        return Outcome("/units/\(id)", Phrase(zh: "已保存编制。", en: "The plan was saved."))
    }

    private static func parent(
        _ text: String?, on day: Day, _ occasion: Occasion, _ figures: StaffFigures, _ tx: Transaction
    ) throws -> ID<OrgUnit>? {
        guard let text else { return nil }
        let tree = try UnitStore.tree(asOf: day, as: occasion.viewer, figures, tx)
        return try UnitStore.unit(written: text, at: "parent", among: tree)
    }

    private func saved(_ from: Day, _ call: Call) -> Phrase {
        from > call.today
            ? Phrase(zh: "已安排，\(from) 起生效。", en: "Planned; it holds from \(from).")
            : Phrase(zh: "已保存。", en: "Saved.")
    }

    /// A refusal about units comes back at the field that has to change.
    /// - Parameter name: where a name that is taken is shown, in forms that do not ask for the name.
    private func refusedAtField<T>(_ name: String = "name", _ body: () async throws -> T) async throws -> T {
        do { return try await body() } catch let refusal as UnitRefusal {
            throw refusal.problem(at: refusal.field == "name" ? name : nil)
        }
    }
}
