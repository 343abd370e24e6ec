import Kernel
import SQL

extension Keyring {
    /// The keys of a house, in their file; made at the first start.
    /// - Throws: ``KeyringRefusal`` when the file is missing although accounts were made with it.
    package static func ofHouse(at path: String, _ database: Database) async throws -> Keyring {
        let isInUse = try await database.read { tx in
            try tx.value("select count(*) from accounts", as: Int.self) ?? 0 > 0
        }
        return try Keyring(at: path, hasSealedValues: isInUse)
    }
}
