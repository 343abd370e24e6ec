import Kernel
import Markup
import SQL
import Shell

/// The addresses of the room.
struct OrganizationRoutes: Sendable {
    /// One for the whole application: keeps counts between requests.
    let figures = StaffFigures()

    var all: [Route] {
        [
            .page(
                "/people", .needs(.readPeople), Phrase(zh: "花名册", en: "Directory"), query: Self.peopleQuery, people),
            .page("/people/{id}", .needs(.readPeople), Phrase(zh: "人员", en: "A person"), person),
            .page(
                "/search", .needs(.readPeople), Phrase(zh: "搜索", en: "Search"),
                query: [FormField("q", .text(maximum: 100), Phrase(zh: "关键词", en: "Search for"))], people),
        ] + UnitRoutes(figures: figures).all + HeadcountRoutes(figures: figures).all
            + ContractCalendarRoutes(figures: figures).all + QualityRoutes(figures: figures).all
    }

    /// How many a search shows.
    static let searchLimit = 50

    private static let peopleQuery = [
        FormField("q", .text(maximum: 100), Phrase(zh: "姓名、拼音、工号", en: "Name, pinyin, number")),
        FormField(
            "status", .choice(DirectoryFilter.Status.allCases.map { Choice($0.rawValue, $0.name) }),
            Phrase(zh: "状态", en: "State")),
        FormField(
            "order", .choice(DirectoryFilter.Order.allCases.map { Choice($0.rawValue, Phrase(verbatim: $0.rawValue)) }),
            Phrase(zh: "排序", en: "Order")),
        FormField("unit", .record, Phrase(zh: "部门", en: "Unit")),
        FormField("after", .record, Phrase(zh: "上一页最后一人", en: "Last person of the page before")),
        FormField("first", .integer(1...100_000_000), Phrase(zh: "本页首行的序号", en: "Place of the first row")),
        FormField("as_of", .day, Phrase(zh: "日期", en: "As of")),
    ]

    @Sendable private func people(_ call: Call) async throws -> PeoplePage {
        let viewer = try call.viewer
        var filter = DirectoryFilter()
        filter.status = call.query["status"].flatMap(DirectoryFilter.Status.init) ?? .present
        filter.order = call.query["order"].flatMap(DirectoryFilter.Order.init) ?? .name
        filter.unit = call.query["unit"].flatMap { ID<OrgUnit>($0) }
        let after = call.query["after"].flatMap { ID<Person>($0) }
        let first = call.query["first"].flatMap { Int($0) } ?? 1
        let search = call.query["q"].map { String($0.prefix(100)) }
        let day = call.asOf
        return try await call.read { [filter, figures] tx in
            let unitName = try filter.unit.flatMap { unit in
                try tx.value("select unit_name from staff where unit_id = \(unit) limit 1", as: String.self)
            }
            let shown = PeopleFilters(
                status: filter.status == .present ? "" : filter.status.rawValue,
                order: filter.order == .name ? "" : filter.order.rawValue, unit: filter.unit, unitName: unitName)
            if let search {
                let rows = try Directory.search(search, limit: Self.searchLimit, as: viewer, tx)
                return PeoplePage(
                    count: rows.count, rows: rows, next: nil, first: 1, asOf: day, filters: shown, search: search)
            }
            let page = try Directory.page(filter, asOf: day, after: after, as: viewer, figures, tx)
            return PeoplePage(
                count: page.count, rows: page.rows, next: page.next,
                first: after == nil ? 1 : min(max(1, first), max(1, page.count)), asOf: day, filters: shown, search: nil
            )
        }
    }

    @Sendable private func person(_ call: Call) async throws -> PersonPage {
        let viewer = try call.viewer
        let id = try call.id(of: Person.self)
        let today = call.today
        let keyring = call.house.keyring
        return try await call.read { tx in
            let file = try PersonStore.file(id, as: viewer, keyring, today: today, tx)
            return PersonPage(
                row: file.row, managers: file.managers, reports: file.reports,
                classes: FieldClass.allCases.filter { file.classes.contains($0) },
                personal: file.person.personal.map {
                    .init(
                        gender: $0.gender?.name, born: $0.birthday, phone: $0.phones.first?.text, mail: $0.mails.first)
                }, monthlyPay: file.pay.last { $0.days.contains(today) }?.monthly,
                timeline: PersonTimeline.entries(of: file).sorted { $0.day > $1.day })
        }
    }
}
