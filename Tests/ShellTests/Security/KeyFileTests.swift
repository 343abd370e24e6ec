import Foundation
import Kernel
import Testing

@testable import Shell

/// A folder of its own for each test, removed with it.
private final class Folder {
    let path = NSTemporaryDirectory() + "tenure-keys-\(UUID().uuidString)"
    var file: String { path + "/keys" }

    init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ text: String, mode: Int = 0o600) throws {
        try text.write(toFile: file, atomically: false, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
    }
}

struct KeyFileTests {
    @Test func madeAtTheFirstStartAndReadAtTheNext() throws {
        let folder = try Folder()
        let first = try Keyring(at: folder.file, hasSealedValues: false)
        let facts = try FileManager.default.attributesOfItem(atPath: folder.file)
        #expect(facts[.posixPermissions] as? Int == 0o600)
        let second = try Keyring(at: folder.file, hasSealedValues: true)
        #expect(try second.open(first.seal("x", for: "c", record: 1), for: "c", record: 1) == "x")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["keys"])
    }

    @Test func aMissingFileIsNotReplaced() throws {
        let folder = try Folder()
        #expect(throws: KeyringRefusal.missing(path: folder.file)) {
            try Keyring(at: folder.file, hasSealedValues: true)
        }
        #expect(!FileManager.default.fileExists(atPath: folder.file))
    }

    @Test(arguments: [0o640, 0o604, 0o644, 0o660, 0o622, 0o601, 0o677])
    func othersMayNotReachIt(mode: Int) throws {
        let folder = try Folder()
        try folder.write(Keyring.generated().fileText, mode: mode)
        #expect(throws: KeyringRefusal.readableByOthers(path: folder.file, mode: String(mode, radix: 8))) {
            try Keyring(at: folder.file, hasSealedValues: false)
        }
    }

    static let key = Base64URL.text([UInt8](repeating: 7, count: 32))

    @Test(
        arguments: [
            ("", nil), ("# nothing\n", nil), ("tenure-keys 1\n", nil), ("tenure-keys 2\nkey 1 \(key)\n", 1),
            ("key 1 \(key)\n", 1), ("tenure-keys 1\nkey 0 \(key)\n", 2), ("tenure-keys 1\nkey x \(key)\n", 2),
            ("tenure-keys 1\nkey 1 \(key)\nkey 1 \(key)\n", 3), ("tenure-keys 1\nkey 1 \(key.dropLast(4))\n", 2),
            ("tenure-keys 1\nkey 1 \(key) more\n", 2), ("tenure-keys 1\nkey 4294967295 \(key)\n", 2), ("\0", 1),
        ] as [(String, Int?)])
    func brokenFilesAreRefusedAndKept(text: String, line: Int?) throws {
        let folder = try Folder()
        try folder.write(text)
        let refusal = line.map { KeyringRefusal.malformed(path: folder.file, line: $0) } ?? .empty(path: folder.file)
        #expect(throws: refusal) { try Keyring(at: folder.file, hasSealedValues: false) }
        #expect(try String(contentsOfFile: folder.file, encoding: .utf8) == text)
        #expect(!refusal.explanation.en.contains(Self.key))
    }

    @Test func notAFile() throws {
        let folder = try Folder()
        #expect(throws: KeyringRefusal.notAFile(path: folder.path)) {
            try Keyring(at: folder.path, hasSealedValues: false)
        }
        #expect(throws: KeyringRefusal.self) { try Keyring(at: folder.path + "/no/keys", hasSealedValues: false) }
    }

    @Test func keysAreChangedWithoutLosingAnything() throws {
        let folder = try Folder()
        let old = try Keyring(at: folder.file, hasSealedValues: false)
        let sealed = try old.seal("6222020000000000000", for: "c", record: 9)
        let code = old.authenticationCode(of: [1], for: .cookie)
        let both = try Keyring.addingKey(at: folder.file)
        #expect(both.ids == [2, 1] && both.current == 2)
        #expect(try both.open(sealed, for: "c", record: 9) == "6222020000000000000")
        #expect(both.isAuthentic(code, of: [1], for: .cookie))
        #expect(
            both.blindIndexes("x", column: "c") == [
                both.blindIndex("x", column: "c"), old.blindIndex("x", column: "c"),
            ])
        #expect(Keyring.keyID(of: try both.seal("x", for: "c", record: 9)) == 2)
        #expect(throws: KeyringRefusal.lastKey) { try Keyring.removingKey(2, at: folder.file) }
        #expect(throws: KeyringRefusal.unknownKey(3)) { try Keyring.removingKey(3, at: folder.file) }
        let new = try Keyring.removingKey(1, at: folder.file)
        #expect(throws: SealRefusal.unknownKey(1, column: "c")) { try new.open(sealed, for: "c", record: 9) }
        #expect(try Keyring(at: folder.file, hasSealedValues: true).ids == [2])
    }

    /// Eight first starts at once: one wins, all have its keys.
    @Test func twoFirstStartsAtOnce() async throws {
        let folder = try Folder()
        let path = folder.file
        let codes = try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<8 {
                group.addTask { try Keyring(at: path, hasSealedValues: false).authenticationCode(of: [], for: .form) }
            }
            return try await group.reduce(into: Set<[UInt8]>()) { $0.insert($1) }
        }
        #expect(codes.count == 1)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["keys"])
    }

    /// Sixteen keys added at once: none is lost.
    @Test func keysAddedAtOnceAreAllKept() async throws {
        let folder = try Folder()
        let path = folder.file
        _ = try Keyring(at: path, hasSealedValues: false)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<16 { group.addTask { _ = try Keyring.addingKey(at: path) } }
            try await group.waitForAll()
        }
        #expect(try Keyring(at: path, hasSealedValues: true).ids == (1...17).reversed())
    }
}
