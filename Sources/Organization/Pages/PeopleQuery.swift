import Kernel
import Markup
import SQL
import Shell

/// What may stand behind `/people?`, and how it is read.
enum PeopleQuery {
    static let fields = [
        FormField("q", .text(maximum: 100), Phrase(zh: "姓名、拼音、工号", en: "Name, pinyin, number")),
        FormField(
            "status", .choice(DirectoryFilter.Status.allCases.map { Choice($0.rawValue, $0.name) }),
            Phrase(zh: "状态", en: "State")),
        FormField("unit", .text(), Phrase(zh: "部门（名称或编号）", en: "Unit, by name or id")),
        FormField("position", .record, Phrase(zh: "岗位", en: "Position")),
        FormField("level", .record, Phrase(zh: "职级", en: "Level")),
        FormField(
            "kind", .choice(EmploymentKind.allCases.map { Choice($0.rawValue, $0.name) }),
            Phrase(zh: "用工形式", en: "Kind of employment")),
        FormField("manager", .record, Phrase(zh: "直属上级", en: "Manager")),
        FormField("city", .text(), Phrase(zh: "工作城市", en: "City")),
        FormField("hired_from", .day, Phrase(zh: "入职日期从", en: "Hired from")),
        FormField("hired_through", .day, Phrase(zh: "入职日期至", en: "Hired through")),
        FormField("order", .choice(orders.map { Choice($0, Phrase(verbatim: $0)) }), Phrase(zh: "排序", en: "Order")),
        FormField(
            "columns", .choices(PeopleColumn.allCases.map { Choice($0.rawValue, $0.title) }),
            Phrase(zh: "列", en: "Columns")),
        FormField("as_of", .day, Phrase(zh: "日期", en: "As of")),
    ]

    /// Where in the list a page stands.
    static let place = [
        FormField("after", .record, Phrase(zh: "上一页最后一人", en: "Last person of the page before")),
        FormField("before", .record, Phrase(zh: "下一页第一人", en: "First person of the page after")),
        FormField("first", .integer(1...100_000_000), Phrase(zh: "本页首行的序号", en: "Place of the first row")),
    ]

    private static let orders = DirectoryFilter.Order.allCases.flatMap { [$0.rawValue, "-" + $0.rawValue] }

    /// The day asked for. - Throws: a refusal when it cannot be read.
    static func day(_ query: FormFields) throws -> Day? { try query["as_of"].map { try Day($0) } }

    /// - Throws: a refusal when a day cannot be read. A unit that is not there finds nobody.
    static func filter(_ query: FormFields, _ tx: Transaction) throws -> DirectoryFilter {
        var filter = DirectoryFilter()
        filter.search = query["q"].map { String($0.prefix(100)) }
        filter.status =
            query["status"].flatMap(DirectoryFilter.Status.init) ?? (filter.search == nil ? .present : .all)
        filter.position = query["position"].flatMap { ID($0) }
        filter.level = query["level"].flatMap { ID($0) }
        filter.kind = query["kind"].flatMap(EmploymentKind.init)
        filter.manager = query["manager"].flatMap { ID($0) }
        filter.city = query["city"]
        filter.hiredFrom = try query["hired_from"].map { try Day($0) }
        filter.hiredThrough = try query["hired_through"].map { try Day($0) }
        if let order = query["order"] {
            filter.isReversed = order.hasPrefix("-")
            filter.order =
                DirectoryFilter.Order(rawValue: order.hasPrefix("-") ? String(order.dropFirst()) : order) ?? .name
        }
        if let unit = query["unit"] {
            let id = ID<OrgUnit>(unit)
            filter.unit = try id ?? named(unit, tx)
            if filter.unit == nil { filter.people = [] }
        }
        return filter
    }

    /// The unit of a name, the highest of several.
    private static func named(_ name: String, _ tx: Transaction) throws -> ID<OrgUnit>? {
        try tx.value(
            "select unit_id from unit_paths where name = \(name) order by is_open desc, depth, path limit 1",
            as: ID<OrgUnit>.self)
    }
}
