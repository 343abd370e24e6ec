import Foundation
import Kernel
import Organization
import SQL
import Shell

/// Opens a company as the server would, checks that everything confirmed to earlier runs is there, and writes until it is
/// killed.
///
///     storm write|check|export|restore FOLDER DATABASE RUN
///
/// DATABASE is `sqlite`, or a server's address with the schema after a space. RUN numbers the runs: records are named after
/// it, and it is how many minutes the clock is ahead. FOLDER/confirmed holds the lines of earlier runs. Every line on
/// standard output is `ready`, `failed …`, `broken …`, or a confirmed write.
@main
enum Storm {
    static func main() async {
        let arguments = CommandLine.arguments
        guard arguments.count == 5, let run = Int(arguments[4]) else {
            say("failed storm write|check|export|restore FOLDER DATABASE RUN")
            exit(64)
        }
        do {
            try await main(arguments[1], arguments[2], arguments[3], run)
        } catch {
            say("failed \(error)")
            exit(1)
        }
    }

    private static func main(_ mode: String, _ folder: String, _ database: String, _ run: Int) async throws {
        if mode == "restore" { return try await StormCompany.restore(folder: folder, database: database) }
        let company = try await StormCompany(folder: folder, database: database, run: run)
        if mode == "export" { return try await company.house.database.export(to: folder + "/copy") }
        let ledger = try StormLedger(at: folder + "/confirmed")
        var broken = try await StormCheck.broken(company, ledger)
        if mode == "check", broken.isEmpty { broken = try await StormCheck.unfinished(company, ledger) }
        guard broken.isEmpty else {
            for word in broken.prefix(20) { say("broken \(word)") }
            exit(1)
        }
        if mode == "check" {
            say(try await StormCheck.summary(company, ledger))
            return try await company.house.database.close()
        }
        say("ready")
        try await StormWriters(company).run()
    }

    /// One whole line, handed to the system before the call returns.
    static func say(_ line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }
}
