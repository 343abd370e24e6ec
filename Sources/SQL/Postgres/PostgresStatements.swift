/// Which statements a connection has prepared; the least used makes room for a new one.
struct PostgresStatements {
    struct Key: Hashable {
        let text: String
        let types: [UInt32]
    }

    private struct Entry {
        let name: String
        var used: Int
    }

    static let limit = 500

    private var entries: [Key: Entry] = [:]
    private var clock = 0

    /// The name of a statement that is prepared.
    mutating func name(of key: Key) -> String? {
        guard let place = entries.index(forKey: key) else { return nil }
        clock += 1
        entries.values[place].used = clock
        return entries.values[place].name
    }

    /// A name never used on this connection before.
    mutating func freshName() -> String {
        clock += 1
        return "s\(clock)"
    }

    /// - Returns: the name of the statement that has to go.
    mutating func keep(_ key: Key, name: String) -> String? {
        var leaving: String?
        if entries.count >= Self.limit, let oldest = entries.min(by: { $0.value.used < $1.value.used }) {
            leaving = oldest.value.name
            entries[oldest.key] = nil
        }
        entries[key] = Entry(name: name, used: clock)
        return leaving
    }

    mutating func forgetAll() {
        entries = [:]
    }
}
