import Foundation

/// A real server in a process of its own, on a free port of this machine, ended with the test.
///
/// Its lines are read by one test at a time.
final class Peer: @unchecked Sendable {
    let port: Int
    private let process = Process()
    private let output = Pipe()
    /// Closed by the kernel when this process ends in whatever way; the peer then ends too.
    private let input = Pipe()
    private var buffer = Data()

    /// - Parameter script: a file of `Tests/Peers` that prints its port first.
    init(_ script: String, _ arguments: [String] = []) throws {
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", Self.folder.appending(path: script).path()] + arguments
        process.standardOutput = output
        process.standardInput = input
        try process.run()
        var buffer = Data()
        port = Int(Self.line(from: output, &buffer) ?? "") ?? 0
        self.buffer = buffer
    }

    deinit {
        // Not SIGTERM: the threads tests run on block it, and a child starts with their mask.
        kill(process.processIdentifier, SIGKILL)
    }

    /// The next line it prints.
    func nextLine() -> String? { Self.line(from: output, &buffer) }

    func url(_ path: String, scheme: String = "http") -> String { "\(scheme)://127.0.0.1:\(port)\(path)" }

    private static func line(from pipe: Pipe, _ buffer: inout Data) -> String? {
        while true {
            if let end = buffer.firstIndex(of: 10) {
                let line = String(decoding: buffer[buffer.startIndex..<end], as: UTF8.self)
                buffer = Data(buffer[buffer.index(after: end)...])
                return line
            }
            let more = pipe.fileHandleForReading.availableData
            if more.isEmpty { return nil }
            buffer += more
        }
    }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Peers")
}
