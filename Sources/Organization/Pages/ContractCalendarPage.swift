import Kernel
import Markup
import Shell

/// Contracts by the month in which they end, the most pressing first.
struct ContractCalendarPage: PageModel {
    struct NoticeCount: Codable, Sendable {
        let notice: ContractNotice
        let contracts: Int
    }

    let months: [ContractCalendar.MonthCount]
    /// The most pressing first; only those with contracts.
    let notices: [NoticeCount]
    /// Of the month asked for, or all that ask for a decision now.
    let rows: [ContractCalendar.Row]
    let next: ID<Contract>?
    let month: Month?

    init(_ calendar: ContractCalendar, month: Month?) {
        (months, rows, next, self.month) = (calendar.months, calendar.rows, calendar.next, month)
        notices = ContractNotice.allCases.reversed().compactMap { notice in
            calendar.notices[notice].map { NoticeCount(notice: notice, contracts: $0) }
        }
    }

    static let crumb = Crumb(Phrase(zh: "合同日历", en: "Contract calendar"), "/contracts")
    var title: Phrase { Self.crumb.title }

    func heading(_ view: PageView) -> any Heading {
        let waiting = notices.map(\.contracts).reduce(0, +)
        return PageHead(
            title,
            note: waiting == 0
                ? Phrase(zh: "90 天内没有合同到期。", en: "No contract ends within 90 days.")
                : Phrase(
                    zh: "\(waiting) 份合同已到期或将在 90 天内到期，请逐一决定续订、变更或终止。",
                    en: "\(waiting) ended or end within 90 days: decide to renew, change or end each."))
    }

    func content(_ view: PageView) -> HTML {
        HTML {
            if !notices.isEmpty {
                SummaryFigures(
                    notices.map { notice in
                        SummaryFigures.Entry(notice.notice.name) {
                            NumberFormat.count.phrase(Double(notice.contracts))
                        }
                    })
            }
            FilterBar(
                "/contracts",
                filters: [
                    .select(
                        "month", Phrase(zh: "到期月份", en: "Month of the end"), choices,
                        chosen: month?.description ?? "")
                ], active: month == nil ? 0 : 1)
            view.exports(of: "/contracts")
            MonthList(rows.map(item), today: view.today, empty: empty)
            Pagination(
                previous: view.query["after"] == nil ? nil : view.address(with: "after", nil),
                next: next.map { view.address(with: "after", $0.description) })
        }
    }

    private var choices: [Choice] {
        var choices = [Choice("", Phrase(zh: "需要决定的（90 天内）", en: "To be decided (90 days)"))]
        var shown = months.filter { $0.count > 0 || $0.month == month }.map { ($0.month, $0.count) }
        if let month, !shown.contains(where: { $0.0 == month }) { shown.append((month, rows.count)) }
        choices += shown.map { month, count in
            Choice(month.description, Phrase(zh: "\(month)（\(count) 份）", en: "\(month) (\(count))"))
        }
        return choices
    }

    private var empty: EmptyState {
        EmptyState(
            title: Phrase(zh: "没有到期的合同", en: "No contract ends here"),
            explanation: Phrase(
                zh: "有到期日的合同会按月列在这里，到期前 90、60、30 天会提醒能作决定的人。",
                en:
                    "Contracts with an end are listed here by month; those who decide are told 90, 60 and 30 days ahead."
            ))
    }

    private func item(_ row: ContractCalendar.Row) -> MonthList.Item {
        let times = row.renewals + 1
        let place = [row.number, row.unitName, row.position].compactMap { $0 }.joined(separator: " · ")
        return MonthList.Item(
            row.last, row.name,
            detail: Phrase(
                zh: "\(place) · 第 \(times) 份合同，\(row.kind.name.zh)",
                en: "\(place) · contract \(times), \(row.kind.name.en.lowercased())"),
            target: row.mayDecide ? "/contracts/\(row.contract)" : "/people/\(row.person)"
        ) {
            if row.duty != nil {
                Badge(.warning, Phrase(zh: "续订应为无固定期限", en: "Next one must be open-ended"))
                " "
            }
            if let decision = row.decision {
                StatusBadge(.planned, decision.name)
            } else if row.mayDecide {
                a(.href(URLText("/contracts/\(row.contract)"))) { Phrase(zh: "作决定", en: "Decide") }
            }
        }
    }

    /// Of the exported list.
    static let columns: [ExportColumn<ContractCalendar.Row>] = [
        .text(FieldName.number, .public) { $0.number }, .text(FieldName.name, .public) { $0.name },
        .text(FieldName.unit, .public) { $0.unitName }, .text(FieldName.position, .public) { $0.position },
        .words(Phrase(zh: "合同类型", en: "Kind of contract")) { $0.kind.name },
        .integer(Phrase(zh: "第几份", en: "Which contract")) { $0.renewals + 1 },
        .day(Phrase(zh: "起始日", en: "First day")) { $0.start }, .day(Phrase(zh: "到期日", en: "Last day")) { $0.last },
        .words(Phrase(zh: "提醒", en: "Notice")) { $0.notice?.name },
        .words(Phrase(zh: "无固定期限义务", en: "Open-ended duty")) { $0.duty?.article.name },
        .words(Phrase(zh: "决定", en: "Decision")) { $0.decision?.name },
        .day(Phrase(zh: "决定日期", en: "Decided on")) { $0.decidedOn },
    ]
}
