import Kernel
import Markup

/// The first page: what needs this person today, the figures of the role, what changed, and the ways on.
struct WorkbenchPage: PageModel {
    let today: Day
    let name: String
    /// The most urgent first.
    let needs: [WorkbenchNeed]
    /// How many there are, those not shown included.
    let needCount: Int
    let figures: [WorkbenchFigure]
    let trend: WorkbenchTrend?
    let changes: [WorkbenchChange]
    let links: [WorkbenchLink]

    static let heading = Phrase(zh: "工作台", en: "Workbench")
    var title: Phrase { Self.heading }

    func heading(_ view: PageView) -> any Heading {
        PageHead(
            title,
            note: Phrase(
                zh: "\(name)，您好。今天是 \(today.iso)。", en: "Hello \(name). Today is \(today.iso)."))
    }

    func content(_ view: PageView) -> HTML {
        Workbench(
            needs: NeedsToday(needs.map(item), all: (needCount, "/inbox")),
            changes: ChangeList(
                changes.map { .init($0.when, $0.words, target: $0.target.map { URLText($0) }) })
        ) {
            if !figures.isEmpty {
                h2 { Phrase(zh: "关键数字", en: "Key figures") }
                SummaryFigures(
                    figures.map { figure in
                        SummaryFigures.Entry(figure.name, note: figure.note) {
                            Markup.Figure(
                                id: "figure-" + figure.code, value: NumberFormat.count.phrase(Double(figure.value)),
                                reason: reason(figure))
                        }
                    })
            }
            if let trend { line(trend) }
            if !links.isEmpty {
                h2 { Phrase(zh: "常用入口", en: "Shortcuts") }
                div(.class("actions")) {
                    for link in links { PageAction.link(link.words, URLText(link.target), look: .plain) }
                }
            }
        }.html
    }

    private func reason(_ figure: WorkbenchFigure) -> Reason {
        Reason(
            formula: figure.formula,
            inputs: figure.target.map {
                [.init(Phrase(zh: "名单", en: "List"), Phrase(zh: "查看明细", en: "See the details"), target: URLText($0))]
            } ?? [], asOf: Phrase(verbatim: figure.asOf.iso))
    }

    @HTMLBuilder private func line(_ trend: WorkbenchTrend) -> HTML {
        if let first = trend.values.first, let last = trend.values.last, let month = trend.months.first {
            let (from, to) = (NumberFormat.count.phrase(Double(first)), NumberFormat.count.phrase(Double(last)))
            let words = Phrase(
                zh: "\(trend.name.zh)：\(month) 为 \(from.zh)，现在 \(to.zh)",
                en: "\(trend.name.en): \(from.en) in \(month), \(to.en) now")
            p(.class("hint", "trend")) {
                Sparkline(trend.values.map(Double.init), label: words)
                span { words }
            }
        }
    }

    private func item(_ need: WorkbenchNeed) -> NeedsToday.Item {
        NeedsToday.Item(
            need.title, detail: need.detail, action: .link(need.action.words, URLText(need.action.target), look: .plain)
        ) {
            if let due = need.due, due < today {
                StatusBadge(.bad, Phrase(zh: "已逾期", en: "Overdue"))
            } else if need.due == today {
                StatusBadge(.attention, Phrase(zh: "今天到期", en: "Due today"))
            } else if need.isUrgent {
                StatusBadge(.attention, Phrase(zh: "紧急", en: "Urgent"))
            } else if let due = need.due {
                StatusBadge(.planned, Phrase(zh: "\(due.iso) 到期", en: "Due \(due.iso)"))
            }
        }
    }
}
