import Kernel
import Markup
import SQL
import Shell

/// What is recorded about me: facts, signals, purposes, and who looked.
struct MyRecordPage: PageModel {
    /// False for an account that is nobody's.
    let isEmployee: Bool
    /// Of the values shown.
    let day: Day?
    let facts: [MyRecord.FactLine]
    let signals: [MyRecord.SignalLine]
    let watches: [MyRecord.Watch]
    let looks: [MyRecord.Look]
    let contests: [Contest]

    static let words = Phrase(zh: "我的记录", en: "My record")
    static let crumb = Crumb(words, "/my-record")

    static func load(_ viewer: Viewer, _ house: House, _ tx: Transaction) throws -> MyRecordPage {
        let published = try SignalRegister.facts(house, tx)
        guard let subject = viewer.subject else {
            return MyRecordPage(
                isEmployee: false, day: nil, facts: [], signals: [], watches: try MyRecord.watches(published, tx),
                looks: [], contests: [])
        }
        let (day, facts) = try MyRecord.facts(of: subject, on: house.today, published, tx)
        return MyRecordPage(
            isEmployee: true, day: day, facts: facts, signals: try MyRecord.hits(of: subject, published, tx),
            watches: try MyRecord.watches(published, tx),
            looks: try MyRecord.looks(at: subject, by: viewer.account, house, tx),
            contests: try MyRecord.contests(of: subject, house, tx))
    }

    var title: Phrase { Phrase(zh: "系统里记录了我什么？", en: "What is recorded about me?") }

    func heading(_ view: PageView) -> any Heading {
        PageHead(
            title,
            note: Phrase(
                zh: "这里列出用于分析的全部数据项、由此产生的信号，以及用途、依据、保存期限，以及谁查看过。认为有误可以提出异议，人力资源会在期限内答复。",
                en:
                    "Every fact used for analysis, the signals made of them, what for, on what basis, how long, and who "
                    + "looked. Contest what is wrong; HR answers in time."))
    }

    func content(_ view: PageView) -> HTML {
        HTML {
            if !isEmployee {
                Notice(.information) {
                    p {
                        Phrase(
                            zh: "此账号没有关联员工档案，因此没有个人记录。",
                            en: "This account belongs to no employee, so nothing is recorded about it.")
                    }
                }
            } else {
                if !contests.isEmpty { contestTable(view) }
                section {
                    h2 { Phrase(zh: "关于我的信号", en: "Signals about me") }
                    signalTable(view)
                }
                section {
                    h2 { Phrase(zh: "关于我的数据", en: "Facts about me") }
                    if let day {
                        p(.class("hint")) { Phrase(zh: "截至 \(day)。", en: "As of \(day).") }
                    } else {
                        p(.class("hint")) {
                            Phrase(zh: "还没有生成过快照，首次生成后显示数值。", en: "No snapshot was taken yet; values follow.")
                        }
                    }
                    factTable(view)
                }
            }
            section {
                h2 { Phrase(zh: "对所有员工使用的信号", en: "Signals in use for everybody") }
                watchTable
            }
            if isEmployee {
                section {
                    h2 { Phrase(zh: "谁查看或处理过我的资料", en: "Who looked at or worked on my data") }
                    lookTable
                }
            }
        }
    }

    private func contestTable(_ view: PageView) -> DataTable {
        DataTable(
            id: "contests", caption: Phrase(zh: "我提出的异议", en: "My contests"),
            columns: [
                TableColumn(Phrase(zh: "异议", en: "Contest")), TableColumn(Phrase(zh: "提出时间", en: "Raised")),
                TableColumn(Phrase(zh: "答复期限", en: "Answer by")), TableColumn(SignalWords.state),
            ],
            rows: contests.map { one in
                TableRow(
                    [
                        .words(one.name), .text(one.raised), .day(one.due),
                        TableCell { ContestsPage.badge(one, view.today) },
                    ], target: URLText("/my-record/contests/\(one.id)"))
            }, phone: .twoLines)
    }

