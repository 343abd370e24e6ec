import Kernel
import SQL
import Shell
import Tenure

/// The database: reachable, whole, at the shape this program expects, its audit chain unbroken.
enum DatabaseCheck {
    static let subject = Phrase(zh: "数据库", en: "Database")
    private static let steps = Phrase(zh: "数据库结构", en: "Database shape")
    private static let chain = Phrase(zh: "审计链", en: "Audit chain")

    static func look(_ settings: Server.Settings, _ database: Database) async throws -> [Finding] {
        let version = try await version(of: database)
        let problems = try await problems(of: database)
        guard problems.isEmpty else {
            return [
                .bad(
                    subject,
                    Phrase(
                        zh: "\(version)，完整性检查发现 \(problems.count) 处损坏。请停止服务，用 tenure restore 恢复最近的备份",
                        en:
                            "\(version): \(problems.count) damaged places. Stop the server and restore the last backup with tenure restore"
                    ))
            ]
        }
        var findings = [Finding.good(subject, Phrase(zh: "\(version)，完整", en: "\(version), whole"))]
        let state = try await MigrationState(of: database, Server.migrator)
        if let newer = state.newer {
            findings.append(.bad(steps, MigrationRefusal.databaseIsNewer(newer).explanation))
        } else if state.pending.isEmpty {
            findings.append(.good(steps, Phrase(zh: "已是最新", en: "up to date")))
            findings.append(try await trail(database))
        } else {
            findings.append(.warning(steps, ServerRefusal.migrationsPending(state.pending.count).explanation))
        }
        return findings
    }

    /// What the engine itself finds wrong in its file; a server looks after its own.
    static func problems(of database: Database) async throws -> [String] {
        guard database.dialect == .sqlite else { return [] }
        return try await database.read { tx in
            try tx.rows("pragma integrity_check(20)") { row in try row.value(String.self) }.filter { $0 != "ok" }
                + tx.rows("pragma foreign_key_check") { row in try row.value(String.self) }
        }
    }

    private static func version(of database: Database) async throws -> String {
        let dialect = database.dialect
        return try await database.read { tx in
            switch dialect {
            case .sqlite: "SQLite " + (try tx.value("select sqlite_version()", as: String.self) ?? "")
            case .postgres:
                "PostgreSQL " + (try tx.value("select current_setting('server_version')", as: String.self) ?? "")
            }
        }
    }

    private static func trail(_ database: Database) async throws -> Finding {
        let found = try await database.read { tx in try Audit.verify(tx) }
        if let fault = found.fault { return .bad(chain, fault.words) }
        return .good(chain, Phrase(zh: "\(found.entries) 条记录，完好", en: "\(found.entries) entries, unbroken"))
    }
}
