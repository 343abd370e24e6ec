import Kernel
import Markup
import Shell

/// The org chart of a day: as a tree, or as a list of the units that match.
struct UnitsPage: PageModel {
    /// How many units below one are left out of the tree.
    struct Rest: Codable, Sendable {
        let unit: ID<OrgUnit>
        let units: Int
    }

    let asOf: Day
    let show: UnitsQuestion.Show
    /// All that match, on this page or not.
    let count: Int
    /// In outline order: a unit stands before what is below it.
    let units: [UnitNode]
    let rest: [Rest]
    /// The unit the tree starts from.
    let under: UnitNode?
    let next: ID<OrgUnit>?

    static let crumb = Crumb(Phrase(zh: "组织架构", en: "Org chart"), "/units")
    /// A tree of more units is cut at a level, and each branch goes on at its own address.
    private static let wholeTree = 150
    private static let pageLength = 50

    init(_ tree: [UnitNode], _ question: UnitsQuestion) {
        (asOf, show) = (question.day, question.show)
        under = tree.first { $0.id == question.under }
        let chosen = question.chosen(of: tree)
        count = chosen.count
        guard question.show == .tree else {
            let start = question.after.flatMap { after in chosen.firstIndex { $0.id == after } }.map { $0 + 1 } ?? 0
            units = Array(chosen[start...].prefix(Self.pageLength))
            next = start + Self.pageLength < chosen.count ? units.last?.id : nil
            rest = []
            return
        }
        next = nil
        let levels = Dictionary(grouping: chosen, by: \.depth).mapValues(\.count)
        let top = chosen.first?.depth ?? 0
        var (deepest, sum) = (top + 1, (levels[top] ?? 0) + (levels[top + 1] ?? 0))
        while let more = levels[deepest + 1], sum + more <= Self.wholeTree {
            (deepest, sum) = (deepest + 1, sum + more)
        }
        units = chosen.filter { $0.depth <= deepest }
        // In outline order what is left out follows the unit it is below.
        var left: [ID<OrgUnit>: Int] = [:]
        var last: ID<OrgUnit>?
        for node in chosen {
            if node.depth <= deepest { last = node.id } else if let last { left[last, default: 0] += 1 }
        }
        rest = units.compactMap { unit in left[unit.id].map { Rest(unit: unit.id, units: $0) } }
    }

    var title: Phrase { under.map { Phrase(verbatim: $0.name) } ?? Self.crumb.title }
    var trail: [Crumb] { under == nil ? [] : [Self.crumb] }

    func heading(_ view: PageView) -> any Heading {
        PageHead(
            title, count: Phrase(zh: "\(count) 个组织单元", en: count == 1 ? "1 unit" : "\(count) units"),
            breadcrumbs: trail.steps,
            actions: view.can(.editUnits)
                ? [
                    .link(Phrase(zh: "组织调整", en: "Reorganise"), "/reorganizations"),
                    .link(Phrase(zh: "新设组织单元", en: "Open a unit"), "/units/new", look: .primary),
                ] : [])
    }

    func content(_ view: PageView) -> HTML {
        HTML {
            FilterBar(
                "/units", search: .init(view.query["q"] ?? "", hint: Phrase(zh: "名称或编码", en: "Name or code")),
                filters: [
                    .select("show", Phrase(zh: "显示", en: "Show"), shows, chosen: view.query["show"] ?? ""),
                    .day("as_of", nil, view.query["as_of"] ?? ""),
                ], hidden: under.map { [HiddenField("under", $0.id.description)] } ?? [],
                active: [view.query["show"], view.query["as_of"]].count { $0 != nil })
            if !units.isEmpty { view.exports(of: "/units") }
            if units.isEmpty {
                empty(view)
            } else if show == .tree {
                OrgTree(branches(view), label: title)
            } else {
                table(view)
                Pagination(
                    previous: view.query["after"] == nil ? nil : view.address(with: "after", nil),
                    next: next.map { view.address(with: "after", $0.description) }, total: .exact(count))
            }
        }
    }

    private var shows: [Choice] {
        [
            Choice("", Phrase(zh: "架构图", en: "Chart")), Choice("list", Phrase(zh: "列表", en: "List")),
            Choice("headless", Phrase(zh: "没有负责人的", en: "Without a head")),
        ]
    }

