import Kernel
import SQL
import Shell

/// What cannot be done with positions, levels and custom fields.
enum CatalogueRefusal: Refusal, Hashable {
    case nameTaken(String)
    case codeTaken(String)
    case bandUpsideDown
    case unknownLevel
    case choicesMissing
    case kindInUse(Int)
    case classInUse(Int)
    /// Options that people have.
    case choicesInUse([String], people: Int)

    var explanation: Phrase {
        switch self {
        case .nameTaken(let name):
            Phrase(zh: "已有名为“\(name)”的条目。请换一个名称。", en: "There is one called “\(name)” already. Choose another name.")
        case .codeTaken(let code):
            Phrase(zh: "编码“\(code)”已被使用。请换一个编码。", en: "The code “\(code)” is taken. Choose another one.")
        case .bandUpsideDown:
            Phrase(zh: "上限低于下限。请更正薪酬范围。", en: "The most is less than the least. Correct the band.")
        case .unknownLevel: Phrase(zh: "没有这个职级。请另选。", en: "There is no such level. Choose another one.")
        case .choicesMissing:
            Phrase(zh: "单选字段至少要有两个选项，每行一个。", en: "A choice needs at least two options, one per line.")
        case .classInUse(let count):
            Phrase(
                zh: "已有 \(count) 人填写了此字段，不能更改谁能看到。请停用后新建一个字段。",
                en: "\(count) people have a value, so who sees it cannot change. Retire it and make another field.")
        case .choicesInUse(let options, let people):
            Phrase(
                zh: "已有 \(people) 人选择了“\(options.joined(separator: "”“"))”，不能删除或改名。请先在这些员工的档案中改选，或停用后新建一个字段。",
                en: "\(people) people have “\(options.joined(separator: "”, “"))”, so it cannot be removed or renamed. "
                    + "Choose another option in their records first, or retire the field and make another one.")
        case .kindInUse(let count):
            Phrase(
                zh: "已有 \(count) 人填写了此字段，不能更改类型。请停用后新建一个字段。",
                en: "\(count) people have a value, so the kind cannot change. Retire it and make another field.")
        }
    }

    /// The field of the form that has to change.
    var field: String {
        switch self {
        case .nameTaken: "name"
        case .codeTaken: "code"
        case .bandUpsideDown: "pay_most"
        case .unknownLevel: "level"
        case .choicesMissing: "choices"
        case .kindInUse: "kind"
        case .classInUse: "field_class"
        case .choicesInUse: "choices"
        }
    }
}

/// Making, editing and retiring positions and levels.
enum PositionChanges {
    static let position = AuditRecordKind("position", FieldName.position, path: "/positions/")
    static let level = AuditRecordKind("level", FieldName.level, path: "/levels/")
    static let saved = AuditAction("positions.save", Phrase(zh: "维护岗位与职级", en: "Positions and levels maintained"))

    /// - Parameter id: nil for a new one. - Throws: ``CatalogueRefusal``, ``Missing``.
    @discardableResult
    static func save(
        _ form: PositionForm, as id: ID<Position>?, _ occasion: Occasion, _ tx: Transaction
    ) throws -> ID<Position> {
        let before = try id.map { try PositionStore.position($0, as: occasion.viewer, tx) }
        let other = try tx.value("select id from positions where name = \(form.name)", as: ID<Position>.self)
        if let other, other != id { throw CatalogueRefusal.nameTaken(form.name) }
        if let level = form.level, try tx.value("select 1 from levels where id = \(level)", as: Int.self) == nil {
            throw CatalogueRefusal.unknownLevel
        }
        let saved = try id ?? tx.newID()
        try tx.execute(
            """
            insert into positions (id, name, code, family, level_id, weight, probation_months)
            values (\(saved), \(form.name), \(form.code), \(form.family), \(form.level), \(form.weight),
                \(form.probationMonths))
            on conflict (id) do update set name = excluded.name, code = excluded.code, family = excluded.family,
                level_id = excluded.level_id, weight = excluded.weight, probation_months = excluded.probation_months
            """)
        if PositionStore.seesPay(occasion.viewer) {
            if let least = form.payLeast, let most = form.payMost, PayBand(least: least, most: most) == nil {
                throw CatalogueRefusal.bandUpsideDown
            }
            try tx.execute(
                "update positions set pay_least = \(form.payLeast), pay_most = \(form.payMost) where id = \(saved)")
        }
        if let before, before.name != form.name {
            try tx.execute("update staff set position = \(form.name) where position_id = \(saved)")
            try StaffProjection.refresh([], on: occasion.today, tx)
        }
        let after = try PositionStore.position(saved, as: occasion.viewer, tx)
        try note(
            AuditRecord(position, saved),
            [
                FieldChange("name", Phrase(zh: "名称", en: "Name"), .public, before: before?.name, after: after.name),
                FieldChange("code", Phrase(zh: "编码", en: "Code"), before: before?.code, after: after.code),
                FieldChange("family", Phrase(zh: "序列", en: "Family"), before: before?.family, after: after.family),
                FieldChange("level", FieldName.level, before: before?.levelName, after: after.levelName),
                FieldChange(
                    "weight", Phrase(zh: "重要性", en: "Weight"), before: before?.weight.name.zh,
                    after: after.weight.name.zh),
                FieldChange(
                    "pay_least", PositionForm.payLeast.label, .pay, before: before?.payLeast?.plain,
                    after: after.payLeast?.plain),
                FieldChange(
                    "pay_most", PositionForm.payMost.label, .pay, before: before?.payMost?.plain,
                    after: after.payMost?.plain),
                FieldChange(
                    "probation_months", Phrase(zh: "试用期（月）", en: "Probation, months"),
                    before: before?.probationMonths.map { "\($0)" }, after: after.probationMonths.map { "\($0)" }),
            ], occasion, tx)
        return saved
    }

