import Kernel
import Markup
import Organization
import SQL
import Shell

/// Interviews of both kinds, and leavers nobody talked to yet.
struct InterviewsPage: PageModel {
    enum Tab: String, Codable, Sendable, CaseIterable {
        case due, exit, stay

        var name: Phrase {
            switch self {
            case .due: Phrase(zh: "待面谈", en: "To be held")
            case .exit: LeavingWords.exit
            case .stay: LeavingWords.stay
            }
        }
    }

    struct Line: Codable, Sendable {
        /// Of the interview; of the separation for interviews that are due.
        let id: Int64
        let person: ID<Person>
        let name: String
        let number: String
        let unit: String?
        /// Held on, or the last day worked.
        let day: Day
        let heldBy: String?
        let reason: SeparationReason?
        let decision: ExitInterview.Decision?
        let outlook: StayInterview.Outlook?
        let followUpOn: Day?
    }

    let tab: Tab
    let reason: SeparationReason?
    let rows: [Line]
    let next: Int64?

    var title: Phrase { LeavingWords.interviews }
    var trail: [Crumb] { [LeavingWords.boardTrail] }
    static var width: AppFrame.Width { .full }

    func content(_ view: PageView) -> HTML {
        HTML {
            Tabs(
                Tab.allCases.map {
                    .init(
                        $0.name, URLText(path: "/leaving/interviews", query: [("tab", $0.rawValue)]),
                        isCurrent: $0 == tab)
                })
            ListPage(
                filters: tab == .exit ? filter(view) : nil, export: view.exports(of: "/leaving/interviews"),
                table: table(view),
                pages: Pagination(previous: nil, next: next.map { view.address(with: "before", String($0)) }),
                empty: EmptyState(
                    title: tab == .due
                        ? Phrase(zh: "没有待安排的离职面谈", en: "No exit interview is due")
                        : Phrase(zh: "还没有面谈记录", en: "No interviews yet"),
                    explanation: tab == .due
                        ? Phrase(
                            zh: "已登记主动离职、最后工作日在近 60 天之内或之后、尚未面谈的员工会出现在这里。",
                            en: "Voluntary leavers of the last 60 days and to come nobody talked to appear here.")
                        : Phrase(
                            zh: "在员工的“离职与留任”页面登记面谈。", en: "Record interviews on a person’s page of leaving and staying."
                        )))
        }
    }

    private func filter(_ view: PageView) -> FilterBar {
        FilterBar(
            "/leaving/interviews",
            filters: [
                .select(
                    "reason", Phrase(zh: "原因", en: "Reason"),
                    [Choice("", Phrase(zh: "全部", en: "All"))]
                        + ExitInterview.reasons.map { Choice($0.rawValue, $0.name) },
                    chosen: reason?.rawValue ?? "")
            ], hidden: view.kept(without: ["reason"]), active: reason == nil ? 0 : 1)
    }

    private func table(_ view: PageView) -> DataTable {
        let day = tab == .due ? Phrase(zh: "最后工作日", en: "Last day") : LeavingWords.heldOn
        let fourth = tab == .stay ? LeavingWords.followUp : LeavingWords.mainReason
        return DataTable(
            id: "interviews", caption: tab.name,
            columns: [
                TableColumn(SignalWords.person), TableColumn(SignalWords.unit, isOnCard: true),
                TableColumn(day, isOnCard: true), TableColumn(LeavingWords.heldBy),
                TableColumn(fourth, isOnCard: true), TableColumn(SignalWords.state),
            ],
            rows: rows.map { line in
                TableRow(
                    [
                        .text(line.name), .text(line.unit ?? "—"), .day(line.day), .text(line.heldBy ?? "—"),
                        tab == .stay
                            ? .day(line.followUpOn)
                            : line.reason.map { .words($0.name) } ?? .unknown(LeavingWords.notGiven),
                        TableCell {
                            if let decision = line.decision { ExitInterviewPage.badge(decision) }
                            if let outlook = line.outlook { StayInterviewPage.badge(outlook) }
                            if tab == .due {
                                StatusBadge(line.day < view.today ? .bad : .attention, Tab.due.name)
                            }
                        },
                    ], target: URLText(target(line)))
            }, phone: .twoLines, hidesCaption: true)
    }

