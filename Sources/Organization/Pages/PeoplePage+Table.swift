import Kernel
import Markup
import Shell

extension PeoplePage {
    func table(_ view: PageView) -> DataTable {
        let hasCard = columns.contains(where: \.isOnCard)
        return DataTable(
            id: "people", caption: title,
            columns: [TableColumn(Phrase(zh: "姓名", en: "Name"), sort: sort(.name, view))]
                + columns.map { column in
                    TableColumn(
                        column.title, sort: column.order.map { sort($0, view) },
                        isOnCard: hasCard ? column.isOnCard : nil)
                } + [TableColumn(Phrase(zh: "状态", en: "State"))],
            rows: rows.map { row in
                TableRow(
                    [.text(row.name)] + columns.map { $0.cell(row) } + [
                        row.work.map { work in TableCell { StatusBadge(work.status.badge, work.status.name) } }
                            ?? .masked
                    ], target: URLText("/people/\(row.id)"), key: row.id.description)
            }, phone: .twoLines, selection: view.can(.exportData) ? .init() : nil, hidesCaption: true)
    }

    /// A press orders by the column; another press turns it round.
    private func sort(_ order: DirectoryFilter.Order, _ view: PageView) -> TableColumn.Sort {
        let isCurrent = filters.order == order.rawValue
        let isReversed = filters.order == "-" + order.rawValue
        let falls = (order == .hireDay) != isReversed
        let target = isCurrent ? "-" + order.rawValue : order == .name ? nil : order.rawValue
        return TableColumn.Sort(
            view.listAddress(with: "order", target),
            current: isCurrent || isReversed ? (falls ? .descending : .ascending) : nil)
    }
}
