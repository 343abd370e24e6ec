import Kernel
import Markup
import SQL
import Shell

/// What the directory is narrowed to, as it stands in the address; with the names of what is there by id.
struct PeopleFilters: Codable, Sendable {
    let status: String
    let order: String
    let unit: ID<OrgUnit>?
    let unitName: String?
    let position: String?
    let level: String?
    let manager: String?

    /// One question brings the names, and none when nothing is asked for by id.
    init(_ filter: DirectoryFilter, _ viewer: Viewer, _ tx: Transaction) throws {
        status = filter.status.rawValue
        order = (filter.isReversed ? "-" : "") + filter.order.rawValue
        unit = filter.unit
        var parts: [Query] = []
        if let unit { parts.append("select 'unit', name from unit_paths where unit_id = \(unit)") }
        if let id = filter.position { parts.append("select 'position', name from positions where id = \(id)") }
        if let id = filter.level { parts.append("select 'level', name from levels where id = \(id)") }
        if let id = filter.manager {
            let seen = Visibility.condition(viewer, .readPeople)
            parts.append("select 'manager', s.name from staff s where s.person_id = \(id) and \(seen)")
        }
        var names: [String: String] = [:]
        if let first = parts.first {
            let question = parts.dropFirst().reduce(into: first) { whole, part in
                whole += " union all "
                whole += part
            }
            try tx.each(question) { row in names[try row.value()] = try row.value(String.self) }
        }
        (unitName, position, level, manager) = (names["unit"], names["position"], names["level"], names["manager"])
    }

    /// A chip for everything that narrows the list; each removes itself.
    func chips(_ view: PageView, asOf day: Day) -> [ActiveFilters.Chip] {
        var chips: [ActiveFilters.Chip] = []
        func add(_ name: String, _ label: Phrase, _ value: Phrase?) {
            guard let text = view.query[name] else { return }
            let value = value ?? Phrase(verbatim: text)
            chips.append(
                .init(
                    Phrase(zh: "\(label.zh)：\(value.zh)", en: "\(label.en): \(value.en)"),
                    removal: view.listAddress(with: name, nil)))
        }
        func words(_ name: String?) -> Phrase? { name.map { Phrase(verbatim: $0) } }
        add("q", Phrase(zh: "搜索", en: "Search"), nil)
        add("status", Phrase(zh: "状态", en: "State"), DirectoryFilter.Status(rawValue: status)?.name)
        add("unit", Phrase(zh: "部门", en: "Unit"), words(unitName))
        add("position", Phrase(zh: "岗位", en: "Position"), words(position))
        add("level", Phrase(zh: "职级", en: "Level"), words(level))
        add(
            "kind", Phrase(zh: "用工形式", en: "Kind"),
            view.query["kind"].flatMap(EmploymentKind.init)?.name)
        add("manager", Phrase(zh: "直属上级", en: "Manager"), words(manager))
        add("city", Phrase(zh: "城市", en: "City"), nil)
        add("hired_from", Phrase(zh: "入职从", en: "Hired from"), nil)
        add("hired_through", Phrase(zh: "入职至", en: "Hired through"), nil)
        add("as_of", Phrase(zh: "截至", en: "As of"), Phrase(verbatim: day.iso))
        return chips
    }
}
