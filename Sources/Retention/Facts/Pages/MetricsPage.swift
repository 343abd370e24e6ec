import Kernel
import Markup
import Shell

/// What is measured of people by other systems, and what the rooms of this one publish: all that programmes and signals
/// may use.
struct MetricsPage: PageModel {
    /// A fact a room publishes, without its query.
    struct Fact: Codable, Sendable {
        let code: String
        let name: Phrase
        let unit: FactUnit
        let purpose: Phrase
        let basis: LegalBasis
        let keptMonths: Int
        let audience: FieldClass

        init(_ fact: PublishedFact) {
            (code, name, unit, purpose) = (fact.code, fact.name, fact.unit, fact.purpose)
            (basis, keptMonths, audience) = (fact.basis, fact.keptMonths, fact.audience)
        }
    }

    let rows: [MetricRow]
    let published: [Fact]

    static let crumb = Crumb(MetricWords.metrics, "/facts")
    static let new = Phrase(zh: "新建指标", en: "New metric")
    static var width: AppFrame.Width { .full }
    var title: Phrase { Self.crumb.title }

    func heading(_ view: PageView) -> any Heading {
        let imports: [PageAction] =
            view.can(.importData) ? [.link(Phrase(zh: "导入数值", en: "Import values"), "/imports/new?kind=metrics")] : []
        return PageHead(
            title,
            note: Phrase(
                zh: "来自其他系统的数据：可导入表格，也可通过接口 POST /facts 发送。离职预测和预警信号只使用这里列出的数据。",
                en:
                    "Figures of other systems, by sheet or by POST /facts. Forecasts and signals use nothing but what is listed here."
            ), actions: imports + [.link(Self.new, "/facts/new", look: .primary)])
    }

    func content(_ view: PageView) -> HTML {
        HTML {
            ListPage(
                export: view.exports(of: "/facts"), table: table(view),
                empty: EmptyState(
                    title: Phrase(zh: "还没有指标", en: "No metrics yet"),
                    explanation: Phrase(
                        zh: "例如每周销量、培训完成率、导师评分。新建指标后即可导入数值。",
                        en:
                            "Such as weekly sales, training completed, a mentor’s rating. Define one, then import its values."
                    )
                ) {
                    a(.class("button", "primary"), .href("/facts/new")) { Self.new }
                })
            h2 { Phrase(zh: "本系统的数据项", en: "Facts of this system") }
            DataTable(
                id: "published", caption: Phrase(zh: "本系统的数据项", en: "Facts of this system"),
                columns: [
                    TableColumn(Phrase(zh: "名称", en: "Name")), TableColumn(MetricForm.unit.label),
                    TableColumn(MetricForm.purpose.label), TableColumn(MetricForm.basis.label),
                    TableColumn(MetricForm.kept.label, isNumber: true), TableColumn(MetricForm.audience.label),
                ],
                rows: published.map { fact in
                    TableRow([
                        .words(fact.name), .words(MetricWords.unit(fact.unit)), .words(fact.purpose),
                        .words(fact.basis.name), .count(fact.keptMonths), .words(fact.audience.name),
                    ])
                }, phone: .twoLines, hidesCaption: true)
        }
    }

    private func table(_ view: PageView) -> DataTable {
        DataTable(
            id: "metrics", caption: title,
            columns: [
                TableColumn(Phrase(zh: "名称", en: "Name")), TableColumn(MetricForm.code.label),
                TableColumn(MetricForm.unit.label), TableColumn(MetricForm.grain.label),
                TableColumn(Phrase(zh: "最近日期", en: "Last day"), isOnCard: true),
                TableColumn(Phrase(zh: "覆盖率", en: "Coverage"), isNumber: true, isOnCard: true),
                TableColumn(Phrase(zh: "数值个数", en: "Values"), isNumber: true),
                TableColumn(Phrase(zh: "状态", en: "State")),
            ],
            rows: rows.map { row in
                TableRow(
                    [
                        .words(row.metric.name), .text(row.metric.code), .words(MetricWords.unit(row.metric.unit)),
                        .words(MetricWords.grain(row.metric.grain)),
                        row.lastDay.map { .day($0) } ?? .unknown(Phrase(zh: "尚无数值", en: "No values yet")),
                        row.coverage.map { .number($0, .percent(0)) }
                            ?? .unknown(Phrase(zh: "尚无数值", en: "No values yet")),
                        .count(row.valueCount), TableCell { row.badge(today: view.today) },
                    ], target: URLText("/facts/\(row.metric.id)"))
            }, phone: .twoLines, hidesCaption: true)
    }

    /// Of the exported list.
    static let columns: [ExportColumn<MetricRow>] = [
        .words(Phrase(zh: "名称", en: "Name"), .public) { $0.metric.name },
        .text(MetricForm.code.label, .public) { $0.metric.code },
        .words(MetricForm.unit.label) { MetricWords.unit($0.metric.unit) },
        .words(MetricForm.grain.label) { MetricWords.grain($0.metric.grain) },
        .words(MetricForm.better.label) { $0.metric.better.name },
        .words(MetricForm.purpose.label) { $0.metric.purpose },
        .words(MetricForm.basis.label) { $0.metric.basis.name },
        .integer(MetricForm.kept.label) { $0.metric.keptMonths },
        .words(MetricForm.audience.label) { $0.metric.audience.name },
        .day(Phrase(zh: "最近日期", en: "Last day")) { $0.lastDay },
        .integer(Phrase(zh: "最近日期人数", en: "People on the last day")) { $0.lastCount },
        .integer(Phrase(zh: "数值个数", en: "Values")) { $0.valueCount },
    ]
}

extension MetricRow {
    /// Whether values still come as often as they should.
    func badge(today: Day) -> StatusBadge {
        guard let lastDay else { return StatusBadge(.planned, Phrase(zh: "等待数据", en: "Waiting for values")) }
        return today - lastDay < MetricSpans(metric.grain).stale
            ? StatusBadge(.good, Phrase(zh: "正常", en: "Up to date"))
            : StatusBadge(.attention, Phrase(zh: "数据已过期", en: "Out of date"))
    }
}
