import Kernel
import Markup
import Shell

/// Who is in which signal now, and who was.
struct SignalHitsPage: PageModel {
    let rows: [SignalHits.Line]
    let next: ID<SignalHits.Line>?
    let signals: [SignalChoice]
    let state: SignalHits.Filter.State

    struct SignalChoice: Codable, Sendable {
        let code: String
        let name: Phrase
    }

    var title: Phrase { SignalWords.hits }
    var trail: [Crumb] { [SignalWords.trail] }
    static var width: AppFrame.Width { .full }

    func heading(_ view: PageView) -> any Heading {
        PageHead(
            title,
            note: Phrase(
                zh: "只包含您有权查看的员工。信号是提示，不是结论：先了解情况，再决定是否谈话。",
                en: "Only people you may see. A signal is a hint, not a finding: look into it before you talk."),
            breadcrumbs: trail.steps)
    }

    func content(_ view: PageView) -> HTML {
        HTML {
            Tabs(
                SignalHits.Filter.State.allCases.map {
                    .init(
                        $0.name, view.listAddress(with: "state", $0 == .open ? nil : $0.rawValue),
                        isCurrent: $0 == state)
                })
            ListPage(
                filters: filters(view), active: ActiveFilters(chips(view), clearAll: "/signals/hits"),
                export: view.exports(of: "/signals/hits"), table: table(view),
                pages: Pagination(previous: nil, next: next.map { view.address(with: "before", $0.description) }),
                empty: empty(view))
        }
    }

    private func empty(_ view: PageView) -> EmptyState {
        let isNarrowed = ["q", "signal", "severity", "day", "person"].contains { view.query[$0] != nil }
        guard isNarrowed else {
            return EmptyState(
                title: Phrase(zh: "没有触发记录", en: "Nothing to show"),
                explanation: Phrase(
                    zh: "每天夜里检查前一天的数据；触发的信号会出现在这里。",
                    en: "Every night the day before is looked at; what the rules find appears here."))
        }
        return EmptyState(
            title: Phrase(zh: "没有符合条件的触发记录", en: "Nothing matches"),
            explanation: Phrase(
                zh: "请减少或更换条件；姓名和工号需要完整填写。",
                en: "Try fewer or other filters; a name or number has to be whole.")
        ) { a(.class("button"), .href("/signals/hits")) { Phrase(zh: "清除条件", en: "Clear filters") } }
    }

    private func filters(_ view: PageView) -> FilterBar {
        let all = Choice("", Phrase(zh: "全部", en: "All"))
        return FilterBar(
            "/signals/hits",
            search: .init(view.query["q"] ?? "", hint: Phrase(zh: "姓名或工号", en: "Name or number")),
            filters: [
                .select(
                    "signal", SignalWords.signal, [all] + signals.map { Choice($0.code, $0.name) },
                    chosen: view.query["signal"] ?? ""),
                .select(
                    "severity", SignalWords.severity,
                    [all] + Signal.Severity.allCases.map { Choice($0.rawValue, $0.short) },
                    chosen: view.query["severity"] ?? ""),
                .day("day", SignalWords.since, view.query["day"] ?? ""),
            ], hidden: view.kept(without: ["q", "signal", "severity", "day"]),
            active: ["signal", "severity", "day"].filter { view.query[$0] != nil }.count)
    }

    private func chips(_ view: PageView) -> [ActiveFilters.Chip] {
        var chips: [ActiveFilters.Chip] = []
        if view.query["person"] != nil {
            let name = rows.first?.name ?? "—"
            chips.append(
                .init(
                    Phrase(zh: "员工：\(name)", en: "Person: \(name)"), removal: view.listAddress(with: "person", nil)))
        }
        if let code = view.query["signal"], let signal = signals.first(where: { $0.code == code }) {
            chips.append(
                .init(
                    Phrase(zh: "信号：\(signal.name.zh)", en: "Signal: \(signal.name.en)"),
                    removal: view.listAddress(with: "signal", nil)))
        }
        if let severity = view.query["severity"].flatMap(Signal.Severity.init(rawValue:)) {
            chips.append(
                .init(
                    Phrase(zh: "严重程度：\(severity.short.zh)", en: "Severity: \(severity.short.en)"),
                    removal: view.listAddress(with: "severity", nil)))
        }
        if let day = view.query["day"] {
            chips.append(
                .init(
                    Phrase(zh: "起始日期：\(day)", en: "Since: \(day)"), removal: view.listAddress(with: "day", nil)))
        }
        return chips
    }

