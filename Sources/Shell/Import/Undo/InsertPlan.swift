import SQL

/// How rows given by some columns make up whole rows.
struct InsertPlan {
    enum Source {
        /// Place among the given columns.
        case given(Int)
        /// Left out: what the column holds by default.
        case standing(SQLValue)
    }

    let shape: TableShape
    /// For every column of the table.
    let sources: [Source]
    /// Places of the primary key among the given columns.
    let keys: [Int]

    /// - Parameter firstRow: a row already written, to look defaults up.
    init(_ shape: TableShape, columns: [String], firstRow: [SQLValue], _ tx: Transaction) throws {
        self.shape = shape
        keys = try shape.keyColumns.map { name in
            guard let place = columns.firstIndex(of: name) else {
                throw SQLFault.statement("rows of \(shape.name) need \(name)")
            }
            return place
        }
        let isWhole = shape.columns.allSatisfy(columns.contains)
        let key = keys.map { firstRow[$0] }
        let written = isWhole ? nil : try shape.rows([key], tx).first
        sources = shape.columns.enumerated().map { index, name in
            columns.firstIndex(of: name).map { .given($0) } ?? .standing(written?[index] ?? .null)
        }
    }
}

/// The trace of new rows of one table while it grows.
struct InsertRun {
    static let length = 8_192

    var keys: ValueWriter
    var hashes = ValueWriter(width: 1)
    var count = 0

    init(width: Int) {
        keys = ValueWriter(width: width)
    }
}
