extension Database {
    /// Opens or makes a database file. Its folder must exist.
    /// - Parameter readers: how many questions may be asked at the same time.
    /// - Throws: ``SQLFault``.
    public static func sqlite(at path: String, readers: Int = 4) throws -> Database {
        Database(try SQLiteDriver(path: path, readers: readers))
    }
}
