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

    init() async throws {
        folder = URL(fileURLWithPath: "/tmp/pg-\(UUID().uuidString.prefix(8))")
        port = Int.random(in: 20_000..<30_000)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        if geteuid() == 0 { try await Self.run("chown", ["postgres", folder.path]) }
        try await program(
            "initdb", ["-D", data, "-U", "tenure", "--auth=trust", "-E", "UTF8", "--locale=C", "--no-sync"])
        try await start()
    }

    private var data: String { folder.path + "/data" }

    var url: String { "postgres:///postgres?host=\(folder.path)&port=\(port)&user=tenure" }

    func start() async throws {
        let options = "-p \(port) -c listen_addresses= -c unix_socket_directories=\(folder.path)"
        try await program("pg_ctl", ["-D", data, "-l", folder.path + "/log", "-w", "-o", options, "start"])
    }

    func kill() async throws {
        try await program("pg_ctl", ["-D", data, "-m", "immediate", "-w", "stop"])
    }

    func remove() async {
        try? await kill()
        try? FileManager.default.removeItem(at: folder)
    }

    /// The server refuses to run as the superuser.
    private func program(_ name: String, _ arguments: [String]) async throws {
        let path = (Self.programs ?? "") + "/" + name
        if geteuid() == 0 {
            try await Self.run("runuser", ["-u", "postgres", "--", path] + arguments)
        } else {
            try await Self.run(path, arguments)
        }
    }

    /// Not by Foundation's `Process`: it waits until everything the program left running has ended, too.
    private static func run(_ name: String, _ arguments: [String]) async throws {
        let words = ["env", name] + arguments
        let status: Int32 = try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(with: Result { try spawn("/usr/bin/env", words) }) }
        }
        guard status == 0 else { throw CocoaError(.executableLoad) }
    }

    private static func spawn(_ path: String, _ words: [String]) throws -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for descriptor in 0...2 as ClosedRange<Int32> {
            posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
        }
        let copies = words.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        var child = pid_t()
        guard posix_spawn(&child, path, &actions, nil, copies + [nil], environ) == 0 else {
            throw CocoaError(.executableLoad)
        }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        return status
    }
}
