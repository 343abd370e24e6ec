import Kernel
import Markup
import Shell

/// The ladder, the most senior first.
struct LevelsPage: PageModel {
    let rows: [LevelRow]

    var title: Phrase { CatalogueTabs.Tab.levels.crumb.title }
    static var width: AppFrame.Width { .full }

    func heading(_ view: PageView) -> any Heading {
        PageHead(title, actions: [.link(Phrase(zh: "新建职级", en: "New level"), "/levels/new", look: .primary)])
    }

    func content(_ view: PageView) -> HTML {
        HTML {
            CatalogueTabs.tabs(.levels, view)
            ListPage(
                export: view.exports(of: "/levels"),
                table: DataTable(
                    id: "levels", caption: title,
                    columns: [
                        TableColumn(PositionForm.name.label), TableColumn(PositionForm.family.label, isOnCard: true),
                        TableColumn(LevelForm.rank.label, isNumber: true),
                        TableColumn(Phrase(zh: "人数", en: "Holders"), isNumber: true),
                        TableColumn(Phrase(zh: "状态", en: "State")),
                    ],
                    rows: rows.map { row in
                        TableRow(
                            [
                                .text(row.name), .text(row.family ?? "—"), .count(row.rank), .count(row.holders),
                                CatalogueTabs.state(row.retired != nil),
                            ], target: URLText("/levels/\(row.id)"))
                    }, phone: .twoLines, hidesCaption: true),
                empty: EmptyState(
                    title: Phrase(zh: "还没有职级", en: "No levels yet"),
                    explanation: Phrase(zh: "例如 P5、M2，数字越大级别越高。", en: "Such as P5 or M2; a higher rank is more senior.")
                ))
            CatalogueTabs.retiredSwitch(view)
        }
    }

    /// Of the exported list.
    static let columns: [ExportColumn<LevelRow>] = [
        .text(PositionForm.name.label, .public) { $0.name }, .text(PositionForm.family.label) { $0.family },
        .integer(LevelForm.rank.label) { $0.rank }, .integer(Phrase(zh: "人数", en: "Holders")) { $0.holders },
        .day(Phrase(zh: "停用日期", en: "Retired on")) { $0.retired },
    ]
}
