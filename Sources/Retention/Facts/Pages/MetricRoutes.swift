import Kernel
import Markup
import SQL
import Shell

/// The list of metrics, their form and their pages.
enum MetricRoutes {
    /// - Parameter published: what the rooms publish.
    static func all(_ published: [PublishedFact]) -> [Route] {
        let facts = published.map { MetricsPage.Fact($0) }
        return [
            .page("/facts", .needs(.editFacts), MetricWords.metrics) { call in
                try await call.read { tx in MetricsPage(rows: try MetricRow.all(tx), published: facts) }
            },
            FactsRoute.route,
            .page("/facts/new", .needs(.editFacts), MetricsPage.new) { _ in
                MetricFormPage(metric: nil, form: MetricForm.fresh)
            },
            .action("/facts/new", .needs(.editFacts), MetricsPage.new, form: MetricForm.self, again: page, save),
            .page("/facts/{id}", .needs(.editFacts), Phrase(zh: "一个指标", en: "A metric")) { call in
                let id = try call.id(of: Metric.self)
                return try await call.read { tx in
                    guard let row = try MetricRow.all(tx).first(where: { $0.metric.id == id }) else { throw Missing() }
                    return MetricPage(
                        row: row,
                        days: try MetricDay.newest(id, limit: MetricDay.shown(people: row.lastCount), tx),
                        facts: DerivedFact.of(row.metric).map { $0.fact(of: row.metric).name })
                }
            },
            .page("/facts/{id}/edit", .needs(.editFacts), Phrase(zh: "编辑指标", en: "Edit a metric")) { call in
                try await page(call, nil)
            },
            .action(
                "/facts/{id}/edit", .needs(.editFacts), Phrase(zh: "保存指标", en: "Save a metric"),
                form: MetricForm.self, again: page, save),
        ]
    }

    @Sendable private static func page(_ call: Call, _ form: FormState) async throws -> MetricFormPage {
        try await page(call, Optional(form))
    }

    @Sendable private static func page(_ call: Call, _ form: FormState?) async throws -> MetricFormPage {
        let id: ID<Metric>? = call.parameter("id") == nil ? nil : try call.id()
        return try await call.read { tx in
            let metric = try id.map { try Metrics.metric($0, tx) }
            return MetricFormPage(metric: metric, form: form ?? metric?.form ?? MetricForm.fresh)
        }
    }

    @Sendable private static func save(_ call: Call, _ form: MetricForm) async throws -> Outcome {
        let id: ID<Metric>? = call.parameter("id") == nil ? nil : try call.id()
        let (house, actor) = (call.house, call.actor)
        do {
            let metric = try await call.write { tx in try Metrics.save(form, as: id, by: actor, house, tx) }
            return Outcome(
                "/facts/\(metric.id)", Phrase(zh: "已保存“\(metric.name.zh)”。", en: "“\(metric.name.en)” was saved."))
        } catch let refusal as MetricRefusal {
            throw FormProblem(field: refusal.field, problem: refusal.explanation)
        }
    }
}

extension ListExport {
    static let metrics = ListExport(
        "metrics", of: "/facts", Phrase(zh: "导出指标", en: "Export the metrics"), reading: .editFacts
    ) { _ in
        Export(MetricWords.metrics, columns: MetricsPage.columns) { tx in try MetricRow.all(tx) }
    }
}
