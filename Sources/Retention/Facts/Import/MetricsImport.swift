import Kernel
import Markup
import SQL
import Shell

/// A long sheet of values, one row per person, day and metric, from any other system.
///
/// A second run of the same file changes nothing. Reading and converting cost about as much as for any sheet of five
/// columns; the check sorts the values once and holds them against one scan per metric, and new values are written in the
/// order of their key, so a million rows take a few seconds more than reading them.
struct MetricsImport: ImportKind {
    let code = "metrics"
    let name = Phrase(zh: "指标数据", en: "Metric values")
    let summary = Phrase(
        zh: "销量、培训完成率、评分等指标：每行一个数值，写明工号、日期、指标和数值。重复导入只更新有变化的数值，以前的记录保留。",
        en: "Sales, training, ratings: a value per row with staff number, day, metric and value. "
            + "A second run changes only what differs; what was recorded before stays.")
    let needs = Capability.editFacts
    let naturalKey = ["subject", "day", "metric", "known_on"]
    let tables = ["metric_values": Phrase(zh: "指标数值", en: "Metric values")]
    let fields: [ImportField] = [
        ImportField(
            "subject", .code, MetricWords.subject,
            synonyms: [
                "subject", "subject_id", "员工编号", "员工号", "人员编号", "number", "employee", "employee_id", "staff_number",
            ],
            .public, isRequired: true),
        ImportField(
            "day", .day, MetricWords.day, synonyms: ["day", "date", "统计日期", "业务日期", "发生日期", "周", "月份"], isRequired: true
        ),
        ImportField(
            "metric", .text(maximum: 100), MetricWords.metric,
            synonyms: ["metric", "指标编码", "指标名称", "项目", "code", "measure"], isRequired: true),
        ImportField(
            "value", .text(maximum: 40), MetricWords.value, synonyms: ["value", "值", "指标值", "结果", "amount"], .personal,
            isRequired: true),
        ImportField(
            "known_on", .day, MetricWords.knownOn, synonyms: ["known_on", "known on", "登记日期", "录入日期", "recorded_on"],
            hint: Phrase(zh: "从哪天起得知这个数值。", en: "From which day the value was known.")),
    ]
    let options: [FormField] = [
        FormField(
            "known",
            .choice([
                Choice("today", Phrase(zh: "今天（默认）", en: "From today (default)")),
                Choice("day", Phrase(zh: "数值当天（补录历史数据）", en: "On their own day (history brought over)")),
            ]), Phrase(zh: "没有得知日期的数值，得知时间为", en: "Values without a day they were known count"))
    ]

    func check(
        _ rows: ImportRows, _ problems: ImportProblems, _ context: ImportContext, _ tx: Transaction
    ) throws -> MetricsPlan {
        var reader = try MetricReader(today: context.today, tx)
        let knownFrom = context.options["known"].flatMap(KnownFrom.init) ?? .today
        let (numbers, days, names) = (rows["subject"], rows["day"], rows["metric"])
        let (values, knowns) = (rows["value"], rows["known_on"])
        var incoming: [IncomingValue] = []
        incoming.reserveCapacity(rows.count)
        var (late, firstLate) = (0, 0)
        for row in rows.indices {
            guard let number = numbers.text(row), let day = days.day(row), let name = names.text(row),
                let text = values.text(row)
            else { continue }
            guard let subject = reader.subject(number) else {
                problems.refuse(row, "subject", MetricWords.unknownPerson(number))
                continue
            }
            guard let place = reader.metric(name) else {
                problems.refuse(row, "metric", MetricWords.unknownMetric(name))
                continue
            }
            let metric = reader.metrics[Int(place)]
            if let refusal = reader.refusal(of: day) {
                problems.refuse(row, "day", refusal)
                continue
            }
            guard let value = MetricReader.value(text, metric.unit) else {
                problems.refuse(row, "value", MetricWords.badValue(text, metric))
                continue
            }
            let known = knowns.day(row)
            if let known, let refusal = reader.refusal(ofKnown: known, about: day) {
                problems.refuse(row, "known_on", refusal)
                continue
            }
            if known == nil, knownFrom == .today, day < context.today {
                if late == 0 { firstLate = row }
                late += 1
            }
            incoming.append(
                IncomingValue(
                    row: Int32(row), metric: place, day: Int32(day.number), subject: subject,
                    known: known.map { Int32($0.number) }, value: value))
        }
        if late > 0 { problems.note(firstLate, nil, MetricWords.late(late)) }
        var merge = MetricMerge(today: context.today, knownFrom: knownFrom)
        try merge.run(incoming, of: reader.metrics, tx)
        for (row, earlier) in merge.contradictions {
            problems.refuse(Int(row), "value", MetricWords.contradiction(rows.line(Int(earlier))))
        }
        return MetricsPlan(metrics: reader.metrics, merge: merge)
    }

    func commit(
        _ plan: MetricsPlan, _ writer: BatchWriter, _ context: ImportContext, _ tx: Transaction
    ) throws -> Reconciliation {
        let before = try Self.figures(tx)
        let inserts = plan.merge.inserts
        var done = 0
        for start in stride(from: 0, to: inserts.count, by: 5_000) {
            let block = inserts[start..<min(start + 5_000, inserts.count)]
            var values: [SQLValue] = []
            values.reserveCapacity(block.count * 5)
            for record in block { values.append(contentsOf: Metrics.row(record, plan.metrics)) }
            try writer.insert(into: "metric_values", Metrics.valueColumns, values: values)
            done += block.count
            context.progress(0.9 * Double(done) / Double(inserts.count))
        }
        try writer.update(
            "metric_values", set: ["value"],
            values: plan.merge.updates.flatMap { Metrics.row($0, plan.metrics) })
        try Metrics.forgetSnapshots(of: inserts, plan.metrics, before: context.today, tx)
        try Metrics.count(inserts, plan.metrics, tx)
        return Reconciliation(
            plan.counts,
            lines: [
                .init(
                    Phrase(zh: "指标数值", en: "Metric values"), file: .count(inserts.count), before: .count(before),
                    after: .count(before + inserts.count))
            ])
    }

    /// Where values went away again, they are counted anew, and so are the snapshots that held them.
    func settle(_ context: ImportContext, _ tx: Transaction) throws {
        guard context.isUndoing else { return }
        let metrics = try Metrics.all(tx)
        let before = try Self.counts(tx)
        try Metrics.count(metrics.map(\.id), tx)
        let after = try Self.counts(tx)
        for metric in metrics where (after[metric.id] ?? 0) < (before[metric.id] ?? 0) {
            try Metrics.forgetSnapshots(of: metric, from: .first, tx)
        }
    }

    private static func counts(_ tx: Transaction) throws -> [ID<Metric>: Int] {
        var counts: [ID<Metric>: Int] = [:]
        try tx.each("select metric_id, value_count from metric_figures") { row in
            counts[try row.value()] = try row.value(Int.self)
        }
        return counts
    }

    private static func figures(_ tx: Transaction) throws -> Int { try counts(tx).values.reduce(0, +) }
}

/// What a sheet of values does.
struct MetricsPlan: ImportPlan {
    let metrics: [Metric]
    let merge: MetricMerge

    var counts: ImportCounts {
        ImportCounts(created: merge.inserts.count, updated: merge.updates.count, unchanged: merge.unchanged)
    }
}
