/// Closes values so that only who holds the keys of the house can read them.
package struct Sealing: Sendable {
    /// Plain text, column and record → sealed bytes that open there only.
    package let seal: @Sendable (_ plain: String, _ column: String, _ record: Int64) throws -> [UInt8]
    package let open: @Sendable (_ sealed: [UInt8], _ column: String, _ record: Int64) throws -> String

    package init(
        seal: @escaping @Sendable (_ plain: String, _ column: String, _ record: Int64) throws -> [UInt8],
        open: @escaping @Sendable (_ sealed: [UInt8], _ column: String, _ record: Int64) throws -> String
    ) {
        self.seal = seal
        self.open = open
    }

    package init(_ keyring: Keyring) {
        self.init(
            seal: { plain, column, record in try keyring.seal(plain, for: column, record: record) },
            open: { sealed, column, record in try keyring.open(sealed, for: column, record: record) })
    }
}
