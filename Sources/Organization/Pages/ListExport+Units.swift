import Kernel
import Shell

extension ListExport {
    /// The org chart of a day, narrowed as on the page.
    static func units(_ figures: StaffFigures) -> ListExport {
        ListExport(
            "units", of: "/units", Phrase(zh: "导出组织架构", en: "Export the org chart"), reading: .readUnits,
            query: UnitsQuestion.fields
        ) { asked in
            let (viewer, question) = (asked.viewer, try UnitsQuestion(asked.query, today: asked.house.today))
            return Export(UnitsPage.crumb.title, columns: UnitsPage.columns) { tx in
                question.chosen(of: try UnitStore.tree(asOf: question.day, as: viewer, figures, tx))
            }
        }
    }
}
