extension Connection {
    /// Writes all rows of all tables, the same text for the same content in both engines.
    /// - Parameter sink: is given a quarter of a megabyte at a time.
    func writeContent(to sink: ([UInt8]) throws -> Void) throws {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(300_000)
        for table in try tables() {
            bytes.append(contentsOf: ContentHeading.table(table.name, columns: table.columns).line.utf8)
            var count = 0
            try stream(table.rows(dialect)) { row in
                ContentLine.append((0..<table.columns.count).lazy.map { row.stored(at: $0) }, to: &bytes)
                count += 1
                if bytes.count > 262_144 {
                    try sink(bytes)
                    bytes.removeAll(keepingCapacity: true)
                }
            }
            bytes.append(contentsOf: ContentHeading.rows(count).line.utf8)
        }
        try sink(bytes)
    }

    /// The numbers of the migrations that were run; none when nothing was ever migrated here.
    func steps() throws -> [Int] {
        guard try tables().contains(where: { $0.name == "migrations" }) else { return [] }
        var steps: [Int] = []
        try run("select number from migrations order by number") { row in steps.append(try Int.read(row, at: 0)) }
        return steps
    }

    /// Replaces the rows of all tables by those of a file that was found whole.
    /// - Throws: ``BackupRefusal/otherTables(_:)`` when the tables are not those of the file.
    func loadContent(from file: borrowing IncomingFile) throws {
        let tables = Dictionary(uniqueKeysWithValues: try tables().map { ($0.name, Set($0.columns)) })
        try emptyTables(tables.keys.sorted())
        var batch = InsertedRows(table: "", columns: [], values: [], ending: "")
        try file.lines { line in
            guard line.first == ContentHeading.mark else {
                guard let values = ContentLine.values(line), values.count == batch.columns.count else {
                    throw BackupRefusal.damaged
                }
                batch.values.append(contentsOf: values)
                if batch.values.count > 20_000 { try write(&batch) }
                return
            }
            switch ContentHeading(line) {
            case .table(let name, let columns)?:
                guard tables[name] == Set(columns) else { throw BackupRefusal.otherTables(name) }
                batch.table = name
                batch.columns = columns
            case .rows?: try write(&batch)
            case .nextID(let id)?: try setNextID(id)
            case .format?, .steps?, .end?: break
            case nil: throw BackupRefusal.damaged
            }
        }
    }

    private func write(_ batch: inout InsertedRows) throws {
        guard !batch.values.isEmpty else { return }
        _ = try insert(batch)
        batch.values.removeAll(keepingCapacity: true)
    }
}