    private func empty(_ view: PageView) -> EmptyState {
        if view.query.isEmpty {
            return EmptyState(
                title: Phrase(zh: "还没有组织单元", en: "No units yet"),
                explanation: Phrase(
                    zh: "导入花名册时，会按部门全路径（如“总部/销售部/华东区”）自动建立组织架构。",
                    en: "Importing a staff list creates the units from their full paths."))
        }
        return EmptyState(
            title: Phrase(zh: "没有符合条件的组织单元", en: "No unit matches"),
            explanation: Phrase(zh: "换一个条件或日期试试。", en: "Try another filter or day.")
        ) { a(.class("button"), .href("/units")) { Phrase(zh: "清除条件", en: "Clear filters") } }
    }

    private func branches(_ view: PageView) -> [OrgTree.Unit] {
        let shown = Set(units.map(\.id))
        let children = Dictionary(grouping: units) { node in node.parent.flatMap { shown.contains($0) ? $0 : nil } }
        let left = Dictionary(rest.map { ($0.unit, $0.units) }) { first, _ in first }
        return branches(under: nil, children, left, view)
    }

    private func branches(
        under parent: ID<OrgUnit>?, _ children: [ID<OrgUnit>?: [UnitNode]], _ left: [ID<OrgUnit>: Int], _ view: PageView
    ) -> [OrgTree.Unit] {
        (children[parent] ?? []).map { unit in
            OrgTree.Unit(
                unit.name, kind: unit.kind.name,
                head: unit.head.map { .init($0.name, target: URLText("/people/\($0.id)")) }, headcount: unit.total,
                target: address(of: unit, view), units: branches(under: unit.id, children, left, view),
                isOpen: unit.depth < 2 || unit.id == under?.id,
                rest: left[unit.id].map { ($0, view.address(with: "under", unit.id.description)) })
        }
    }

    private func address(of unit: UnitNode, _ view: PageView) -> URLText {
        asOf == view.today ? "/units/\(unit.id)" : "/units/\(unit.id)?as_of=\(asOf.iso)"
    }

    private func table(_ view: PageView) -> DataTable {
        DataTable(
            id: "units", caption: title,
            columns: [
                TableColumn(Phrase(zh: "名称", en: "Name")), TableColumn(Phrase(zh: "路径", en: "Path"), isOnCard: true),
                TableColumn(Phrase(zh: "类型", en: "Kind")), TableColumn(FieldName.head, isOnCard: true),
                TableColumn(FieldName.city), TableColumn(Phrase(zh: "本级人数", en: "Own people"), isNumber: true),
                TableColumn(Phrase(zh: "含下级", en: "With below"), isNumber: true),
            ],
            rows: units.map { unit in
                TableRow(
                    [
                        .text(unit.name), .text(unit.path), .words(unit.kind.name),
                        unit.head.map { .text($0.name) } ?? .unknown(Phrase(zh: "没有负责人", en: "Nobody heads it")),
                        .text(unit.city ?? "—"), .count(unit.own), .count(unit.total),
                    ], target: address(of: unit, view), key: unit.id.description)
            }, phone: .twoLines, hidesCaption: true)
    }

    /// Of the exported list.
    static let columns: [ExportColumn<UnitNode>] = [
        .text(Phrase(zh: "路径", en: "Path"), .public) { $0.path },
        .text(Phrase(zh: "名称", en: "Name"), .public) { $0.name },
        .text(Phrase(zh: "编码", en: "Code"), .public) { $0.code },
        .words(Phrase(zh: "类型", en: "Kind"), .public) { $0.kind.name },
        .text(FieldName.head, .public) { $0.head?.name }, .text(FieldName.partner, .public) { $0.partner?.name },
        .text(FieldName.costCentre, .public) { $0.costCentre }, .text(FieldName.city, .public) { $0.city },
        .integer(Phrase(zh: "本级人数", en: "Own people"), .public) { $0.own },
        .integer(Phrase(zh: "含下级", en: "With below"), .public) { $0.total },
    ]
}

extension UnitsPage: SizedFigure {
    var bytes: Int { units.count * 600 }
}
