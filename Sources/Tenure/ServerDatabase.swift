import Foundation
import SQL
import Shell

/// Where the company's database is.
package enum ServerDatabase: Sendable, Hashable {
    /// `tenure.sqlite` in the data folder.
    case file
    case server(url: String, schema: String, connections: Int)

    package static let fileName = "tenure.sqlite"

    package init(_ configuration: Configuration) {
        guard let text = configuration.text("database"), text != "sqlite" else {
            self = .file
            return
        }
        self = .server(
            url: text, schema: configuration.text("database_schema") ?? "public",
            connections: configuration.number("connections") ?? 8)
    }

    package func open(in folder: String) throws -> Database {
        switch self {
        case .file: try .sqlite(at: folder + "/" + Self.fileName)
        case .server(let url, let schema, let connections):
            try .postgres(url, schema: schema, connections: connections)
        }
    }

    /// Whether there is a database to open; a server is always tried.
    package func exists(in folder: String) -> Bool {
        self != .file || FileManager.default.fileExists(atPath: folder + "/" + Self.fileName)
    }
}
