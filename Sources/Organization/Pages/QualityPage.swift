import Kernel
import Markup
import Shell

/// What is missing or contradictory: which checks found something, whom, and where it is mended.
struct QualityPage: PageModel {
    struct Line: Codable, Sendable {
        let check: QualityCheck
        let name: Phrase
        let severity: QualityCheck.Severity
        let people: Int
    }

    let lines: [Line]
    /// People with at least one finding.
    let people: Int
    /// People looked at.
    let checked: Int
    /// When it was counted, if the staff list has changed since.
    let counted: String?
    let check: QualityCheck?
    let rows: [StaffRow]
    let next: ID<Person>?
    let first: Int

    init(_ board: QualityBoard, counted: String?, check: QualityCheck?, first: Int) {
        lines = board.counts.map {
            Line(check: $0.check, name: $0.check.name, severity: $0.check.severity, people: $0.people)
        }
        (people, checked, rows, next) = (board.people, board.checked, board.rows, board.next)
        (self.counted, self.check, self.first) = (counted, check, first)
    }

    static let crumb = Crumb(Phrase(zh: "数据质量", en: "Data quality"), "/quality")
    var title: Phrase { check?.name ?? Self.crumb.title }
    var trail: [Crumb] { check == nil ? [] : [Self.crumb] }
    static var width: AppFrame.Width { .full }

    private var count: Int { lines.first { $0.check == check }?.people ?? 0 }

    func heading(_ view: PageView) -> any Heading {
        let number = { (count: Int) in NumberFormat.count.phrase(Double(count)) }
        if let check {
            return PageHead(
                title,
                count: Phrase(zh: "\(number(count).zh) 人", en: count == 1 ? "1 person" : "\(number(count).en) people"),
                note: check.advice, breadcrumbs: trail.steps)
        }
        let (found, all) = (number(people), number(checked))
        return PageHead(
            title,
            note: people == 0
                ? Phrase(zh: "已检查 \(all.zh) 人的档案，没有发现问题。", en: "\(all.en) records were checked; nothing was found.")
                : Phrase(
                    zh: "已检查 \(all.zh) 人的档案，其中 \(found.zh) 人有内容缺失或前后矛盾。请从最严重的一项开始处理。",
                    en:
                        "\(found.en) of \(all.en) records have something missing or contradictory. Start with the most serious."
                ), breadcrumbs: trail.steps)
    }

    func content(_ view: PageView) -> HTML {
        HTML {
            if let counted { p(.class("hint")) { Phrase.countedBefore(counted) } }
            if check == nil { overview(view) } else { list(view) }
        }
    }

    private func overview(_ view: PageView) -> HTML {
        ListPage(
            export: lines.isEmpty ? nil : view.exports(of: "/quality"),
            table: DataTable(
                id: "checks", caption: Phrase(zh: "检查结果", en: "What the checks found"),
                columns: [
                    TableColumn(Phrase(zh: "问题", en: "Problem")), TableColumn(Phrase(zh: "怎么处理", en: "What to do")),
                    TableColumn(Phrase(zh: "严重程度", en: "Weight")),
                    TableColumn(Phrase(zh: "人数", en: "People"), isNumber: true),
                ],
                rows: lines.map { line in
                    TableRow(
                        [
                            .words(line.name), .words(line.check.advice),
                            TableCell { Badge(line.severity.badge, line.severity.name) }, .count(line.people),
                        ], target: URLText(path: "/quality", query: [("check", line.check.rawValue)]))
                }, hidesCaption: true),
            empty: EmptyState(
                title: Phrase(zh: "没有发现问题", en: "Nothing to mend"),
                explanation: Phrase(
                    zh: "这里会列出缺失或矛盾的内容，并带您到可以更正的页面。",
                    en: "What is missing or contradictory is listed here, with the way to the page where it is mended.")
            )
        )
        .html
    }

