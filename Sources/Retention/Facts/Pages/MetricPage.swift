import Kernel
import Markup
import Shell

/// One metric: what it is for, and how its values come. Nobody's own value stands here.
struct MetricPage: PageModel {
    let row: MetricRow
    let days: [MetricDay]
    /// What is made of it for programmes and signals.
    let facts: [Phrase]

    private var metric: Metric { row.metric }
    var title: Phrase { metric.name }
    var trail: [Crumb] { [MetricsPage.crumb] }

    func heading(_ view: PageView) -> any Heading {
        PageHead(
            title, note: metric.purpose, breadcrumbs: trail.steps,
            actions: [.link(Phrase(zh: "编辑", en: "Edit"), URLText("/facts/\(metric.id)/edit"), look: .primary)])
    }

    func content(_ view: PageView) -> HTML {
        HTML {
            KeyValueList([
                .init(MetricForm.code.label, .text(metric.code)),
                .init(MetricForm.unit.label, .words(MetricWords.unit(metric.unit))),
                .init(MetricForm.grain.label, .words(MetricWords.grain(metric.grain))),
                .init(MetricForm.better.label, .words(metric.better.name)),
                .init(MetricForm.basis.label, .words(metric.basis.name)),
                .init(MetricForm.kept.label, .text("\(metric.keptMonths)")),
                .init(MetricForm.audience.label, .words(metric.audience.name)),
                .init(Phrase(zh: "状态", en: "State"), .part(row.badge(today: view.today))),
            ])
            h2 { Phrase(zh: "由它得出的数据项", en: "What is made of it") }
            ul { for fact in facts { li { fact } } }
            h2 { Phrase(zh: "最近的数值", en: "Newest values") }
            if days.isEmpty {
                EmptyState(
                    title: Phrase(zh: "还没有数值", en: "No values yet"),
                    explanation: Phrase(
                        zh: "在“导入”中选择“指标数据”，或由其他系统通过 POST /facts 发送。",
                        en: "Import a sheet of metric values, or have another system send them by POST /facts."))
            } else {
                DataTable(
                    id: "days", caption: Phrase(zh: "最近的数值", en: "Newest values"),
                    columns: [
                        TableColumn(MetricWords.day), TableColumn(Phrase(zh: "人数", en: "People"), isNumber: true),
                        TableColumn(Phrase(zh: "平均值", en: "Mean"), isNumber: true),
                    ],
                    rows: days.map { day in
                        TableRow([.day(day.day), .count(day.people), mean(day)])
                    }, phone: .twoLines, hidesCaption: true)
            }
        }
    }

    private func mean(_ day: MetricDay) -> TableCell {
        guard let mean = day.mean else {
            return .unknown(Phrase(zh: "人数不足 5 人，不显示", en: "Fewer than 5 people"))
        }
        return switch metric.unit {
        case .money: .money(Money(fen: Int64(mean.rounded())))
        case .share, .flag: .number(mean, .percent(1))
        default: .number(mean, .decimal(2))
        }
    }
}
