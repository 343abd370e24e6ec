import Kernel
import Markup
import Organization
import Shell

/// The people behind one figure of the board.
struct TurnoverListPage: PageModel {
    let question: TurnoverListQuestion
    let period: TurnoverPeriod
    /// Of the group or the manager.
    let group: Phrase?
    let count: Int
    /// Place of the first row, from 0.
    let first: Int
    let people: [TurnoverPerson]
    /// Whether the figure counts people whom the viewer may not list.
    let isPart: Bool
    let counted: String?

    static let length = 50
    static var width: AppFrame.Width { .full }
    var trail: [Crumb] { [TurnoverTabs.crumb] }

    var title: Phrase {
        let part = question.part == .leavers ? question.board.kind.name : question.part.name
        return Phrase(zh: "\(part.zh)：\(period.name.zh)", en: "\(part.en): \(period.name.en)")
    }

    func heading(_ view: PageView) -> any Heading {
        let number = TurnoverWords.number(count)
        let words = group.map { Phrase(zh: "\($0.zh)，", en: "\($0.en), ") } ?? Phrase(verbatim: "")
        return PageHead(
            title, count: Phrase(zh: "\(number.zh) 人次", en: number.en),
            note: Phrase(zh: "\(words.zh)\(period.days.zh)", en: "\(words.en)\(period.days.en)"),
            breadcrumbs: trail.steps)
    }

    func content(_ view: PageView) -> HTML {
        HTML {
            if let counted { p(.class("hint")) { TurnoverWords.countedBefore(counted) } }
            if isPart {
                Notice(.information) {
                    p {
                        Phrase(
                            zh: "此处只列出您有权查看的人员，人数可能少于离职分析中的数字。",
                            en: "Only people you may see are listed; the figure may count more.")
                    }
                }
            }
            ListPage(
                export: view.exports(of: "/turnover/people"), table: table,
                pages: Pagination(
                    previous: first > 0 ? view.address(with: "after", String(max(0, first - Self.length))) : nil,
                    next: first + people.count < count
                        ? view.address(with: "after", String(first + people.count)) : nil,
                    shown: people.isEmpty ? 0...0 : first + 1...first + people.count, total: .exact(count)),
                empty: EmptyState(
                    title: Phrase(zh: "没有符合条件的人员", en: "Nobody here"),
                    explanation: Phrase(
                        zh: "这个数字为 0。请返回离职分析，选择其他周期或分组。",
                        en: "The figure is zero. Go back and pick another period or group.")
                ) { a(.class("button"), .href(question.board.address("/turnover"))) { TurnoverTabs.title } })
        }
    }

    private var table: DataTable {
        DataTable(
            id: "people", caption: title,
            columns: [
                TableColumn(Phrase(zh: "姓名", en: "Name")), TableColumn(Phrase(zh: "工号", en: "Number")),
                TableColumn(TurnoverWords.unit, isOnCard: true), TableColumn(Phrase(zh: "岗位", en: "Position")),
                TableColumn(Phrase(zh: "职级", en: "Level")),
                TableColumn(Phrase(zh: "入职日期", en: "Hired")),
                TableColumn(Phrase(zh: "最后工作日", en: "Last day"), isOnCard: true),
                TableColumn(Phrase(zh: "司龄（天）", en: "Tenure (days)"), isNumber: true),
                TableColumn(Phrase(zh: "离职原因", en: "Reason"), isOnCard: true), TableColumn(TurnoverWords.kind),
            ], rows: people.map(Self.row), phone: .twoLines, hidesCaption: true)
    }

    private static func row(_ person: TurnoverPerson) -> TableRow {
        TableRow(
            [
                .text(person.name), .text(person.number), .text(person.unit ?? "—"), .text(person.position ?? "—"),
                .text(person.level ?? "—"), .day(person.hireDay), .day(person.lastDay),
                person.tenure.map { .count($0) } ?? "—", .words(person.reason?.name ?? Phrase(verbatim: "—")),
                .words(state(person)),
            ], target: person.isOpen ? URLText("/people/\(person.id)") : nil)
    }

    static func state(_ person: TurnoverPerson) -> Phrase {
        guard person.lastDay != nil else { return Phrase(zh: "在职", en: "In service") }
        let kind = person.kind?.name ?? LeaverKind.unclassified.name
        return person.regret == .regretted
            ? Phrase(zh: "\(kind.zh)（遗憾）", en: "\(kind.en), regretted") : kind
    }
}
