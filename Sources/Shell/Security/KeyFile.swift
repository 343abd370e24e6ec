import CDispatch
import Foundation

/// Reading and writing a file only its owner may see.
enum KeyFile {
    private static let largest = 65_536

    /// The text; nil if there is no such file. Refuses a file that others could read, change or replace the owner of.
    static func read(_ path: String) throws(KeyringRefusal) -> String? {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else {
            if errno == ENOENT { return nil }
            throw .unreadable(path: path, reason: reason)
        }
        defer { close(file) }
        // The open file is looked at, not its name: nobody can change it in between.
        var facts = stat()
        guard fstat(file, &facts) == 0 else { throw .unreadable(path: path, reason: reason) }
        guard facts.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path: path) }
        guard facts.st_mode & 0o077 == 0 else {
            throw .readableByOthers(path: path, mode: String(facts.st_mode & 0o7777, radix: 8))
        }
        guard facts.st_uid == geteuid() || facts.st_uid == 0 else { throw .ownedByAnother(path: path) }
        guard facts.st_size <= largest else { throw .malformed(path: path, line: 1) }
        let bytes = try contents(of: file, path)
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .malformed(path: path, line: 1) }
        return text
    }

    /// Writes a file that does not exist yet; false if it does. Appears under its name whole or not at all.
    static func create(_ path: String, _ text: String) throws(KeyringRefusal) -> Bool {
        let draft = try write(text, beside: path)
        defer { unlink(draft) }
        if link(draft, path) != 0 {
            if errno == EEXIST { return false }
            throw .unwritable(path: path, reason: reason)
        }
        try syncFolder(of: path)
        return true
    }

    /// Puts the text in the place of what the file holds, whole or not at all.
    static func replace(_ path: String, _ text: String) throws(KeyringRefusal) {
        let draft = try write(text, beside: path)
        guard rename(draft, path) == 0 else {
            let reason = reason
            unlink(draft)
            throw .unwritable(path: path, reason: reason)
        }
        try syncFolder(of: path)
    }

    private static func write(_ text: String, beside path: String) throws(KeyringRefusal) -> String {
        let draft = path + ".\(getpid())-\(UInt64.random(in: .min ... .max)).draft"
        let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .unwritable(path: path, reason: reason) }
        defer { close(file) }
        let bytes = Array(text.utf8)
        var done = 0
        while done < bytes.count {
            let count = bytes[done...].withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            if count <= 0 { break }
            done += count
        }
        guard done == bytes.count, fchmod(file, 0o600) == 0, fsync(file) == 0 else {
            let reason = reason
            unlink(draft)
            throw .unwritable(path: path, reason: reason)
        }
        return draft
    }

    private static func contents(of file: Int32, _ path: String) throws(KeyringRefusal) -> [UInt8] {
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 4096)
        while bytes.count <= largest {
            let count = Foundation.read(file, &part, part.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .unreadable(path: path, reason: reason) }
            if count == 0 { break }
            bytes += part.prefix(count)
        }
        return bytes
    }

    /// Waits until no other process changes a file in the folder. The system lets go when the process ends.
    static func lockFolder(of path: String) throws(KeyringRefusal) -> Int32 {
        let folder = try openFolder(of: path)
        while flock(folder, LOCK_EX) != 0 {
            guard errno == EINTR else {
                let reason = reason
                close(folder)
                throw .unwritable(path: path, reason: reason)
            }
        }
        return folder
    }

    static func unlockFolder(_ folder: Int32) { close(folder) }

    /// A name is only safe on the disk when its folder is.
    private static func syncFolder(of path: String) throws(KeyringRefusal) {
        let folder = try openFolder(of: path)
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw .unwritable(path: path, reason: reason) }
    }

    private static func openFolder(of path: String) throws(KeyringRefusal) -> Int32 {
        let name = (path as NSString).deletingLastPathComponent
        let folder = open(name.isEmpty ? "." : name, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw .unwritable(path: path, reason: reason) }
        return folder
    }

    private static var reason: String { String(cString: strerror(errno)) }
}
