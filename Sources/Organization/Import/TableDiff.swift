import SQL
import Shell

/// Rows of one table as a file wants them, held against the rows as they stand: what to insert, what to change.
struct TableDiff {
    let table: StaticString
    let key: [StaticString]
    let columns: [StaticString]
    /// What stands, by the first column of the key.
    var known: [Int64: [SQLValue]] = [:]
    /// A column that says when a row was changed last, and what to write there.
    var stamp: (place: Int, value: SQLValue)?
    private(set) var inserts: [SQLValue] = []
    private(set) var updates: [SQLValue] = []

    init(_ table: StaticString, key: [StaticString], _ columns: [StaticString]) {
        (self.table, self.key, self.columns) = (table, key, columns)
    }

    /// What putting a row does.
    enum Outcome { case same, created, updated }

    /// - Parameters:
    ///   - wanted: a value per column; nil leaves what stands.
    ///   - rest: further values of the key.
    mutating func put(_ id: Int64, _ rest: [SQLValue] = [], _ wanted: [SQLValue?]) -> Outcome {
        guard let standing = known[id] else {
            inserts.append(.integer(id))
            inserts += rest
            for value in wanted { inserts.append(value ?? .null) }
            return .created
        }
        var merged = standing
        for (place, value) in wanted.enumerated() { if let value { merged[place] = value } }
        guard merged != standing else { return .same }
        if let stamp { merged[stamp.place] = stamp.value }
        known[id] = merged
        updates.append(.integer(id))
        updates += rest
        updates += merged
        return .updated
    }

    /// Writes what has gathered.
    mutating func flush(_ writer: BatchWriter) throws {
        if !inserts.isEmpty { try writer.insert(into: table, key + columns, values: inserts) }
        if !updates.isEmpty { try writer.update(table, set: columns, values: updates) }
        forget()
    }

    /// Drops what has gathered: a dry run wants to know only how much it is.
    mutating func forget() {
        inserts.removeAll(keepingCapacity: true)
        updates.removeAll(keepingCapacity: true)
    }
}
