import Kernel
import SQL
import Shell

extension ListExport {
    /// The directory as filtered, or the ticked people.
    static func people(_ figures: StaffFigures) -> ListExport {
        ListExport(
            "people", of: "/people", Phrase(zh: "导出花名册", en: "Export the directory"), reading: .readPeople,
            query: PeopleQuery.fields, takesTicks: true
        ) { asked in
            let viewer = asked.viewer
            let day = try PeopleQuery.day(asked.query) ?? asked.house.today
            var filter = try await asked.house.database.read { tx in try PeopleQuery.filter(asked.query, tx) }
            if let ticked = asked.ticked {
                (filter.status, filter.people) = (.all, ticked.map { ID($0) })
            }
            return Export(Phrase(zh: "花名册", en: "Directory"), columns: columns(asked)) { [filter] cursor, tx in
                let page = try Directory.page(
                    filter, asOf: day, after: cursor.map { ID($0) }, limit: Export<StaffRow>.batch, as: viewer,
                    figures, tx)
                return (page.rows, page.next?.rawValue)
            }
        }
    }

    /// Those chosen on the page; all of them without a choice, for a file has room.
    private static func columns(_ asked: ExportQuestion) -> [ExportColumn<StaffRow>] {
        let hasChoice = !asked.query.all("columns").isEmpty
        let middle = hasChoice ? PeopleColumn.chosen(asked.query) : PeopleColumn.allCases
        let name: ExportColumn<StaffRow> = .text(Phrase(zh: "姓名", en: "Name"), .public) { $0.name }
        let state: ExportColumn<StaffRow> = .words(Phrase(zh: "状态", en: "State")) { $0.work?.status.name }
        return ([name] + middle.map(\.export) + [state]).seen(by: asked.viewer, .readPeople)
    }
}
