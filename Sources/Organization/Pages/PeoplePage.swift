import Kernel
import Markup
import Shell

/// The directory: everybody the viewer may see, page by page.
struct PeoplePage: PageModel {
    let count: Int
    let rows: [StaffRow]
    let next: ID<Person>?
    /// The place of the first row in the whole list, from 1.
    let first: Int
    let asOf: Day
    let filters: PeopleFilters
    /// Results of the search; nil when nothing was searched for.
    let search: String?

    var title: Phrase { Phrase(zh: "花名册", en: "Directory") }
    static var width: AppFrame.Width { .full }

    func heading(_ view: PageView) -> any Heading {
        let number = NumberFormat.count.phrase(Double(count))
        let people = count == 1 ? "1 person" : "\(number.en) people"
        // A search stops at fifty.
        return isCut
            ? PageHead(title, count: Phrase(zh: "前 \(number.zh) 人", en: "first \(people)"))
            : PageHead(title, count: Phrase(zh: "\(number.zh) 人", en: people))
    }

    private var isCut: Bool { search != nil && count == OrganizationRoutes.searchLimit }

    func content(_ view: PageView) -> HTML {
        HTML {
            ListPage(
                filters: FilterBar(
                    "/people",
                    search: .init(search ?? "", name: "q", hint: Phrase(zh: "姓名、拼音、工号", en: "Name, pinyin, number")),
                    filters: [
                        .select("status", Phrase(zh: "状态", en: "State"), statuses, chosen: filters.status),
                        .select("order", Phrase(zh: "排序", en: "Order"), orders, chosen: filters.order),
                        .day("as_of", nil, view.query["as_of"] ?? ""),
                    ], hidden: filters.unit.map { [HiddenField("unit", $0.description)] } ?? [], active: 0),
                active: chips(view).isEmpty ? nil : ActiveFilters(chips(view), clearAll: "/people"),
                table: table,
                pages: Pagination(
                    previous: nil, next: next.map { following(view, after: $0) },
                    shown: rows.isEmpty ? 0...0 : first...first + rows.count - 1,
                    total: isCut ? .unknown : .exact(count)),
                empty: EmptyState(
                    title: Phrase(zh: "没有符合条件的人员", en: "Nobody matches"),
                    explanation: Phrase(
                        zh: "换一个条件试试；还没有人员时，请先导入花名册。",
                        en: "Try other filters; when there is nobody yet, import your staff list first.")))
        }
    }

    private func chips(_ view: PageView) -> [ActiveFilters.Chip] {
        var chips: [ActiveFilters.Chip] = []
        if let name = filters.unitName {
            chips.append(
                .init(Phrase(zh: "部门：\(name)", en: "Unit: \(name)"), removal: view.address(with: "unit", nil)))
        }
        if let search {
            chips.append(
                .init(Phrase(zh: "搜索：\(search)", en: "Search: \(search)"), removal: view.address(with: "q", nil)))
        }
        return chips
    }

    private func following(_ view: PageView, after last: ID<Person>) -> URLText {
        var query = view.query
        query.set("after", last.description)
        query.set("first", String(first + rows.count))
        return URLText(view.path + "?" + query.urlEncoded)
    }

    /// What is shown without asking stands first and has no value: only what was chosen marks a filter.
    private var statuses: [Choice] {
        let first = search == nil ? DirectoryFilter.Status.present : .all
        let rest = DirectoryFilter.Status.allCases.filter { $0 != first }
        return [Choice("", first.name)] + (search == nil ? rest.map { Choice($0.rawValue, $0.name) } : [])
    }

    private var orders: [Choice] {
        [
            Choice("", Phrase(zh: "按姓名", en: "By name")), Choice("number", Phrase(zh: "按工号", en: "By number")),
            Choice("hire_day", Phrase(zh: "按入职日期（新到旧）", en: "By hire day, newest first")),
            Choice("unit", Phrase(zh: "按部门", en: "By unit")),
        ]
    }

    private var table: DataTable {
        DataTable(
            id: "people", caption: title,
            columns: [
                TableColumn(Phrase(zh: "姓名", en: "Name")), TableColumn(Phrase(zh: "工号", en: "Number")),
                TableColumn(Phrase(zh: "部门", en: "Unit"), isOnCard: true),
                TableColumn(Phrase(zh: "岗位", en: "Position"), isOnCard: true),
                TableColumn(Phrase(zh: "直属上级", en: "Manager")), TableColumn(Phrase(zh: "入职日期", en: "Hired")),
                TableColumn(Phrase(zh: "工作电话", en: "Work phone")), TableColumn(Phrase(zh: "状态", en: "State")),
            ],
            rows: rows.map { row in
                TableRow(
                    [
                        .text(row.name), .text(row.number), .text(row.unitName ?? "—"), .text(row.position ?? "—"),
                        row.work == nil ? .masked : .text(row.work?.managerName ?? "—"),
                        row.work == nil ? .masked : row.work?.hiredOn.map { .day($0) } ?? .text("—"),
                        .text(row.workPhone ?? "—"), row.work.map { .words($0.status.name) } ?? .masked,
                    ], target: URLText("/people/\(row.id)"), key: row.id.description)
            }, phone: .twoLines, hidesCaption: true)
    }
}

/// What the directory is narrowed to, as it stands in the address.
struct PeopleFilters: Codable, Sendable {
    let status: String
    let order: String
    let unit: ID<OrgUnit>?
    let unitName: String?
}
