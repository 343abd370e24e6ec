import Dispatch

extension Database {
    /// All tables with their rows as text, for tests: equal content gives equal text, in both engines.
    ///
    /// Rows are ordered by their primary key. What only hands out ids is left out.
    public func dump() async throws -> String {
        try await driver.read { connection in
            var bytes: [UInt8] = []
            try connection.writeContent { bytes.append(contentsOf: $0) }
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    /// Writes everything into a file either engine can be restored from, as of one moment, while others go on.
    ///
    /// The file holds personal data in the clear, is readable by its owner only, and ends with a checksum.
    /// - Throws: ``SQLFault``; there is no file then.
    public func export(to path: String) async throws {
        try await driver.read { connection in
            var file = try OutgoingFile(path)
            let steps = ContentHeading.steps(try connection.steps())
            let ids = ContentHeading.nextID(try connection.nextID())
            try file.write(Array((ContentHeading.format(1).line + steps.line + ids.line).utf8))
            try connection.writeContent { try file.write($0) }
            try file.write(Array(ContentHeading.end(file.checksum.text).line.utf8))
            try file.finish()
        }
    }

    /// Replaces everything in this database by what ``export(to:)`` wrote, from whichever engine, and brings it to
    /// the shape of this program. Nobody else may be using the database.
    /// - Parameters:
    ///   - migrator: all migrations of this program.
    ///   - replacing: whether a database that has been migrated before may be overwritten.
    /// - Throws: ``BackupRefusal`` before anything was changed; ``SQLFault``.
    public func restore(from path: String, _ migrator: Migrator, replacing: Bool = false) async throws {
        let steps = try await Self.aside { try IncomingFile(path).check() }
        if let newer = steps.first(where: { step in !migrator.migrations.contains { $0.number == step } }) {
            throw BackupRefusal.newer(newer)
        }
        let existing = try await driver.read { connection in try connection.steps() }
        guard existing.isEmpty || replacing else { throw BackupRefusal.databaseIsInUse }
        if let further = existing.first(where: { !steps.contains($0) }) {
            throw BackupRefusal.databaseIsFurther(further)
        }
        try await Migrator(migrator.migrations.filter { steps.contains($0.number) }).migrate(self)
        try await driver.rewrite { connection in try connection.loadContent(from: IncomingFile(path)) }
        forgetCached()
        try await migrator.migrate(self)
    }

    /// Work on files, outside of the threads of Swift's own pool.
    static func aside<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(with: Result { try work() }) }
        }
    }
}
