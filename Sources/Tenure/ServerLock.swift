import Foundation
import Glibc

/// Who may use a data folder at the same time: one server, any number of commands, and nobody beside a command that
/// replaces what is there. The system lets go when the process ends, however it ends.
package final class FolderLock: Sendable {
    package enum Use: Sendable {
        /// The one server of the folder.
        case serving
        /// A command that reads and writes through the database, beside the server or without it.
        case using
        /// A command that needs the folder for itself.
        case replacing
    }

    /// Held by the server; holds its process number.
    private static let serverName = "server.lock"
    /// Held by everybody, alone by who replaces.
    private static let folderName = "folder.lock"

    /// `F_OFD_GETLK` and `F_OFD_SETLK` of Linux: locks of an open file, which the system tells about without one being
    /// taken. Whoever only looks keeps nobody out, not even for a moment.
    private static let (asking, taking): (Int32, Int32) = (36, 37)

    private let files: [Int32]

    /// Makes the folder when it is missing, readable by its owner only.
    /// - Throws: ``ServerRefusal``.
    package init(_ folder: String, _ use: Use) throws {
        try Self.prepare(folder)
        var files: [Int32] = []
        do {
            if use == .serving {
                files.append(try Self.take(folder, Self.serverName, F_WRLCK, Self.busy(folder, .serverRuns)))
            }
            files.append(
                try Self.take(
                    folder, Self.folderName, use == .replacing ? F_WRLCK : F_RDLCK,
                    Self.busy(folder, use == .replacing ? nil : .isBeingReplaced)))
        } catch {
            for file in files { close(file) }
            throw error
        }
        if use == .serving, let file = files.first { Self.sign(file) }
        self.files = files
    }

    package func release() {
        for file in files { close(file) }
    }

    /// The number of the process that serves the folder, 0 when it is not known; nil when none does. Takes no lock.
    package static func server(of folder: String) -> Int32? {
        let path = folder + "/" + serverName
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var lock = whole(F_WRLCK)
        guard fcntl(file, asking, &lock) == 0, Int32(lock.l_type) != F_UNLCK else { return nil }
        let text = FileManager.default.contents(atPath: path).flatMap { String(validating: $0, as: UTF8.self) }
        return text.flatMap { Int32($0.trimmingCharacters(in: .newlines)) } ?? 0
    }

    private static func prepare(_ folder: String) throws {
        var isFolder: ObjCBool = false
        if !FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) {
            do {
                try FileManager.default.createDirectory(
                    atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            } catch {
                throw ServerRefusal.folderNotWritable(path: folder)
            }
        } else if !isFolder.boolValue || access(folder, W_OK | X_OK) != 0 {
            throw ServerRefusal.folderNotWritable(path: folder)
        }
    }

    private static func take(
        _ folder: String, _ name: String, _ kind: Int32, _ busy: @autoclosure () -> ServerRefusal
    ) throws -> Int32 {
        let file = open(folder + "/" + name, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw ServerRefusal.folderNotWritable(path: folder) }
        var lock = whole(kind)
        while fcntl(file, taking, &lock) != 0 {
            if errno == EINTR { continue }
            let isTaken = errno == EAGAIN || errno == EACCES
            close(file)
            throw isTaken ? busy() : ServerRefusal.folderNotWritable(path: folder)
        }
        return file
    }

    /// A lock of a whole file.
    private static func whole(_ kind: Int32) -> flock {
        var lock = flock()
        lock.l_type = Int16(kind)
        lock.l_whence = Int16(SEEK_SET)
        return lock
    }

    private enum Reason { case serverRuns, isBeingReplaced }

    private static func busy(_ folder: String, _ reason: Reason?) -> ServerRefusal {
        switch reason {
        case .isBeingReplaced: .folderIsBeingReplaced(path: folder)
        case .serverRuns: .serverRuns(path: folder, process: server(of: folder))
        case nil: server(of: folder).map { .serverRuns(path: folder, process: $0) } ?? .folderInUse(path: folder)
        }
    }

    private static func sign(_ file: Int32) {
        let text = "\(getpid())\n"
        _ = ftruncate(file, 0)
        _ = text.withCString { pwrite(file, $0, strlen($0), 0) }
    }
}
