import Kernel
import Markup
import SQL
import Shell

/// The register of signals, with how often each fired.
struct SignalsPage: PageModel {
    struct Line: Codable, Sendable {
        let code: String
        let name: Phrase
        let rule: Phrase
        /// Nil while no published fact can feed it.
        let factName: Phrase?
        /// What it waits for.
        let wanted: String
        let severity: Signal.Severity
        let audience: FieldClass
        let version: Int
        let isActive: Bool
        /// In the last twelve months, about people the viewer may see; nil for a class that is not theirs.
        let fired: Int?
        let open: Int?
    }

    let lines: [Line]

    static func load(_ viewer: Viewer, _ house: House, _ tx: Transaction) throws -> SignalsPage {
        let facts = try SignalRegister.facts(house, tx)
        let counts = try SignalRegister.counts(since: house.today.adding(months: -12), as: viewer, tx)
        return SignalsPage(
            lines: try SignalRegister.current(facts, tx).map { signal in
                let fact = facts[signal.fact]
                let count = counts[signal.code] ?? (fired: 0, open: 0)
                let isCounted = SignalRegister.isCounted(signal.audience, for: viewer)
                return Line(
                    code: signal.code, name: signal.name, rule: signal.rule.words(over: fact),
                    factName: fact?.name, wanted: signal.fact, severity: signal.severity, audience: signal.audience,
                    version: signal.version, isActive: signal.isActive,
                    fired: isCounted ? count.fired : nil, open: isCounted ? count.open : nil)
            })
    }

    var title: Phrase { SignalWords.register }
    static var width: AppFrame.Width { .full }

    func heading(_ view: PageView) -> any Heading {
        PageHead(
            title,
            note: Phrase(
                zh: "信号只能建立在已公布的数据项上，每位员工都能看到这份清单和自己的记录。私聊、上网和求职网站活动不在其中，也不能添加。",
                en: "A signal can only watch a published fact, and everybody can read this list and their own record. "
                    + "Private chats, browsing and job sites are not among them and cannot be added."),
            actions: [PageAction.link(SignalWords.hits, "/signals/hits", look: .plain)]
                + (view.viewer?.keepsSignals == true
                    ? [.link(Phrase(zh: "新建信号", en: "New signal"), "/signals/new", look: .primary)] : []))
    }

    func content(_ view: PageView) -> HTML {
        ListPage(
            export: view.exports(of: "/signals"),
            table: DataTable(
                id: "signals", caption: title,
                columns: [
                    TableColumn(SignalWords.signal), TableColumn(SignalWords.fact),
                    TableColumn(SignalWords.rule, isOnCard: true), TableColumn(SignalWords.audience),
                    TableColumn(SignalWords.severity, isOnCard: true), TableColumn(SignalWords.version, isNumber: true),
                    TableColumn(Phrase(zh: "近 12 个月触发", en: "Fired in 12 months"), isNumber: true),
                    TableColumn(Phrase(zh: "进行中", en: "Open"), isNumber: true), TableColumn(SignalWords.state),
                ],
                rows: lines.map { line in
                    TableRow(
                        [
                            .words(line.name), line.factName.map { .words($0) } ?? .unknown(SignalPage.waiting),
                            .words(line.rule), .words(line.audience.name),
                            TableCell { Badge(line.severity.badge, line.severity.short) }, .count(line.version),
                            SignalPage.counted(line.fired), SignalPage.counted(line.open),
                            TableCell { Self.badge(isActive: line.isActive, waits: line.factName == nil) },
                        ], target: URLText("/signals/\(line.code)"))
                }, phone: .twoLines, hidesCaption: true)
        ).html
    }

    static func badge(isActive: Bool, waits: Bool) -> StatusBadge {
        if !isActive { return StatusBadge(.over, Phrase(zh: "停用", en: "Not in use")) }
        return waits
            ? StatusBadge(.planned, Phrase(zh: "等待数据", en: "Waits for data"))
            : StatusBadge(.good, Phrase(zh: "启用", en: "In use"))
    }

    /// Of the exported list.
    static let columns: [ExportColumn<Line>] = [
        .words(SignalWords.signal) { $0.name }, .words(SignalWords.fact) { $0.factName },
        .words(SignalWords.rule) { $0.rule }, .words(SignalWords.severity) { $0.severity.short },
        .words(SignalWords.audience) { $0.audience.name }, .integer(SignalWords.version) { $0.version },
        .integer(Phrase(zh: "近 12 个月触发", en: "Fired in 12 months")) { $0.fired },
        .integer(Phrase(zh: "进行中", en: "Open")) { $0.open },
        .words(SignalWords.state) {
            SignalsPage.badge(isActive: $0.isActive, waits: $0.factName == nil).word
        },
    ]
}

extension ListExport {
    static let signals = ListExport(
        "signals", of: "/signals", Phrase(zh: "导出预警信号", en: "Export the signals"), reading: .readSignals
    ) { asked in
        let (viewer, house) = (asked.viewer, asked.house)
        return Export(SignalWords.register, columns: SignalsPage.columns) { tx in
            try SignalsPage.load(viewer, house, tx).lines
        }
    }
}