    private func signalTable(_ view: PageView) -> DataTable {
        DataTable(
            id: "my-signals", caption: Phrase(zh: "关于我的信号", en: "Signals about me"),
            columns: [
                TableColumn(SignalWords.signal), TableColumn(SignalWords.value, isOnCard: true),
                TableColumn(SignalWords.since, isOnCard: true), TableColumn(SignalWords.purpose),
                TableColumn(SignalWords.basis), TableColumn(SignalWords.kept), TableColumn(SignalWords.state),
                TableColumn(Phrase(zh: "操作", en: "Action")),
            ],
            rows: signals.map { line in
                TableRow([
                    .words(line.name), .words(line.value), .day(line.day), .words(line.purpose),
                    .words(line.basis.name), .words(.kept(months: line.keptMonths)),
                    TableCell {
                        if line.isWithdrawn {
                            StatusBadge(.over, Phrase(zh: "已撤销", en: "Withdrawn"))
                        } else if let until = line.until {
                            StatusBadge(.over, Phrase(zh: "已于 \(until) 结束", en: "Over since \(until)"))
                        } else {
                            StatusBadge(.attention, SignalHits.Filter.State.open.name)
                        }
                    },
                    contestCell(line.name, "matter=signal&hit=\(line.id)", isOpen: !line.isWithdrawn),
                ])
            }, phone: .cards, hidesCaption: true, empty: Phrase(zh: "没有关于您的信号。", en: "There is no signal about you."))
    }

    private func factTable(_ view: PageView) -> DataTable {
        DataTable(
            id: "my-facts", caption: Phrase(zh: "关于我的数据", en: "Facts about me"),
            columns: [
                TableColumn(SignalWords.fact), TableColumn(SignalWords.value), TableColumn(SignalWords.purpose),
                TableColumn(SignalWords.basis), TableColumn(SignalWords.kept), TableColumn(SignalWords.audience),
                TableColumn(Phrase(zh: "操作", en: "Action")),
            ],
            rows: facts.map { line in
                TableRow([
                    .words(line.name),
                    line.isExcluded
                        ? .unknown(Phrase(zh: "经核实有误，更正前停止使用", en: "found wrong; not used until corrected"))
                        : line.value.map { .words($0) } ?? .unknown(Phrase(zh: "没有记录", en: "nothing is recorded")),
                    .words(line.purpose), .words(line.basis.name), .words(.kept(months: line.keptMonths)),
                    .words(line.audience.name),
                    contestCell(line.name, "matter=fact&code=\(line.code)", isOpen: line.value != nil),
                ])
            }, phone: .cards, hidesCaption: true,
            empty: Phrase(zh: "目前没有用于分析的数据。", en: "No facts are used for analysis."))
    }

    private func contestCell(_ name: Phrase, _ query: String, isOpen: Bool) -> TableCell {
        guard isOpen else { return .text("—") }
        let target = URLText("/my-record/contests/new?\(query)")
        return TableCell {
            a(.href(target)) {
                Phrase(zh: "提出异议", en: "Contest")
                span(.class("unseen")) { Phrase(zh: "：\(name.zh)", en: ": \(name.en)") }
            }
        }
    }

    private var watchTable: DataTable {
        DataTable(
            id: "watches", caption: Phrase(zh: "对所有员工使用的信号", en: "Signals in use for everybody"),
            columns: [
                TableColumn(SignalWords.signal), TableColumn(SignalWords.rule), TableColumn(SignalWords.purpose),
                TableColumn(SignalWords.basis), TableColumn(SignalWords.kept), TableColumn(SignalWords.audience),
            ],
            rows: watches.map { one in
                TableRow([
                    .words(one.name), .words(one.rule), .words(one.purpose), .words(one.basis.name),
                    .words(.kept(months: one.keptMonths)), .words(one.audience.name),
                ])
            }, phone: .cards, hidesCaption: true, empty: Phrase(zh: "目前没有启用的信号。", en: "No signal is in use."))
    }

    private var lookTable: DataTable {
        DataTable(
            id: "looks", caption: Phrase(zh: "谁查看或处理过我的资料", en: "Who looked at or worked on my data"),
            columns: [
                TableColumn(Phrase(zh: "谁", en: "Who")), TableColumn(Phrase(zh: "时间", en: "When")),
                TableColumn(Phrase(zh: "做了什么", en: "What")),
            ],
            rows: looks.map { TableRow([.text($0.who), .text($0.when), .words($0.action)]) }, phone: .twoLines,
            hidesCaption: true, empty: Phrase(zh: "没有他人查看或处理的记录。", en: "Nobody else did so far."))
    }
}