    private func table(_ view: PageView) -> DataTable {
        DataTable(
            id: "hits", caption: title,
            columns: [
                TableColumn(SignalWords.person), TableColumn(SignalWords.unit),
                TableColumn(SignalWords.signal, isOnCard: true), TableColumn(SignalWords.value, isOnCard: true),
                TableColumn(SignalWords.since, isOnCard: true), TableColumn(SignalWords.until),
                TableColumn(SignalWords.version, isNumber: true), TableColumn(SignalWords.severity),
                TableColumn(SignalWords.state),
            ],
            rows: rows.map { line in
                TableRow(
                    [
                        .text(line.name), .text(line.unit ?? "—"), .words(line.signalName), .words(line.lastValue),
                        .day(line.day), .day(line.until), .count(line.version),
                        TableCell { Badge(line.severity.badge, line.severity.short) },
                        TableCell { Self.badge(line, view.today) },
                    ], target: URLText("/signals/hits/\(line.id)"))
            }, phone: .twoLines, hidesCaption: true)
    }

    static func badge(_ line: SignalHits.Line, _ today: Day) -> StatusBadge {
        if line.isWithdrawn { return StatusBadge(.over, Phrase(zh: "经异议撤销", en: "Withdrawn after a contest")) }
        switch line.state(on: today) {
        case .open, .all: return StatusBadge(.attention, SignalHits.Filter.State.open.name)
        case .snoozed:
            let until = line.snoozedUntil?.iso ?? "—"
            return StatusBadge(.planned, Phrase(zh: "暂缓至 \(until)", en: "Snoozed until \(until)"))
        case .over: return StatusBadge(.over, SignalHits.Filter.State.over.name)
        }
    }

    /// Of the exported list.
    static let columns: [ExportColumn<SignalHits.Line>] = [
        .text(Phrase(zh: "工号", en: "Number")) { $0.number }, .text(SignalWords.person) { $0.name },
        .text(SignalWords.unit) { $0.unit }, .words(SignalWords.signal) { $0.signalName },
        .integer(SignalWords.version) { $0.version }, .words(SignalWords.severity) { $0.severity.short },
        .words(Phrase(zh: "触发时的数值", en: "Value at first")) { $0.value },
        .words(Phrase(zh: "最近数值", en: "Latest value")) { $0.lastValue },
        .day(SignalWords.since) { $0.day }, .day(SignalWords.until) { $0.until },
        .day(Phrase(zh: "暂缓至", en: "Snoozed until")) { $0.snoozedUntil },
        .text(Phrase(zh: "暂缓原因", en: "Why snoozed")) { $0.snoozeReason },
    ]
}

extension ListExport {
    static let signalHits = ListExport(
        "signal-hits", of: "/signals/hits", Phrase(zh: "导出触发记录", en: "Export the hits"), reading: .readSignals,
        query: SignalRoutes.hitQuery
    ) { asked in
        let (viewer, house) = (asked.viewer, asked.house)
        let filter = try SignalHits.Filter(asked.query)
        return Export(SignalWords.hits, columns: SignalHitsPage.columns) { cursor, tx in
            let batch = Export<SignalHits.Line>.batch
            let rows = try SignalHits.rows(filter, before: cursor, limit: batch, as: viewer, house, tx)
            return (rows, rows.count < batch ? nil : rows.last?.id.rawValue)
        }
    }
}
