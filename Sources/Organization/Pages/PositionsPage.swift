import Kernel
import Markup
import Shell

/// Positions by name.
struct PositionsPage: PageModel {
    let rows: [PositionRow]
    let next: ID<Position>?
    let families: [String]
    let seesPay: Bool

    var title: Phrase { CatalogueTabs.Tab.positions.crumb.title }
    static var width: AppFrame.Width { .full }

    func heading(_ view: PageView) -> any Heading {
        PageHead(
            title,
            actions: [.link(Phrase(zh: "新建岗位", en: "New position"), "/positions/new", look: .primary)])
    }

    func content(_ view: PageView) -> HTML {
        HTML {
            CatalogueTabs.tabs(.positions, view)
            ListPage(
                filters: families.isEmpty
                    ? nil
                    : FilterBar(
                        "/positions",
                        filters: [
                            .select(
                                "family", PositionForm.family.label,
                                [Choice("", Phrase(zh: "全部", en: "All"))]
                                    + families.map { Choice($0, Phrase(verbatim: $0)) },
                                chosen: view.query["family"] ?? "")
                        ], hidden: view.query["show"].map { [HiddenField("show", $0)] } ?? []),
                export: view.exports(of: "/positions"), table: table,
                pages: Pagination(
                    previous: view.query["after"] == nil ? nil : view.address(with: "after", nil),
                    next: next.map { view.address(with: "after", $0.description) }),
                empty: EmptyState(
                    title: Phrase(zh: "还没有岗位", en: "No positions yet"),
                    explanation: Phrase(
                        zh: "导入花名册会自动建立岗位，也可以在这里新建。",
                        en: "Importing a staff list makes them; you can make them here too.")))
            CatalogueTabs.retiredSwitch(view)
        }
    }

    private var table: DataTable {
        DataTable(
            id: "positions", caption: title,
            columns: [
                TableColumn(PositionForm.name.label), TableColumn(PositionForm.code.label),
                TableColumn(PositionForm.family.label, isOnCard: true), TableColumn(FieldName.level, isOnCard: true),
                TableColumn(PositionForm.weight.label),
            ] + (seesPay ? [TableColumn(Phrase(zh: "月薪范围", en: "Pay band"), isNumber: true)] : []) + [
                TableColumn(PositionForm.probation.label, isNumber: true),
                TableColumn(Phrase(zh: "在岗人数", en: "Holders"), isNumber: true),
                TableColumn(Phrase(zh: "状态", en: "State")),
            ],
            rows: rows.map { row in
                TableRow(
                    [
                        .text(row.name), .text(row.code ?? "—"), .text(row.family ?? "—"), .text(row.levelName ?? "—"),
                        row.weight == .key
                            ? TableCell { Badge(.warning, row.weight.name) } : .words(row.weight.name),
                    ] + (seesPay ? [band(row)] : []) + [
                        row.probationMonths.map { .count($0) } ?? .text("—"), .count(row.holders),
                        CatalogueTabs.state(row.retired != nil),
                    ], target: URLText("/positions/\(row.id)"))
            }, phone: .twoLines, hidesCaption: true)
    }

    private func band(_ row: PositionRow) -> TableCell {
        guard row.payLeast != nil || row.payMost != nil else { return .text("—") }
        func words(_ amount: Money?) -> Phrase { amount?.phrase ?? Phrase(verbatim: "…") }
        return .words(
            Phrase(
                zh: "\(words(row.payLeast).zh) – \(words(row.payMost).zh)",
                en: "\(words(row.payLeast).en) – \(words(row.payMost).en)"))
    }

    /// Of the exported list; pay bands only for those who see them.
    static func columns(seesPay: Bool) -> [ExportColumn<PositionRow>] {
        let pay: [ExportColumn<PositionRow>] = [
            .money(PositionForm.payLeast.label) { $0.payLeast }, .money(PositionForm.payMost.label) { $0.payMost },
        ]
        return [
            .text(PositionForm.name.label, .public) { $0.name }, .text(PositionForm.code.label) { $0.code },
            .text(PositionForm.family.label) { $0.family }, .text(FieldName.level) { $0.levelName },
            .words(PositionForm.weight.label) { $0.weight.name },
        ] + (seesPay ? pay : []) + [
            .integer(PositionForm.probation.label) { $0.probationMonths },
            .integer(Phrase(zh: "在岗人数", en: "Holders")) { $0.holders },
            .day(Phrase(zh: "停用日期", en: "Retired on")) { $0.retired },
        ]
    }
}
