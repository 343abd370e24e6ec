/// PostgreSQL through libpq: writers are serializable, readers see one snapshot.
final class PostgresDriver: Driver {
    private let pool: PostgresPool
    var dialect: Dialect { .postgres }

    /// How often a writer that lost against another begins again.
    static let attempts = 10

    init(_ address: PostgresAddress, connections: Int) {
        pool = PostgresPool(address, connections: connections)
    }

    /// After so many lost races, or one by something long, a writer asks all others to wait for it.
    static let patience = 3
    private static let long = Duration.seconds(1)

    /// Serializable, and beside the other writers: the lock is taken before the snapshot, so nobody's work is missed.
    private static let among = "begin isolation level serializable; lock table migrations in row share mode"
    /// The only writer: waits for those that run, and new ones wait for it. Readers notice nothing.
    private static let alone = "begin isolation level serializable; lock table migrations in exclusive mode"

    /// How one run of a transaction ended.
    private enum Outcome<T: Sendable>: Sendable {
        case kept(T)
        /// Nothing was kept, and the body may be run again.
        case again(PostgresLink.Trouble, SQLFault)
    }

    func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await run({ _ in "begin isolation level repeatable read read only" }, isWriting: false, body)
    }

    func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await run({ isAlone in isAlone ? Self.alone : Self.among }, isWriting: true, body)
    }

    func rewrite(_ body: @escaping @Sendable (any Connection) throws -> Void) async throws {
        try await run({ _ in "begin" }, isWriting: true) { connection in
            guard let connection = connection as? PostgresConnection else { return }
            try connection.lockMigrations()
            try connection.withoutForeignKeys { try body(connection) }
        }
    }

    func close() {
        pool.close()
    }

    private func run<T: Sendable>(
        _ begin: (_ isAlone: Bool) -> String, isWriting: Bool,
        _ body: @escaping @Sendable (any Connection) throws -> T
    ) async throws -> T {
        var conflicts = 0
        var breaks = 0
        var isAlone = false
        while true {
            let script = begin(isAlone)
            let (outcome, time) = try await pool.use { link in
                let start = ContinuousClock.now
                return (
                    try Self.attempt(link, begin: script, isWriting: isWriting, body), ContinuousClock.now - start
                )
            }
            switch outcome {
            case .kept(let result): return result
            case .again(.conflict, let fault):
                conflicts += 1
                guard conflicts < Self.attempts else { throw fault }
                isAlone = conflicts >= Self.patience || time > Self.long
                if isAlone { continue }
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
            try Self.begin(link, begin)
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

    private static func begin(_ link: PostgresLink, _ script: String) throws {
        do {
            try link.run(script: script)
        } catch SQLFault.statement(let message) where message.hasSuffix("(42P01)") {
            // A schema nothing has been migrated in has nothing to race for.
            try link.run(script: "rollback; begin isolation level serializable")
        }
    }

    /// Leaves a connection the next transaction can use, or none.
    private static func giveUp(_ link: PostgresLink, _ connection: PostgresConnection) {
        if link.isInTransaction { _ = try? link.run(script: "rollback") }
        if link.isInTransaction || connection.holdsLock { link.close() }
    }
}
