import Kernel
import Markup
import Shell

/// The directory: everybody the viewer may see, page by page.
struct PeoplePage: PageModel {
    let count: Int
    let rows: [StaffRow]
    let next: ID<Person>?
    let previous: ID<Person>?
    /// The place of the first row in the whole list, from 1.
    let first: Int
    let asOf: Day
    let columns: [PeopleColumn]
    let filters: PeopleFilters
    /// What was searched for; nil when nothing was.
    let search: String?
    let views: [SavedView]

    static let pageLength = 50
    var title: Phrase { Phrase(zh: "花名册", en: "Directory") }
    static var width: AppFrame.Width { .full }

    func heading(_ view: PageView) -> any Heading {
        let number = NumberFormat.count.phrase(Double(count))
        return PageHead(
            title, count: Phrase(zh: "\(number.zh) 人", en: count == 1 ? "1 person" : "\(number.en) people"),
            actions: view.can(.hirePeople)
                ? [.link(Phrase(zh: "办理入职", en: "Hire"), "/people/new", look: .primary)] : [])
    }

    func content(_ view: PageView) -> HTML {
        let chips = filters.chips(view, asOf: asOf)
        return HTML {
            ListPage(
                views: views.tabs(view, list: "/people", usual: usual),
                filters: FilterBar(
                    "/people",
                    search: .init(search ?? "", name: "q", hint: Phrase(zh: "姓名、拼音、工号", en: "Name, pinyin, number")),
                    filters: bar(view), hidden: view.kept(without: Self.asked), active: chips.count),
                active: chips.isEmpty ? nil : ActiveFilters(chips, clearAll: "/people"),
                columns: ColumnChoice(
                    "/people", choices: PeopleColumn.allCases.map { Choice($0.rawValue, $0.title) },
                    chosen: Set(columns.map(\.rawValue)), hidden: view.kept(without: ["columns"])),
                export: view.exports(), table: table(view), bulk: bulk(view),
                pages: Pagination(
                    previous: previous.map { place(view, "before", $0, first: max(1, first - Self.pageLength)) },
                    next: next.map { place(view, "after", $0, first: first + rows.count) },
                    shown: rows.isEmpty ? 0...0 : first...first + rows.count - 1, total: .exact(count)),
                empty: empty(isNarrowed: !chips.isEmpty))
        }
    }

    private var usual: [(Phrase, FormFields)] {
        [DirectoryFilter.Status.present, .probation, .planned, .left].map { status in
            (status.name, FormFields(status == .present ? [] : [("status", status.rawValue)]))
        }
    }

    private static let asked = [
        "q", "status", "unit", "kind", "city", "hired_from", "hired_through", "as_of",
    ]

    private func bar(_ view: PageView) -> [Filter] {
        let kinds = EmploymentKind.allCases.map { Choice($0.rawValue, $0.name) }
        let all = Choice("", Phrase(zh: "全部", en: "All"))
        return [
            .select("status", Phrase(zh: "状态", en: "State"), statuses, chosen: view.query["status"] ?? ""),
            .text(
                "unit", Phrase(zh: "部门", en: "Unit"),
                view.query["unit"] == nil ? "" : filters.unitName ?? view.query["unit"] ?? ""),
            .select("kind", Phrase(zh: "用工形式", en: "Kind"), [all] + kinds, chosen: view.query["kind"] ?? ""),
            .text("city", Phrase(zh: "工作城市", en: "City"), view.query["city"] ?? ""),
            .day("hired_from", Phrase(zh: "入职从", en: "Hired from"), view.query["hired_from"] ?? ""),
            .day("hired_through", Phrase(zh: "入职至", en: "Hired through"), view.query["hired_through"] ?? ""),
            .day("as_of", nil, view.query["as_of"] ?? ""),
        ]
    }

    /// What is shown without asking stands first and has no value: only what was chosen marks a filter.
    private var statuses: [Choice] {
        let first = search == nil ? DirectoryFilter.Status.present : .all
        return [Choice("", first.name)]
            + DirectoryFilter.Status.allCases.filter { $0 != first }.map { Choice($0.rawValue, $0.name) }
    }

    private func place(_ view: PageView, _ name: String, _ person: ID<Person>, first: Int) -> URLText {
        var query = view.listQuery
        query.set(name, person.description)
        query.set("first", String(first))
        return URLText(view.path + "?" + query.urlEncoded)
    }

    private func bulk(_ view: PageView) -> BulkActions? {
        guard view.can(.exportData) else { return nil }
        // The columns and the order of the page go along in the address.
        let query = view.listQuery
        let target = URLText("/people/export" + (query.isEmpty ? "" : "?" + query.urlEncoded))
        return BulkActions([.init(Phrase(zh: "导出所选", en: "Export selected"), target)], hidden: view.hidden)
    }

    private func empty(isNarrowed: Bool) -> EmptyState {
        isNarrowed
            ? EmptyState(
                title: Phrase(zh: "没有符合条件的人员", en: "Nobody matches"),
                explanation: Phrase(zh: "请减少或更换筛选条件。", en: "Try fewer or other filters.")
            ) { a(.class("button"), .href("/people")) { Phrase(zh: "清除条件", en: "Clear filters") } }
            : EmptyState(
                title: Phrase(zh: "花名册里还没有人员", en: "The directory is empty"),
                explanation: Phrase(
                    zh: "导入花名册后，员工会显示在这里。", en: "People appear here once a staff list was imported."))
    }
}
