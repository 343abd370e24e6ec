import Forecast
import Sheets

/// The columns by which a person recognises a row: a number and a name.
struct IdentifyingColumns {
    var columns: [TableColumn] = []

    /// At most two: columns named like an identity first, otherwise a text column that differs in every row.
    init(_ table: Table, facts: Frame) {
        let used = Set(facts.columns.map(\.name))
        let free = table.columns.filter { !used.contains($0.name) }
        let words = ["姓名", "名称", "工号", "编号", "员工ID", "客户", "name", "customer", "employee", "id", "number", "no."]
        let named = free.filter { column in
            let name = column.name.lowercased()
            return words.contains {
                name == $0.lowercased() || name.hasSuffix($0.lowercased()) || name.contains($0.lowercased())
            }
                && column.distinctCount(upTo: table.rowCount) * 2 > table.rowCount
        }
        columns = Array(named.prefix(2))
        if columns.isEmpty {
            columns = Array(
                free.filter { !$0.isNumeric && $0.distinctCount(upTo: table.rowCount) == table.rowCount }.prefix(1))
        }
    }
}