    private func target(_ line: Line) -> String {
        switch tab {
        case .due: "/people/\(line.person)/leaving"
        case .exit: "/exit-interviews/\(line.id)"
        case .stay: "/stay-interviews/\(line.id)"
        }
    }

    /// Of the exported list.
    static let columns: [ExportColumn<Line>] = [
        .text(Phrase(zh: "工号", en: "Number")) { $0.number }, .text(SignalWords.person) { $0.name },
        .text(SignalWords.unit) { $0.unit }, .day(Phrase(zh: "日期", en: "Day")) { $0.day },
        .text(LeavingWords.heldBy) { $0.heldBy }, .words(LeavingWords.mainReason, .personal) { $0.reason?.name },
        .words(LeavingWords.decision, .personal) { $0.decision?.name },
        .words(LeavingWords.outlook, .personal) { $0.outlook?.name },
        .day(LeavingWords.followUp) { $0.followUpOn },
    ]
}

extension InterviewsPage {
    /// One page of a tab, the newest first; interviews that are due by last day, the earliest first.
    static func rows(
        _ tab: Tab, reason: SeparationReason?, before: Int64?, limit: Int, as viewer: Viewer, today: Day,
        _ tx: Transaction
    ) throws -> [Line] {
        let seen = Interviews.visible(viewer)
        let further: Query = before.map { "and i.id < \($0)" } ?? .empty
        let rows: Query
        var order: Query = "i.id desc"
        switch tab {
        case .due:
            order = "i.last_day, i.id"
            let further: Query =
                before.map {
                    "and (i.last_day, i.id) > (select o.last_day, o.id from separations o where o.id = \($0))"
                } ?? .empty
            rows =
                """
                select i.id, s.person_id, s.name, s.number, s.unit_names, i.last_day, null, i.reason, null, null, null
                from separations i join staff s on s.person_id = i.person_id
                where i.kind = 'voluntary' and i.last_day >= \(today - 60) and \(seen) \(further)
                    and not exists (select 1 from exit_interviews e where e.separation_id = i.id)
                """
        case .exit:
            let narrowed: Query =
                reason.map {
                    "and exists (select 1 from exit_reasons q where q.interview_id = i.id and q.reason = \($0))"
                } ?? .empty
            rows =
                """
                select i.id, s.person_id, s.name, s.number, s.unit_names, i.held_on, i.held_by, r.reason, i.decision,
                    null, null
                from exit_interviews i join staff s on s.person_id = i.person_id
                left join exit_reasons r on r.interview_id = i.id and r.is_main = 1
                where \(seen) \(further) \(narrowed)
                """
        case .stay:
            rows =
                """
                select i.id, s.person_id, s.name, s.number, s.unit_names, i.held_on, i.held_by, null, null, i.outlook,
                    case when i.followed_up_on is null then i.follow_up_on end
                from stay_interviews i join staff s on s.person_id = i.person_id where \(seen) \(further)
                """
        }
        return try tx.rows("\(rows) order by \(order) limit \(limit)") { row in
            Line(
                id: try row.value(), person: try row.value(), name: try row.value(), number: try row.value(),
                unit: try row.value(), day: try row.value(), heldBy: try row.value(), reason: try row.value(),
                decision: try row.value(), outlook: try row.value(), followUpOn: try row.value())
        }
    }
}

extension ListExport {
    static let interviews = ListExport(
        "interviews", of: "/leaving/interviews", Phrase(zh: "导出面谈记录", en: "Export the interviews"),
        reading: .readInterviews, query: LeavingRoutes.listQuery
    ) { asked in
        let (viewer, today) = (asked.viewer, asked.house.today)
        let (tab, reason) = try LeavingRoutes.asked(asked.query)
        return Export(
            LeavingWords.interviews, columns: InterviewsPage.columns.seen(by: viewer, .readInterviews)
        ) { cursor, tx in
            let batch = Export<InterviewsPage.Line>.batch
            let rows = try InterviewsPage.rows(
                tab, reason: reason, before: cursor, limit: batch, as: viewer, today: today, tx)
            return (rows, rows.count < batch ? nil : rows.last?.id)
        }
    }
}
