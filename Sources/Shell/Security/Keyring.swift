import Crypto
import Foundation
import Synchronization

/// The keys outside the database: for sealed columns, blind indexes, cookies, form tokens and webhooks.
///
/// Every key of the file is a root of 256 bits with a number; what is used is derived from it by HKDF-SHA256 (RFC 5869),
/// one key per use. The highest number seals and signs, every number opens and verifies, so that keys can be changed
/// while the server runs: add one, seal everything anew, remove the old one.
package struct Keyring: Sendable, Concealed {
    /// The number of a key, 1 upwards.
    package typealias KeyID = UInt32

    struct Key: Sendable, Concealed {
        let id: KeyID
        let root: SymmetricKey
        let sealing: SymmetricKey

        init(id: KeyID, root: SymmetricKey) {
            self.id = id
            self.root = root
            sealing = Self.derive(root, "seal", "")
        }

        /// A key for one use. The label has no end that a name could imitate: its length goes before it.
        static func derive(_ root: SymmetricKey, _ use: String, _ name: String) -> SymmetricKey {
            let info = Array("tenure 1 \(use) \(name.utf8.count) \(name)".utf8)
            return HKDF<SHA256>.deriveKey(inputKeyMaterial: root, info: info, outputByteCount: 32)
        }
    }

    /// Newest first; never empty.
    let keys: [Key]
    private let derived = DerivedKeys()

    /// - Precondition: at least one key; the file reader and `generated` see to it.
    init(keys: [Key]) {
        precondition(!keys.isEmpty)
        self.keys = keys.sorted { $0.id > $1.id }
    }

    /// A ring with one fresh key, not stored anywhere: for tests and for the first start.
    package static func generated() -> Keyring { Keyring(keys: [Key(id: 1, root: SymmetricKey(size: .bits256))]) }

    /// The number of the key that seals now.
    package var current: KeyID { newest.id }

    /// All numbers, newest first.
    package var ids: [KeyID] { keys.map(\.id) }

    var newest: Key { keys[0] }

    func key(_ id: KeyID) -> Key? { keys.first { $0.id == id } }

    func key(_ key: Key, use: String, name: String) -> SymmetricKey {
        derived.key(key, use: use, name: name)
    }
}

/// Derived keys kept at hand: an import asks for the same column a hundred thousand times.
private final class DerivedKeys: Sendable {
    private struct Label: Hashable {
        let id: Keyring.KeyID
        let use: String
        let name: String
    }

    private let known = Mutex<[Label: SymmetricKey]>([:])

    func key(_ key: Keyring.Key, use: String, name: String) -> SymmetricKey {
        let label = Label(id: key.id, use: use, name: name)
        return known.withLock { known in
            if let found = known[label] { return found }
            // Columns are few; should a caller ever pass something else, memory stays bounded.
            if known.count >= 1024 { known.removeAll() }
            let made = Keyring.Key.derive(key.root, use, name)
            known[label] = made
            return made
        }
    }
}
