import Kernel
import SQL
import Shell

/// Why a metric cannot be saved.
enum MetricRefusal: Refusal, Hashable {
    case codeTaken(String)
    case codeFixed(String)
    case unitInUse(Int)
    case tooMany

    var explanation: Phrase {
        switch self {
        case .codeTaken(let code):
            Phrase(zh: "编码“\(code)”已被使用。请换一个编码。", en: "The code “\(code)” is taken. Choose another one.")
        case .codeFixed(let code):
            Phrase(
                zh: "编码“\(code)”供导入、接口和模型使用，不能修改。",
                en: "The code “\(code)” is used by sheets, programs and models and cannot change.")
        case .unitInUse(let count):
            Phrase(
                zh: "已有 \(count) 个数值，不能更改单位。请另建一个指标。",
                en: "There are \(count) values, so the unit cannot change. Define another metric.")
        case .tooMany:
            Phrase(zh: "最多 500 个指标。", en: "There can be at most 500 metrics.")
        }
    }

    var field: String {
        switch self {
        case .codeTaken, .codeFixed, .tooMany: "code"
        case .unitInUse: "unit"
        }
    }
}

extension Metrics {
    static let saved = AuditAction("facts.save_metric", Phrase(zh: "保存指标", en: "Metric saved"))
    static let record = AuditRecordKind("metric", MetricWords.metric, path: "/facts/")

    /// Defines a metric, or changes one.
    /// - Throws: ``MetricRefusal``, ``Missing``.
    @discardableResult
    static func save(
        _ form: MetricForm, as id: ID<Metric>?, by actor: Actor, _ house: House, _ tx: Transaction
    ) throws -> Metric {
        let before = try id.map { try metric($0, tx) }
        if let before {
            if before.code != form.code { throw MetricRefusal.codeFixed(before.code) }
            let count =
                try tx.value(
                    "select value_count from metric_figures where metric_id = \(before.id)", as: Int.self) ?? 0
            if before.unit != form.unit, count > 0 { throw MetricRefusal.unitInUse(count) }
        } else {
            if try metric(code: form.code, tx) != nil { throw MetricRefusal.codeTaken(form.code) }
            if try tx.value("select count(*) from metrics", as: Int.self) ?? 0 >= 500 { throw MetricRefusal.tooMany }
        }
        let after = Metric(
            id: try before?.id ?? tx.newID(), code: form.code, name: form.name, unit: form.unit, grain: form.grain,
            purpose: form.purpose, basis: form.basis, keptMonths: form.keptMonths, audience: form.audience,
            better: form.better)
        try put(after, tx)
        if let before, (before.grain, before.better) != (after.grain, after.better) {
            // What follows from the values means something else now.
            try forgetSnapshots(of: after, from: .first, tx)
        }
        let changes = FieldChange.real(changes(before, after))
        if !changes.isEmpty {
            try Audit.record(
                [AuditEntry(saved, of: AuditRecord(record, after.id), changes: changes)], by: actor, house, in: tx)
        }
        return after
    }

    /// Stores a metric over one with the same id.
    package static func put(_ metric: Metric, _ tx: Transaction) throws {
        try tx.execute(
            """
            insert into metrics (id, code, name_zh, name_en, unit, grain, purpose_zh, purpose_en, basis, kept_months,
                audience, better)
            values (\(metric.id), \(metric.code), \(metric.name.zh), \(metric.name.en), \(metric.unit.rawValue),
                \(metric.grain.rawValue), \(metric.purpose.zh), \(metric.purpose.en), \(metric.basis.rawValue),
                \(metric.keptMonths), \(metric.audience.rawValue), \(metric.better))
            on conflict (id) do update set name_zh = excluded.name_zh, name_en = excluded.name_en,
                unit = excluded.unit, grain = excluded.grain, purpose_zh = excluded.purpose_zh,
                purpose_en = excluded.purpose_en, basis = excluded.basis, kept_months = excluded.kept_months,
                audience = excluded.audience, better = excluded.better
            """)
    }

    private static func changes(_ before: Metric?, _ after: Metric) -> [FieldChange] {
        func change(_ field: FormField, _ value: (Metric) -> String) -> FieldChange {
            FieldChange(field.name, field.label, .public, before: before.map(value), after: value(after))
        }
        return [
            change(MetricForm.code) { $0.code }, change(MetricForm.nameZH) { $0.name.zh },
            change(MetricForm.nameEN) { $0.name.en },
            change(MetricForm.unit) { FieldChange.words(MetricWords.unit($0.unit)) },
            change(MetricForm.grain) { FieldChange.words(MetricWords.grain($0.grain)) },
            change(MetricForm.better) { FieldChange.words($0.better.name) },
            change(MetricForm.purpose) { FieldChange.words($0.purpose) },
            change(MetricForm.basis) { $0.basis.rawValue }, change(MetricForm.kept) { "\($0.keptMonths)" },
            change(MetricForm.audience) { FieldChange.words($0.audience.name) },
        ]
    }
}
