import Kernel
import Markup
import SQL
import Shell

/// One signal: the version in force, and all versions with how often each fired.
struct SignalPage: PageModel {
    struct Version: Codable, Sendable {
        let version: Int
        let factName: Phrase
        let rule: Phrase
        let severity: Signal.Severity
        let isActive: Bool
        let remark: String?
        let made: String?
        /// About people the viewer may see; nil for a class that is not theirs.
        let fired: Int?
    }

    let code: String
    let name: Phrase
    let factName: Phrase?
    let wanted: String
    let purpose: Phrase
    let basis: LegalBasis
    let keptMonths: Int
    let audience: FieldClass
    let severity: Signal.Severity
    let isActive: Bool
    let rule: Phrase
    let versions: [Version]

    static let waiting = Phrase(zh: "尚无数据来源，等待该数据项公布", en: "no source yet; waits for the fact to be published")

    static func load(
        _ code: String, _ viewer: Viewer, _ house: House, _ tx: Transaction
    ) throws -> SignalPage {
        let facts = try SignalRegister.facts(house, tx)
        let versions = try SignalRegister.versions(of: code, facts, tx)
        guard let now = versions.first else { throw Missing() }
        let fired = try SignalRegister.fired(code, as: viewer, tx)
        return SignalPage(
            code: code, name: now.name, factName: facts[now.fact]?.name, wanted: now.fact, purpose: now.purpose,
            basis: now.basis, keptMonths: now.keptMonths, audience: now.audience, severity: now.severity,
            isActive: now.isActive, rule: now.rule.words(over: facts[now.fact]),
            versions: versions.map { signal in
                Version(
                    version: signal.version, factName: facts[signal.fact]?.name ?? Phrase(verbatim: signal.fact),
                    rule: signal.rule.words(over: facts[signal.fact]), severity: signal.severity,
                    isActive: signal.isActive, remark: signal.remark, made: signal.createdAt.map(house.clockText),
                    fired: SignalRegister.isCounted(signal.audience, for: viewer) ? fired[signal.version] ?? 0 : nil)
            })
    }

    static func counted(_ number: Int?) -> TableCell {
        number.map { .count($0) } ?? .unknown(Phrase(zh: "您无权查看这类数据", en: "not for you"))
    }

    var title: Phrase { name }
    var trail: [Crumb] { [SignalWords.trail] }

    func heading(_ view: PageView) -> any Heading {
        PageHead(
            title, breadcrumbs: trail.steps,
            actions: [
                .link(
                    SignalWords.hits, URLText(path: "/signals/hits", query: [("signal", code)]), look: .plain)
            ]
                + (view.viewer?.keepsSignals == true
                    ? [.link(Phrase(zh: "修改", en: "Edit"), URLText("/signals/\(code)/edit"), look: .primary)] : []))
    }

    func content(_ view: PageView) -> HTML {
        HTML {
            if factName == nil {
                Notice(.information, title: Phrase(zh: "等待数据", en: "Waits for data")) {
                    p {
                        Phrase(
                            zh: "需要的数据项“\(wanted)”尚未公布。请登记并导入对应的指标，或修改信号改用其他数据项。",
                            en: "The fact “\(wanted)” is not published yet. Register and import its metric, or let the "
                                + "signal watch another fact.")
                    }
                }
            }
            KeyValueList([
                .init(
                    SignalWords.state, .part(SignalsPage.badge(isActive: isActive, waits: factName == nil))),
                .init(SignalWords.fact, factName.map { .words($0) } ?? .unknown(Self.waiting)),
                .init(SignalWords.rule, .words(rule)),
                .init(SignalWords.severity, .words(severity.name)),
                .init(SignalWords.purpose, .words(purpose)), .init(SignalWords.basis, .words(basis.name)),
                .init(SignalWords.kept, .words(.kept(months: keptMonths))),
                .init(SignalWords.audience, .words(audience.name)),
            ])
            DataTable(
                caption: Phrase(zh: "历史版本", en: "Versions"),
                columns: [
                    TableColumn(SignalWords.version), TableColumn(SignalWords.fact),
                    TableColumn(SignalWords.rule, isOnCard: true), TableColumn(SignalWords.severity),
                    TableColumn(Phrase(zh: "生效时间", en: "Made")), TableColumn(Phrase(zh: "修改原因", en: "Why")),
                    TableColumn(Phrase(zh: "触发次数", en: "Fired"), isNumber: true), TableColumn(SignalWords.state),
                ],
                rows: versions.map { one in
                    TableRow(
                        [
                            .count(one.version), .words(one.factName), .words(one.rule), .words(one.severity.short),
                            one.made.map { .text($0) } ?? .words(Phrase(zh: "默认", en: "default")),
                            .text(one.remark ?? "—"), Self.counted(one.fired),
                            .words(
                                one.isActive
                                    ? Phrase(zh: "启用", en: "In use") : Phrase(zh: "停用", en: "Not in use")),
                        ], isEmphasised: one.version == versions.first?.version)
                }, phone: .twoLines)
        }
    }
}
