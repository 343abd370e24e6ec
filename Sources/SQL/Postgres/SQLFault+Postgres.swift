extension SQLFault {
    /// - Parameters:
    ///   - state: SQLSTATE, `23505`.
    ///   - target: the table the statement was about.
    init(state: String, result: borrowing PostgresResult, target: String) {
        let table = result.field("t") ?? ""
        switch state {
        case "23505": self = .unique(table: table, columns: Self.keyColumns(result.field("D") ?? ""))
        case "23503": self = .foreignKey(table: target.isEmpty ? table : target)
        case "23502": self = .notNull(table: table, column: result.field("c") ?? "")
        case "23514": self = .check(result.field("n") ?? table)
        case "22021", "22P05": self = .textWithNUL
        case "40001", "40P01": self = .conflict
        case "55P03": self = .busy
        case "57014": self = .unavailable("the statement was stopped: it took longer than it may")
        case "53100": self = .full
        case "25006": self = .readOnly
        default: self.init(stateClass: state.prefix(2), state: state, message: result.field("M") ?? "")
        }
    }

    private init(stateClass: Substring, state: String, message: String) {
        switch stateClass {
        case "08", "28", "3D", "53", "57", "58": self = .unavailable("\(message) (\(state))")
        case "XX" where state != "XX000": self = .damaged("\(message) (\(state))")
        // These messages quote the value.
        case "22": self = .statement("a value does not fit its column or its function (\(state))")
        default: self = .statement("\(message) (\(state))")
        }
    }

    /// `Key (a, b)=(1, 2) already exists.` in whatever language; values are left behind.
    /// An expression has no column to name.
    private static func keyColumns(_ detail: String) -> [String] {
        guard let open = detail.firstIndex(of: "("), let close = detail.firstRange(of: ")=(")?.lowerBound, open < close
        else { return [] }
        let list = detail[detail.index(after: open)..<close]
        guard !list.contains("(") else { return [] }
        return list.split(separator: ",").map { $0.filter { $0 != " " && $0 != "\"" } }
    }
}
