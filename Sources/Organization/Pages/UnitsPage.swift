import Kernel
import Markup
import Shell

/// The org chart of a day.
struct UnitsPage: PageModel {
    let asOf: Day
    /// In outline order: a unit stands before what is below it.
    let units: [UnitNode]

    var title: Phrase { Phrase(zh: "组织架构", en: "Org chart") }

    func heading(_ view: PageView) -> any Heading {
        PageHead(title, count: Phrase(zh: "\(units.count) 个组织单元", en: "\(units.count) units"))
    }

    func content(_ view: PageView) -> HTML {
        HTML {
            FilterBar("/units", filters: [.day("as_of", nil, view.query["as_of"] ?? "")], hidden: [], active: 0)
            if units.isEmpty {
                EmptyState(
                    title: Phrase(zh: "还没有组织单元", en: "No units yet"),
                    explanation: Phrase(
                        zh: "导入花名册时，会按部门全路径（如“总部/销售部/华东区”）自动建立组织架构。",
                        en: "Importing a staff list creates the units from their full paths."))
            } else {
                OrgTree(branches(under: nil, in: Dictionary(grouping: units) { $0.parent }), label: title)
            }
        }
    }

    private func branches(under parent: ID<OrgUnit>?, in children: [ID<OrgUnit>?: [UnitNode]]) -> [OrgTree.Unit] {
        (children[parent] ?? []).map { unit in
            OrgTree.Unit(
                unit.name, kind: unit.kind.name,
                head: unit.head.map { .init($0.name, target: URLText("/people/\($0.id)")) }, headcount: unit.total,
                target: URLText("/people?unit=\(unit.id)"), units: branches(under: unit.id, in: children),
                isOpen: unit.depth < 2)
        }
    }
}
