import Sheets

extension Frame {
    /// The columns of a sheet, handed over whole: arrays are shared, not copied.
    ///
    /// - Returns: the frame and, by name, what the values of each column mean.
    public static func reading(
        _ table: Table, excluding names: Set<String> = []
    ) -> (frame: Frame, kinds: [String: ColumnKind]) {
        let used = table.columns.filter { !names.contains($0.name) }
        let columns = used.map { Column(name: $0.name, values: Column.Values($0.values)) }
        let kinds = Dictionary(used.map { ($0.name, ColumnKind($0.kind)) }) { first, _ in first }
        return (Frame(rowCount: table.rowCount, columns: columns), kinds)
    }
}

extension Column.Values {
    public init(_ values: TableColumn.Values) {
        switch values {
        case .number(let numbers): self = .numeric(numbers)
        case .text(let codes, let levels): self = .categorical(codes: codes, levels: levels)
        }
    }
}

extension ColumnKind {
    public init(_ kind: TableColumn.Kind) {
        switch kind {
        case .integer: self = .integer
        case .decimal: self = .decimal
        case .percentage: self = .percentage
        case .money: self = .money
        case .day: self = .day
        // Words for yes and no stay categories, as they stand in the sheet.
        case .yesNo, .text: self = .text
        }
    }
}
