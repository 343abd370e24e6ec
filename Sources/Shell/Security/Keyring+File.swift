import Crypto
import Foundation

extension Keyring {
    /// The ring in the key file; made at the first start.
    /// - Parameters:
    ///   - hasSealedValues: whether the database already holds values sealed with a key. Then a missing file is
    ///     refused, because a new key could not open them.
    package init(at path: String, hasSealedValues: Bool) throws(KeyringRefusal) {
        if let text = try KeyFile.read(path) {
            try self.init(text: text, path: path)
            return
        }
        guard !hasSealedValues else { throw .missing(path: path) }
        let fresh = Keyring.generated()
        if try KeyFile.create(path, fresh.fileText) {
            self = fresh
        } else if let text = try KeyFile.read(path) {
            // Another process was quicker; its keys count.
            try self.init(text: text, path: path)
        } else {
            throw .unreadable(path: path, reason: String(cString: strerror(ENOENT)))
        }
    }

    /// The ring of the file with one more key, which seals and signs from now on. On the disk before it is returned; a
    /// server that runs with the ring of before cannot open what the new key seals until it reads the file again.
    package static func addingKey(at path: String) throws(KeyringRefusal) -> Keyring {
        try changing(path) { ring throws(KeyringRefusal) in
            ring.keys + [Key(id: ring.current + 1, root: SymmetricKey(size: .bits256))]
        }
    }

    /// The ring of the file without a key that no sealed value needs any more.
    package static func removingKey(_ id: KeyID, at path: String) throws(KeyringRefusal) -> Keyring {
        try changing(path) { ring throws(KeyringRefusal) in
            guard id != ring.current else { throw .lastKey }
            guard ring.key(id) != nil else { throw .unknownKey(id) }
            return ring.keys.filter { $0.id != id }
        }
    }

    /// Reads, changes and replaces the file with nobody else in between: a key that another process has just added, and
    /// perhaps used, must not be lost.
    private static func changing(
        _ path: String, _ change: (Keyring) throws(KeyringRefusal) -> [Key]
    ) throws(KeyringRefusal) -> Keyring {
        let folder = try KeyFile.lockFolder(of: path)
        defer { KeyFile.unlockFolder(folder) }
        let ring = Keyring(keys: try change(try Keyring(at: path, hasSealedValues: true)))
        try KeyFile.replace(path, ring.fileText)
        return ring
    }

    private static let title = "tenure-keys 1"

    var fileText: String {
        var lines = [
            Self.title, "# Without this file the sealed values of the database cannot be read.",
            "# Keep a copy of it, apart from the backups of the database.",
        ]
        for key in keys.reversed() {
            lines.append("key \(key.id) " + key.root.withUnsafeBytes { Base64URL.text($0) })
        }
        return lines.joined(separator: "\n") + "\n"
    }

    init(text: String, path: String) throws(KeyringRefusal) {
        var keys: [Key] = []
        var hasTitle = false
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let words = line.split { $0 == " " || $0 == "\t" || $0 == "\r" || $0 == "\r\n" }
            if words.isEmpty || words[0].hasPrefix("#") { continue }
            if !hasTitle {
                guard words.joined(separator: " ") == Self.title else {
                    throw .malformed(path: path, line: index + 1)
                }
                hasTitle = true
                continue
            }
            guard words.count == 3, words[0] == "key", let id = KeyID(words[1]), id > 0, id < .max,
                let root = Base64URL.bytes(words[2]), root.count == 32, !keys.contains(where: { $0.id == id })
            else { throw .malformed(path: path, line: index + 1) }
            keys.append(Key(id: id, root: SymmetricKey(data: root)))
        }
        guard !keys.isEmpty else { throw .empty(path: path) }
        self.init(keys: keys)
    }
}
