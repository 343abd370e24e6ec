/// PostgreSQL through libpq: writers are serializable, readers see one snapshot.
final class PostgresDriver: Driver {
    private let pool: PostgresPool
    var dialect: Dialect { .postgres }

    /// How often a writer that lost against another begins again.
    static let attempts = 10

    init(_ address: PostgresAddress, connections: Int) {
        pool = PostgresPool(address, connections: connections)
    }

    /// How one run of a transaction ended.
    private enum Outcome<T: Sendable>: Sendable {
        case kept(T)
        /// Nothing was kept, and the body may be run again.
        case again(PostgresLink.Trouble, SQLFault)
    }

    func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await run("begin isolation level repeatable read read only", isWriting: false, body)
    }

    func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await run("begin isolation level serializable", isWriting: true, body)
    }

    func rewrite(_ body: @escaping @Sendable (any Connection) throws -> Void) async throws {
        try await run("begin", isWriting: true) { connection in
            guard let connection = connection as? PostgresConnection else { return }
            try connection.lockMigrations()
            try connection.withoutForeignKeys { try body(connection) }
        }
    }

    func close() {
        pool.close()
    }

    private func run<T: Sendable>(
        _ begin: String, isWriting: Bool, _ body: @escaping @Sendable (any Connection) throws -> T
    ) async throws -> T {
        var conflicts = 0
        var breaks = 0
        while true {
            let outcome = try await pool.use { link in
                try Self.attempt(link, begin: begin, isWriting: isWriting, body)
            }
            switch outcome {
            case .kept(let result): return result
            case .again(.conflict, let fault):
                conflicts += 1
                guard conflicts < Self.attempts else { throw fault }
                // Later attempts wait longer, and nobody in step with the others.
                try await Task.sleep(for: .microseconds(Int.random(in: 500...(2_000 << min(conflicts, 7)))))
            case .again(_, let fault):
                breaks += 1
                guard breaks < 3 else { throw fault }
            }
        }
    }

    private static func attempt<T>(
        _ link: PostgresLink, begin: String, isWriting: Bool, _ body: (any Connection) throws -> T
    ) throws -> Outcome<T> {
        try link.open()
        let connection = PostgresConnection(link)
        let result: T
        do {
            try link.run(script: begin)
            result = try body(connection)
        } catch {
            giveUp(link, connection)
            guard let trouble = link.trouble else { throw error }
            return .again(trouble, connection.failure ?? SQLFault(error))
        }
        // The body may have swallowed the failure; the transaction has not.
        if let trouble = link.trouble, let failure = connection.failure {
            giveUp(link, connection)
            return .again(trouble, failure)
        }
        do {
            let answer = try link.run(script: "commit").tag
            guard answer == "COMMIT" else {
                throw connection.failure ?? SQLFault.statement("the transaction had failed before its end")
            }
            return .kept(result)
        } catch {
            switch link.trouble {
            case .lost where isWriting:
                throw SQLFault.unavailable(
                    "the connection broke while the change was being kept; whether it was kept is not known")
            // All questions had been answered.
            case .lost: return .kept(result)
            case let trouble?:
                giveUp(link, connection)
                return .again(trouble, SQLFault(error))
            case nil:
                giveUp(link, connection)
                throw error
            }
        }
    }

    /// Leaves a connection the next transaction can use, or none.
    private static func giveUp(_ link: PostgresLink, _ connection: PostgresConnection) {
        if link.isInTransaction { _ = try? link.run(script: "rollback") }
        if link.isInTransaction || connection.holdsLock { link.close() }
    }
}
