import Foundation
import Kernel
import SQL
import Shell
import Tenure

/// The key file: there, closed to others, and the one the database was sealed with.
enum KeyCheck {
    private static let subject = Phrase(zh: "密钥", en: "Keys")

    static func look(_ settings: Server.Settings, _ database: Database) async -> Finding {
        let path = settings.keyPath
        let isInUse = (try? await database.read { tx in try hasAccounts(tx) }) ?? false
        guard FileManager.default.fileExists(atPath: path) || isInUse else {
            return .warning(
                subject, Phrase(zh: "\(path) 还不存在；首次启动时建立", en: "\(path) does not exist yet; the first start makes it"))
        }
        do {
            let keyring = try Keyring(at: path, hasSealedValues: true)
            guard let sealed = try await database.read({ tx in try sample(tx) }) else {
                return .good(subject, Phrase(zh: "\(path)，可以使用", en: "\(path), usable"))
            }
            if let id = Keyring.keyID(of: sealed), !keyring.ids.contains(id) {
                return .bad(
                    subject,
                    Phrase(
                        zh: "\(path) 不是加密数据库所用的密钥文件（缺少 \(id) 号密钥）。请放回当时的密钥文件",
                        en:
                            "\(path) is not the file the database was sealed with (it lacks key \(id)). Put back the file of that time"
                    ))
            }
            guard try await database.read({ tx in try opens(keyring, tx) }) else {
                return .bad(
                    subject,
                    Phrase(
                        zh: "\(path) 中的密钥打不开数据库中的加密数据。请放回当时的密钥文件",
                        en:
                            "the keys in \(path) do not open the sealed values of the database. Put back the file of that time"
                    ))
            }
            return .good(subject, Phrase(zh: "\(path)，与数据库相符", en: "\(path), fits the database"))
        } catch {
            return .bad(subject, Examination.words(error, settings))
        }
    }

    private static func hasAccounts(_ tx: Transaction) throws -> Bool {
        try tx.value("select count(*) from accounts", as: Int.self) ?? 0 > 0
    }

    private static func sample(_ tx: Transaction) throws -> [UInt8]? {
        try tx.value("select identity_sealed from people where identity_sealed is not null limit 1", as: [UInt8].self)
    }

    /// Whether one sealed value opens at its place; true when there is none.
    private static func opens(_ keyring: Keyring, _ tx: Transaction) throws -> Bool {
        let found = try tx.first(
            "select id, identity_sealed from people where identity_sealed is not null order by id desc limit 1"
        ) { row in (id: try row.value(Int64.self), sealed: try row.value([UInt8].self)) }
        guard let found else { return true }
        return (try? keyring.open(found.sealed, for: "people.identity", record: found.id)) != nil
    }
}