    /// No longer offered, or offered again. Those who hold it keep it. - Throws: ``Missing``.
    static func retire(
        _ id: ID<Position>, _ isRetired: Bool, _ occasion: Occasion, _ tx: Transaction
    ) throws {
        let row = try PositionStore.position(id, as: occasion.viewer, tx)
        guard (row.retired != nil) != isRetired else { return }
        try tx.execute("delete from retired_positions where position_id = \(id)")
        if isRetired {
            try tx.execute("insert into retired_positions (position_id, since) values (\(id), \(occasion.today))")
        }
        try note(AuditRecord(position, id), [retirement(isRetired)], occasion, tx)
    }

    @discardableResult
    static func save(
        _ form: LevelForm, as id: ID<Level>?, _ occasion: Occasion, _ tx: Transaction
    ) throws -> ID<Level> {
        let before = try id.map { try PositionStore.level($0, tx) }
        let other = try tx.value("select id from levels where name = \(form.name)", as: ID<Level>.self)
        if let other, other != id { throw CatalogueRefusal.nameTaken(form.name) }
        let saved = try id ?? tx.newID()
        try tx.execute(
            """
            insert into levels (id, name, family, rank) values (\(saved), \(form.name), \(form.family), \(form.rank))
            on conflict (id) do update set name = excluded.name, family = excluded.family, rank = excluded.rank
            """)
        if let before, before.name != form.name {
            try tx.execute("update staff set level = \(form.name) where level_id = \(saved)")
            try StaffProjection.refresh([], on: occasion.today, tx)
        }
        try note(
            AuditRecord(level, saved),
            [
                FieldChange("name", Phrase(zh: "名称", en: "Name"), .public, before: before?.name, after: form.name),
                FieldChange("family", Phrase(zh: "序列", en: "Family"), before: before?.family, after: form.family),
                FieldChange(
                    "rank", Phrase(zh: "级次", en: "Rank"), before: before.map { "\($0.rank)" }, after: "\(form.rank)"),
            ], occasion, tx)
        return saved
    }

    static func retire(_ id: ID<Level>, _ isRetired: Bool, _ occasion: Occasion, _ tx: Transaction) throws {
        let row = try PositionStore.level(id, tx)
        guard (row.retired != nil) != isRetired else { return }
        try tx.execute("delete from retired_levels where level_id = \(id)")
        if isRetired {
            try tx.execute("insert into retired_levels (level_id, since) values (\(id), \(occasion.today))")
        }
        try note(AuditRecord(level, id), [retirement(isRetired)], occasion, tx)
    }

    static func retirement(_ isRetired: Bool) -> FieldChange {
        FieldChange(
            "retired", Phrase(zh: "停用", en: "Retired"), .public, before: isRetired ? "—" : "✓",
            after: isRetired ? "✓" : "—")
    }

    static func note(
        _ record: AuditRecord, _ changes: [FieldChange], as action: AuditAction = saved, _ occasion: Occasion,
        _ tx: Transaction
    ) throws {
        let real = FieldChange.real(changes)
        guard !real.isEmpty else { return }
        try Audit.record(
            [AuditEntry(action, of: record, changes: real)], by: occasion.actor, occasion.house, in: tx)
    }
}
