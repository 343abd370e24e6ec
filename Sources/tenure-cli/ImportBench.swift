import ArgumentParser
import Foundation
import Tenure

/// A staff sheet of a whole company from the file to the last index, checked and committed as the wizard does it.
struct ImportBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Check and commit a staff sheet of made-up people in a database of its own.")

    @Option(help: "People in the sheet.") var people = 100_000
    @Option(help: "A PostgreSQL server, postgres://…; without it a SQLite file is used.") var postgres: String?

    func run() async throws {
        let times = try await ImportTimes.measure(people: people, postgres: postgres)
        print(
            "{\"people\": \(people), \"first\": \(times.first), \"again\": \(times.again), \"undo\": \(times.undo), "
                + "\"peak_mb\": \(PhaseClock.peakMegabytes)}")
    }
}