    private func list(_ view: PageView) -> HTML {
        ListPage(
            filters: FilterBar(
                "/quality",
                filters: [.select("check", Phrase(zh: "检查项", en: "Check"), choices, chosen: check?.rawValue ?? "")]),
            export: rows.isEmpty ? nil : view.exports(of: "/quality"), table: table(view),
            pages: Pagination(
                previous: view.query["after"] == nil
                    ? nil : URLText(path: "/quality", query: [("check", check?.rawValue ?? "")]),
                next: next.map { following(view, after: $0) },
                shown: rows.isEmpty ? nil : first...first + rows.count - 1, total: .exact(count)),
            empty: EmptyState(
                title: Phrase(zh: "这一项没有问题", en: "Nothing of this kind"),
                explanation: Phrase(zh: "可能刚刚已经处理。", en: "It may have been mended just now.")
            ) {
                a(.class("button"), .href("/quality")) { Phrase(zh: "查看全部检查", en: "See all checks") }
            }
        ).html
    }

    /// What found nothing is offered only when it is the one asked for.
    private var choices: [Choice] {
        var choices = [Choice("", Phrase(zh: "全部检查", en: "All checks"))]
        if let check, count == 0 { choices.append(Choice(check.rawValue, check.name)) }
        return choices
            + lines.map {
                Choice($0.check.rawValue, Phrase(zh: "\($0.name.zh)（\($0.people)）", en: "\($0.name.en) (\($0.people))"))
            }
    }

    private func table(_ view: PageView) -> DataTable {
        let mends = check.map { view.can($0.mendingCapability) } ?? false
        return DataTable(
            id: "findings", caption: title,
            columns: [
                TableColumn(FieldName.name), TableColumn(FieldName.number),
                TableColumn(FieldName.unit, isOnCard: true), TableColumn(FieldName.position, isOnCard: true),
                TableColumn(FieldName.hireDay),
                TableColumn(mends ? Phrase(zh: "处理", en: "Mend") : Phrase(zh: "状态", en: "State")),
            ],
            rows: rows.map { row in
                TableRow(
                    [
                        .text(row.name), .text(row.number), .text(row.unitName ?? "—"), .text(row.position ?? "—"),
                        row.work == nil ? .masked : row.work?.hiredOn.map { .day($0) } ?? .text("—"),
                        mends ? mending(row, view) : row.work.map { .words($0.status.name) } ?? .masked,
                    ], target: URLText("/people/\(row.id)"), key: row.id.description)
            }, phone: .twoLines, hidesCaption: true)
    }

    private func mending(_ row: StaffRow, _ view: PageView) -> TableCell {
        guard let check else { return .text("") }
        // Nobody decides about themselves.
        if view.viewer?.subject == row.id.subject,
            check.mendingCapability != .editPeople || check.mendsEmployment
        {
            return .words(Phrase(zh: "由他人处理", en: "For somebody else"))
        }
        return TableCell {
            a(.href(URLText(check.mendingPath(of: row.id)))) {
                Phrase(zh: "去更正", en: "Mend")
                span(.class("unseen")) { Phrase(zh: "：\(row.name)", en: ": \(row.name)") }
            }
        }
    }

    private func following(_ view: PageView, after last: ID<Person>) -> URLText {
        var query = view.query
        query.set("after", last.description)
        query.set("first", String(first + rows.count))
        return URLText("/quality?" + query.urlEncoded)
    }

    /// Of the exported list.
    static let columns: [ExportColumn<QualityFinding>] = [
        .words(Phrase(zh: "严重程度", en: "Weight")) { $0.check.severity.name },
        .words(Phrase(zh: "问题", en: "Problem")) { $0.check.name },
        .text(FieldName.number, .public) { $0.row.number }, .text(FieldName.name, .public) { $0.row.name },
        .text(FieldName.unit, .public) { $0.row.unitPath }, .text(FieldName.position, .public) { $0.row.position },
        .day(FieldName.hireDay) { $0.row.work?.hiredOn },
        .words(Phrase(zh: "怎么处理", en: "What to do")) { $0.check.advice },
    ]
}

extension QualityCheck.Severity {
    var badge: Badge.Kind {
        switch self {
        case .serious: .bad
        case .warning: .warning
        case .hint: .neutral
        }
    }
}
