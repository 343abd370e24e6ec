/// One row of a result while it is being read. Valid only inside the closure it is given to.
///
/// Columns are read from left to right: `Person(id: try row.value(), name: try row.value())`.
public struct Row {
    enum Source {
        case sqlite(SQLiteCells)
        case postgres(PostgresCells)
    }

    let source: Source
    /// The column ``value()`` reads next, from 0.
    public var position = 0

    init(_ source: Source) {
        self.source = source
    }

    /// The next column.
    public mutating func value<Value: SQLReadable>(_ type: Value.Type = Value.self) throws -> Value {
        defer { position += 1 }
        return try Value.read(self, at: position)
    }

    /// Leaves columns out.
    public mutating func skip(_ count: Int = 1) {
        position += count
    }

    /// How many columns there are.
    public var width: Int {
        switch source {
        case .sqlite(let cells): cells.width
        case .postgres(let cells): cells.width
        }
    }

    public func isNull(at column: Int) -> Bool {
        switch source {
        case .sqlite(let cells): cells.isNull(column)
        case .postgres(let cells): cells.isNull(column)
        }
    }

    /// A column as it is stored, whatever it holds.
    public func stored(at column: Int) -> SQLValue {
        switch source {
        case .sqlite(let cells): cells.stored(column)
        case .postgres(let cells): cells.stored(column)
        }
    }

    func integer(at column: Int) -> Int64? {
        switch source {
        case .sqlite(let cells): cells.integer(column)
        case .postgres(let cells): cells.integer(column)
        }
    }

    func real(at column: Int) -> Double? {
        switch source {
        case .sqlite(let cells): cells.real(column)
        case .postgres(let cells): cells.real(column)
        }
    }

    func text(at column: Int) -> String? {
        switch source {
        case .sqlite(let cells): cells.text(column)
        case .postgres(let cells): cells.text(column)
        }
    }

    func blob(at column: Int) -> [UInt8]? {
        switch source {
        case .sqlite(let cells): cells.blob(column)
        case .postgres(let cells): cells.blob(column)
        }
    }

    /// The error a reading of ``SQLReadable`` throws.
    public func unreadable(_ column: Int, _ wanted: String) -> SQLFault {
        .unreadable(column: column, wanted: wanted)
    }
}
