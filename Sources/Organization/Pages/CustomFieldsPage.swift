import Kernel
import Markup
import Shell

/// The fields a company has added to the records of people, in their order.
struct CustomFieldsPage: PageModel {
    let rows: [CustomFieldRow]

    var title: Phrase { CatalogueTabs.Tab.customFields.crumb.title }
    static var width: AppFrame.Width { .full }

    func heading(_ view: PageView) -> any Heading {
        PageHead(
            title, note: Phrase(zh: "为员工档案增加公司自己的字段。", en: "The company's own fields in the records of people."),
            actions: [.link(Phrase(zh: "新建字段", en: "New field"), "/custom-fields/new", look: .primary)])
    }

    func content(_ view: PageView) -> HTML {
        HTML {
            CatalogueTabs.tabs(.customFields, view)
            ListPage(
                export: view.exports(of: "/custom-fields"), table: table,
                empty: EmptyState(
                    title: Phrase(zh: "还没有自定义字段", en: "No custom fields yet"),
                    explanation: Phrase(
                        zh: "例如“工服尺码”“政治面貌”。新建后即可在员工档案中填写。",
                        en: "Such as a shirt size. Once made, it can be filled in every person's record.")))
            CatalogueTabs.retiredSwitch(view)
        }
    }

    private var table: DataTable {
        DataTable(
            id: "custom-fields", caption: title,
            columns: [
                TableColumn(PositionForm.name.label), TableColumn(CustomFieldForm.code.label),
                TableColumn(CustomFieldForm.kind.label, isOnCard: true),
                TableColumn(CustomFieldForm.fieldClass.label, isOnCard: true),
                TableColumn(CustomFieldForm.place.label, isNumber: true),
                TableColumn(Phrase(zh: "已填人数", en: "Filled in"), isNumber: true),
                TableColumn(Phrase(zh: "状态", en: "State")),
            ],
            rows: rows.map { row in
                TableRow(
                    [
                        .words(row.field.name), .text(row.field.code), .words(row.field.kind.name),
                        .words(row.field.fieldClass.name), .count(row.place), .count(row.values),
                        CatalogueTabs.state(row.retired),
                    ], target: URLText("/custom-fields/\(row.field.id)"))
            }, phone: .twoLines, hidesCaption: true)
    }

    /// Of the exported list.
    static let columns: [ExportColumn<CustomFieldRow>] = [
        .words(PositionForm.name.label, .public) { $0.field.name }, .text(CustomFieldForm.code.label) { $0.field.code },
        .words(CustomFieldForm.kind.label) { $0.field.kind.name },
        .words(CustomFieldForm.fieldClass.label) { $0.field.fieldClass.name },
        .text(CustomFieldForm.choices.label) { $0.field.choices.joined(separator: "、") },
        .integer(CustomFieldForm.place.label) { $0.place },
        .integer(Phrase(zh: "已填人数", en: "Filled in")) { $0.values },
    ]
}
