/// Which engine speaks. Nearly all SQL is the same for both; what differs is named here.
public enum Dialect: String, Sendable, CaseIterable {
    case sqlite
    case postgres
}

extension Dialect {
    /// Type tokens of migrations: `create table units (id \(type: .id) primary key, …)`.
    public enum ColumnType: Sendable {
        /// 64-bit number handed out in blocks.
        case id
        case integer
        case real
        /// Text, ordered by its bytes in both engines.
        case text
        /// Whole fen.
        case money
        /// 0 or 1.
        case flag
        /// ISO text, `2026-11-22`.
        case day
        /// Milliseconds UTC.
        case instant
        /// JSON as text; never searched inside.
        case json
        case blob
    }

    func name(of type: ColumnType) -> String {
        switch (type, self) {
        case (.id, .sqlite), (.integer, .sqlite), (.money, .sqlite), (.flag, .sqlite), (.instant, .sqlite): "integer"
        case (.id, .postgres), (.integer, .postgres), (.money, .postgres), (.instant, .postgres): "bigint"
        case (.flag, .postgres): "smallint"
        case (.real, .sqlite): "real"
        case (.real, .postgres): "double precision"
        case (.text, .sqlite), (.day, .sqlite), (.json, .sqlite): "text"
        case (.text, .postgres), (.day, .postgres), (.json, .postgres): "text collate \"C\""
        case (.blob, .sqlite): "blob"
        case (.blob, .postgres): "bytea"
        }
    }

    /// What follows the closing parenthesis of `create table`.
    var tableEnding: String { self == .sqlite ? " strict" : "" }

    /// The same for tables found by their key only, without a row id of their own.
    var narrowTableEnding: String { self == .sqlite ? " strict, without rowid" : "" }
}
