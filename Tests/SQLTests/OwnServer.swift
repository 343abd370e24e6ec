import Foundation

/// A PostgreSQL server of one test, which may be killed.
struct OwnServer: Sendable {
    private let folder: URL
    private let port: Int

    /// Where the server's programs are: asked from `pg_config`, since distributions keep them out of the path.
    private static let programs: String? = {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["pg_config", "--bindir"]
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let path = text.trimmingCharacters(in: .whitespacesAndNewlines)
        return FileManager.default.isExecutableFile(atPath: path + "/initdb") ? path : nil
    }()

    static var isPossible: Bool { programs != nil }

    init() throws {
        folder = URL(fileURLWithPath: "/tmp/pg-\(UUID().uuidString.prefix(8))")
        port = Int.random(in: 20_000..<30_000)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        if geteuid() == 0 { try Self.run("chown", ["postgres", folder.path]) }
        try program("initdb", ["-D", data, "-U", "tenure", "--auth=trust", "-E", "UTF8", "--locale=C", "--no-sync"])
        try start()
    }

    private var data: String { folder.path + "/data" }

    var url: String { "postgres:///postgres?host=\(folder.path)&port=\(port)&user=tenure" }

    func start() throws {
        let options = "-p \(port) -c listen_addresses= -c unix_socket_directories=\(folder.path)"
        try program("pg_ctl", ["-D", data, "-l", folder.path + "/log", "-w", "-o", options, "start"])
    }

    func kill() throws {
        try program("pg_ctl", ["-D", data, "-m", "immediate", "-w", "stop"])
    }

    func remove() {
        try? kill()
        try? FileManager.default.removeItem(at: folder)
    }

    /// The server refuses to run as the superuser.
    private func program(_ name: String, _ arguments: [String]) throws {
        let path = (Self.programs ?? "") + "/" + name
        if geteuid() == 0 {
            try Self.run("runuser", ["-u", "postgres", "--", path] + arguments)
        } else {
            try Self.run(path, arguments)
        }
    }

    private static func run(_ name: String, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [name] + arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
    }
}
