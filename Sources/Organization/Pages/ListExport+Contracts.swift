import Kernel
import Shell

extension ListExport {
    /// The contract calendar: what asks for a decision now, or what ends in a month.
    static func contracts(_ figures: StaffFigures) -> ListExport {
        ListExport(
            "contracts", of: "/contracts", Phrase(zh: "导出合同日历", en: "Export the contract calendar"),
            reading: .readContracts, query: ContractCalendarRoutes.query
        ) { asked in
            let (viewer, today) = (asked.viewer, asked.house.today)
            let month = try ContractCalendarRoutes.month(asked.query)
            return Export(Phrase(zh: "合同到期", en: "Contracts ending"), columns: ContractCalendarPage.columns) {
                cursor, tx in
                let page = try ContractCalendar.load(
                    month, after: cursor.map { ID<Contract>($0) }, limit: 1_000, today: today, as: viewer, figures, tx)
                return (page.rows, page.next?.rawValue)
            }
        }
    }
}
