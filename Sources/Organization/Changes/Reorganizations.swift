import Kernel
import SQL
import Shell

/// Drafting a reorganisation, looking at it, and carrying it out in one go.
enum Reorganizations {
    static let record = AuditRecordKind(
        "reorganization", Phrase(zh: "组织调整", en: "Reorganisation"), path: "/reorganizations/")
    static let drafted = AuditAction("reorganizations.draft", Phrase(zh: "起草组织调整", en: "Reorganisation drafted"))
    static let applied = AuditAction("reorganizations.apply", Phrase(zh: "实施组织调整", en: "Reorganisation applied"))
    static let discarded = AuditAction("reorganizations.discard", Phrase(zh: "放弃组织调整", en: "Reorganisation given up"))

    static func open(
        _ name: String, on day: Day, remark: String?, _ occasion: Occasion, _ tx: Transaction
    ) throws -> ID<ReorganizationDraft> {
        let id: ID<ReorganizationDraft> = try tx.newID()
        try tx.execute(
            """
            insert into reorganizations (id, name, takes_effect, state, remark, account_id, account_name, created_at)
            values (\(id), \(name), \(day), 'draft', \(remark), \(occasion.actor.account), \(occasion.actor.name),
                \(occasion.now))
            """)
        try note(drafted, id, occasion, tx)
        return id
    }

    /// Adds a step. - Throws: ``ReorganizationRefusal`` for a draft that is settled, ``Missing`` for units out of reach.
    static func add(
        _ kind: ReorganizationStep.Kind, unit: ID<OrgUnit>?, target: ID<OrgUnit>?, person: ID<Person>?, name: String?,
        to draft: ID<ReorganizationDraft>, _ occasion: Occasion, _ tx: Transaction
    ) throws {
        try requireDraft(draft, occasion, tx)
        for unit in [unit, target].compactMap({ $0 }) { try occasion.require(unit, .editUnits, tx) }
        if let person { try occasion.require(person, .movePeople, tx) }
        // What is decided about a unit or a person again takes the place of what was decided before.
        let same: Query = person.map { "person_id = \($0)" } ?? "unit_id = \(unit) and kind = \(kind.rawValue)"
        try tx.execute("delete from reorganization_steps where reorganization_id = \(draft) and \(same)")
        let id: ID<ReorganizationStep> = try tx.newID()
        try tx.execute(
            """
            insert into reorganization_steps (id, reorganization_id, kind, unit_id, target_id, person_id, name)
            values (\(id), \(draft), \(kind.rawValue), \(unit), \(target), \(person), \(name))
            """)
    }

    static func remove(
        _ step: ID<ReorganizationStep>, from draft: ID<ReorganizationDraft>, _ occasion: Occasion, _ tx: Transaction
    ) throws {
        try requireDraft(draft, occasion, tx)
        try tx.execute("delete from reorganization_steps where id = \(step) and reorganization_id = \(draft)")
    }

    static func discard(
        _ draft: ID<ReorganizationDraft>, _ occasion: Occasion, _ tx: Transaction
    ) throws {
        try requireDraft(draft, occasion, tx)
        try settle(draft, .discarded, occasion, tx)
        try note(discarded, draft, occasion, tx)
    }

    /// Does everything the draft says, or nothing.
    /// - Throws: ``UnitRefusal``, ``ReorganizationRefusal``, ``Missing``.
    static func apply(_ id: ID<ReorganizationDraft>, _ occasion: Occasion, _ tx: Transaction) throws {
        try StaffProjection.roll(to: occasion.today, tx)
        let draft = try requireDraft(id, occasion, tx)
        let steps = try ReorganizationStore.steps(of: id, tx)
        guard !steps.isEmpty else { throw ReorganizationRefusal.empty }
        let plan = try plan(steps, on: draft.day, tx)
        for unit in plan.touched.union(plan.mergers.values).sorted() { try occasion.require(unit, .editUnits, tx) }
        let people = try ReorganizationWriter(plan, occasion).write(tx)
        try settle(id, .applied, occasion, tx)
        try note(applied, id, occasion, tx)
        try StaffProjection.refreshUnits(on: occasion.today, tx)
        try StaffProjection.refresh(people, on: occasion.today, tx)
    }

    /// What the steps come to. - Throws: ``ReorganizationRefusal/notThere(_:_:)`` for somebody without a post that day.
    static func plan(_ steps: [ReorganizationStep], on day: Day, _ tx: Transaction) throws -> Reorganisation {
        let people = steps.compactMap(\.person)
        var units: [ID<Person>: ID<OrgUnit>] = [:]
        try tx.each(
            """
            select a.person_id, a.unit_id from assignments a
            where a.person_id in \(people) and \(UnitStore.primaryPost(on: day))
            """
        ) { row in units[try row.value()] = try row.value(ID<OrgUnit>.self) }
        if let step = steps.first(where: { step in step.person.map { units[$0] == nil } ?? false }) {
            throw ReorganizationRefusal.notThere(step.personName ?? "", day)
        }
        return Reorganisation(steps, on: day, units: units)
    }

    @discardableResult
    private static func requireDraft(
        _ id: ID<ReorganizationDraft>, _ occasion: Occasion, _ tx: Transaction
    ) throws -> ReorganizationDraft {
        let draft = try ReorganizationStore.draft(id, as: occasion.viewer, tx)
        guard draft.state == .draft else { throw ReorganizationRefusal.settled(draft.state) }
        return draft
    }

    private static func settle(
        _ id: ID<ReorganizationDraft>, _ state: ReorganizationDraft.State, _ occasion: Occasion, _ tx: Transaction
    ) throws {
        try tx.execute(
            "update reorganizations set state = \(state.rawValue), settled_at = \(occasion.now) where id = \(id)")
    }

    private static func note(
        _ action: AuditAction, _ id: ID<ReorganizationDraft>, _ occasion: Occasion, _ tx: Transaction
    ) throws {
        try Audit.record([AuditEntry(action, of: AuditRecord(record, id))], by: occasion.actor, occasion.house, in: tx)
    }
}

/// What cannot be done with a draft.
enum ReorganizationRefusal: Refusal, Hashable {
    case empty
    case settled(ReorganizationDraft.State)
    /// Somebody holds no post on the day.
    case notThere(String, Day)
    /// Somebody already has another post planned after the day.
    case plannedLater(String)
    case outOfReach(Int)

    var explanation: Phrase {
        switch self {
        case .empty: Phrase(zh: "草案还没有任何内容。请先添加要做的调整。", en: "The draft is empty. Add what is to change first.")
        case .settled(let state):
            Phrase(
                zh: "这份草案\(state.name.zh)，不能再修改。请新建一份。",
                en: "This draft is settled (\(state.name.en.lowercased())) and cannot be changed. Make a new one.")
        case .notThere(let name, let day):
            Phrase(
                zh: "\(name)在 \(day) 没有任职，不能调动。请删去这一步或换一个日期。",
                en: "\(name) holds no post on \(day). Remove the step or choose another day.")
        case .plannedLater(let names):
            Phrase(
                zh: "\(names)在此之后另有已安排的调动，请先取消该调动，或从草案中删去。",
                en: "\(names): another post is already planned after that day. Cancel it or take the step out.")
        case .outOfReach(let count):
            Phrase(
                zh: "有 \(count) 人会随组织调整变动，但您没有调动他们的权限。请由有权限的人实施。",
                en: "\(count) people would move whom you may not transfer. Somebody who may has to apply it.")
        }
    }
}
