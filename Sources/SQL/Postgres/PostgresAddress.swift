import CLibPQ

/// Where the server is and how a connection is set up.
struct PostgresAddress: Sendable {
    let url: String
    let schema: String
    let limits: PostgresLimits

    /// - Throws: ``SQLFault/statement(_:)``, without the address, which may hold a password.
    init(url: String, schema: String, limits: PostgresLimits) throws {
        guard url.hasPrefix("postgres://") || url.hasPrefix("postgresql://"), !url.utf8.contains(0) else {
            throw SQLFault.statement("the address of a PostgreSQL server begins with postgres://")
        }
        guard let options = PQconninfoParse(url, nil) else {
            throw SQLFault.statement("the address is not of the form postgres://user:password@host:port/database")
        }
        PQconninfoFree(options)
        guard Self.isPlainName(schema) else {
            throw SQLFault.statement("the name of a schema has small letters, digits and _ only, 63 at most")
        }
        self.url = url
        self.schema = schema
        self.limits = limits
    }

    private static func isPlainName(_ name: String) -> Bool {
        guard let first = name.utf8.first, name.utf8.count <= 63 else { return false }
        let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        let line = UInt8(ascii: "_")
        return (letters.contains(first) || first == line)
            && name.utf8.allSatisfy { letters.contains($0) || digits.contains($0) || $0 == line }
    }

    /// What libpq is given; the address comes last but one, so that it may override what stands before.
    var settings: [(name: String, value: String)] {
        [
            ("fallback_application_name", "tenure"),
            ("connect_timeout", String(limits.connect)),
            ("keepalives_idle", "30"),
            ("keepalives_interval", "10"),
            ("keepalives_count", "3"),
            ("dbname", url),
            ("client_encoding", "UTF8"),
        ]
    }

    /// Said on every new connection. Forms of values are pinned, whatever the server's own settings are.
    var greeting: String {
        """
        set search_path = \(schema); set timezone = 'UTC'; set datestyle = 'ISO'; set bytea_output = 'hex';
        set extra_float_digits = 1; set standard_conforming_strings = on;
        set statement_timeout = \(limits.statement); set lock_timeout = \(limits.lock)
        """
    }
}
