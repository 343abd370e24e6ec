import Foundation
import Kernel
import SQL
import Shell

extension Server {
    /// Where and how one server runs.
    public struct Settings: Sendable {
        public var host = "127.0.0.1"
        public var port = 8080
        /// Where uploads, results and the embedded database are kept.
        public var dataFolder = "data"
        /// Names under which the server may be addressed beside its own.
        public var names: [String] = []
        /// A proxy of ours stands before the server and says who comes and whether by TLS.
        public var isBehindProxy = false
        /// Whether an empty database is filled with the demonstration company, whose accounts need no password. False
        /// closes those of one that was filled before; nil leaves it as it is.
        public var isDemonstration: Bool?
        package var publicAddress: String?
        package var database = ServerDatabase.file
        package var keyFile: String?
        package var tls: ServerCertificate?
        package var fileCare = FileCare()
        package var timeZone = TimeZone(identifier: "Asia/Shanghai") ?? .current

        public init() {}

        package init(_ configuration: Configuration) {
            host = configuration.text("address") ?? host
            port = configuration.number("port") ?? port
            dataFolder = configuration.dataFolder
            names = configuration.words("names")
            isBehindProxy = configuration.isOn("behind_proxy")
            isDemonstration = configuration.isSaid("demonstration") ? configuration.isOn("demonstration") : nil
            publicAddress = configuration.publicAddress
            database = ServerDatabase(configuration)
            keyFile = configuration.text("key_file")
            if let certificate = configuration.text("tls_certificate"), let key = configuration.text("tls_key") {
                tls = ServerCertificate(chain: certificate, key: key)
            }
            fileCare = FileCare(configuration)
            timeZone = configuration.timeZone
        }

        package var keyPath: String { keyFile ?? dataFolder + "/keys" }

        /// Where it listens, as a browser on this machine would say it.
        package var ownAddress: String {
            let name = ["0.0.0.0", "::"].contains(host) ? "localhost" : host.contains(":") ? "[\(host)]" : host
            return "\(tls == nil ? "http" : "https")://\(name):\(port)"
        }

        /// Where people reach the server, as far as is known.
        package var shownAddress: String { publicAddress ?? ownAddress }

        /// Names that are ours, in small letters.
        var hostNames: Set<String> {
            let address = publicAddress.flatMap { URLComponents(string: $0)?.host }
            let own = ["127.0.0.1", "localhost", "[::1]", host.contains(":") ? "[\(host)]" : host]
            return Set((own + names + [address].compactMap(\.self)).map { $0.lowercased() })
        }
    }
}

extension Server.Settings {
    /// Whether only this machine reaches the server.
    package var isLocal: Bool { ["127.0.0.1", "localhost", "::1"].contains(host) && !isBehindProxy }

    /// Whether there is a database to open; a PostgreSQL server is always tried.
    package var hasDatabase: Bool { database.exists(in: dataFolder) }

    /// For a company that is thrown away: a folder of its own, an embedded database, keys and files of its own.
    package func apart(in folder: String) -> Self {
        var settings = self
        settings.dataFolder = folder
        settings.database = .file
        settings.keyFile = nil
        settings.fileCare.bucket = nil
        return settings
    }

    /// Why a command that needs a company does not begin.
    package var noCompany: ServerRefusal { database == .file ? .noDatabase(path: dataFolder) : .databaseEmpty }

    package func openDatabase() throws -> Database { try database.open(in: dataFolder) }
}
