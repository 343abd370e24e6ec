import Kernel
import Markup

/// Who did what: the list.
struct AuditPage: PageModel {
    struct Row: Codable, Sendable {
        let number: Int64
        let when: String
        let actor: String
        let address: String
        let action: Phrase
        let record: Phrase
        let recordID: Int64?
    }

    struct Word: Codable, Sendable {
        let code: String
        let name: Phrase
    }

    let rows: [Row]
    /// The number the next page goes on from.
    let next: Int64?
    let actions: [Word]
    let kinds: [Word]

    static let crumb = Crumb(Phrase(zh: "审计日志", en: "Audit log"), "/audit")
    var title: Phrase { Self.crumb.title }
    static var width: AppFrame.Width { .full }

    func heading(_ view: PageView) -> any Heading {
        PageHead(
            title,
            actions: [.link(Phrase(zh: "校验日志", en: "Verify the log"), "/audit/verification", look: .plain)])
    }

    func content(_ view: PageView) -> HTML {
        HTML {
            ListPage(
                filters: FilterBar(
                    "/audit",
                    filters: [
                        .text("actor", Phrase(zh: "操作人", en: "By"), view.query["actor"] ?? ""),
                        .select(
                            "action", Phrase(zh: "操作", en: "Action"), choices(actions),
                            chosen: view.query["action"] ?? ""),
                        .select(
                            "kind", Phrase(zh: "记录类型", en: "Record"), choices(kinds), chosen: view.query["kind"] ?? ""),
                        .text("record", Phrase(zh: "记录编号", en: "Record number"), view.query["record"] ?? ""),
                        .day("from", Phrase(zh: "从", en: "From"), view.query["from"] ?? ""),
                        .day("through", Phrase(zh: "到", en: "Through"), view.query["through"] ?? ""),
                    ],
                    active: ["actor", "action", "kind", "record", "from", "through"].filter { view.query[$0] != nil }
                        .count),
                export: view.exports(),
                table: DataTable(
                    id: "audit", caption: title,
                    columns: [
                        TableColumn(Phrase(zh: "时间", en: "When")),
                        TableColumn(Phrase(zh: "操作人", en: "By"), isOnCard: true),
                        TableColumn(Phrase(zh: "记录", en: "Record"), isOnCard: true),
                        TableColumn(Phrase(zh: "来源地址", en: "From")),
                        TableColumn(Phrase(zh: "操作", en: "Action")),
                    ],
                    rows: rows.map { row in
                        TableRow(
                            [
                                .text(row.when), .text(row.actor),
                                .words(
                                    Phrase(
                                        zh: row.record.zh + (row.recordID.map { " \($0)" } ?? ""),
                                        en: row.record.en + (row.recordID.map { " \($0)" } ?? ""))),
                                .text(row.address), .words(row.action),
                            ], target: URLText("/audit/\(row.number)"))
                    }, phone: .twoLines),
                pages: Pagination(
                    previous: nil, next: next.map { view.address(with: "before", String($0)) }),
                empty: EmptyState(
                    title: Phrase(zh: "没有符合条件的记录", en: "No entries"),
                    explanation: Phrase(
                        zh: "系统中的修改和对敏感信息的查看都会记录在这里。",
                        en: "Changes and looks at sensitive values are recorded here.")))
        }
    }

    private func choices(_ words: [Word]) -> [Choice] {
        [Choice("", Phrase(zh: "全部", en: "All"))] + words.map { Choice($0.code, $0.name) }
    }
}
