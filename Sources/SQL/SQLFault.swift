/// What went wrong in the database, told alike for both engines. Never holds a value of a row.
public enum SQLFault: Error, Sendable, Equatable {
    /// A second row with the same key; columns as far as the engine names them.
    case unique(table: String, columns: [String])
    /// A row points to one that is not there, or is pointed to.
    case foreignKey(table: String)
    case notNull(table: String, column: String)
    case check(String)
    /// Text holds U+0000, which PostgreSQL cannot store.
    case textWithNUL
    /// Others changed the same rows at the same time, more often than was retried.
    case conflict
    /// Another process holds the database file for too long.
    case busy
    /// The disk is full; nothing of the transaction was kept.
    case full
    /// The file or its folder cannot be written.
    case readOnly
    /// The file is not a database or is damaged.
    case damaged(String)
    /// The server cannot be reached or went away in the middle.
    case unavailable(String)
    /// A column holds something other than what was asked for.
    case unreadable(column: Int, wanted: String)
    /// The statement itself is wrong.
    case statement(String)
}

extension SQLFault {
    static let closed = SQLFault.unavailable("the database was closed")
}
