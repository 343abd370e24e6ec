import Foundation
import Kernel
import Organization
import SQL
import Shell

/// Opens a company as the server would, checks that everything confirmed to earlier runs is there, and writes until it is
/// killed.
///
///     storm write|check FOLDER DATABASE RUN
///
/// DATABASE is `sqlite`, or a server's address with the schema after a space. RUN numbers the runs from 1: records are
/// named after it and the clock is a minute further with each. FOLDER/confirmed holds the lines of earlier runs. Every
/// line on standard output is either `ready`, a confirmed write, or one that begins with `broken`.
@main
enum Storm {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 5, let run = Int(arguments[4]) else {
            print("storm write|check FOLDER DATABASE RUN")
            exit(64)
        }
        let company = try await StormCompany(folder: arguments[2], database: arguments[3], run: run)
        let ledger = try StormLedger(at: arguments[2] + "/confirmed")
        var broken = try await StormCheck.broken(company, ledger)
        if arguments[1] == "check", broken.isEmpty { broken = try await StormCheck.unfinished(company, ledger) }
        guard broken.isEmpty else {
            for word in broken.prefix(20) { say("broken \(word)") }
            exit(1)
        }
        if arguments[1] == "check" {
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
