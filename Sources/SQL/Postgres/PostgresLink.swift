import CLibPQ
import Dispatch
import Foundation

/// One connection to the server, or the place of one: it is opened when needed and after it broke.
///
/// Everything happens on its queue, so that waiting for the server blocks no thread of Swift's own pool.
final class PostgresLink: @unchecked Sendable {
    /// Why a transaction has to be run again.
    enum Trouble {
        /// Another writer was faster.
        case conflict
        /// A prepared statement no longer fits the tables.
        case stale
        /// The connection broke.
        case lost
    }

    let address: PostgresAddress
    let queue: DispatchQueue
    /// What went wrong in the transaction that runs.
    private(set) var trouble: Trouble?
    private var connection: OpaquePointer?
    private var statements = PostgresStatements()

    init(_ address: PostgresAddress, number: Int) {
        self.address = address
        queue = DispatchQueue(label: "tenure.postgres.\(number)")
    }

    deinit {
        PQfinish(connection)
    }

    /// Connects unless there is a connection that was fine when last used.
    /// - Throws: ``SQLFault/unavailable(_:)``.
    func open() throws {
        trouble = nil
        if let connection, PQstatus(connection) == CONNECTION_OK { return }
        close()
        let settings = address.settings
        let names = settings.map { strdup($0.name) }
        let values = settings.map { strdup($0.value) }
        defer { for text in names + values { free(text) } }
        connection = PQconnectdbParams(
            names.map { UnsafePointer($0) } + [nil], values.map { UnsafePointer($0) } + [nil], 1)
        guard PQstatus(connection) == CONNECTION_OK else {
            let message = String(cString: PQerrorMessage(connection))
            close()
            throw SQLFault.unavailable(message.trimmed)
        }
        PQsetNoticeProcessor(connection, { _, _ in }, nil)
        do {
            try run(script: address.greeting)
        } catch {
            close()
            throw error
        }
    }

    func close() {
        PQfinish(connection)
        connection = nil
        statements.forgetAll()
    }

    var isInTransaction: Bool { connection != nil && PQtransactionStatus(connection) != PQTRANS_IDLE }

    /// One statement with values, prepared when it comes with few of them.
    /// - Parameter target: the table it is about, for errors.
    func run(_ query: Query, target: String) throws -> PostgresResult {
        var parameters = try PostgresParameters(query)
        let text = query.text
        // Long lists come in ever new lengths: keeping them would push out what is used all day.
        guard query.values.count <= 100 else { return try send(text, &parameters, target) }
        let name = try prepared(PostgresStatements.Key(text: text, types: parameters.types), target)
        let formats = [Int32](repeating: 1, count: parameters.lengths.count)
        let lengths = parameters.lengths
        let answer = parameters.withPlaces { places in
            PQexecPrepared(connection, name, Int32(places.count), places, lengths, formats, 0)
        }
        return try checked(answer, target)
    }

    private func send(_ text: String, _ parameters: inout PostgresParameters, _ target: String) throws -> PostgresResult
    {
        guard parameters.types.count <= 65_535 else {
            throw SQLFault.statement("\(parameters.types.count) values are more than a statement takes")
        }
        let formats = [Int32](repeating: 1, count: parameters.lengths.count)
        let (types, lengths) = (parameters.types, parameters.lengths)
        let answer = parameters.withPlaces { places in
            PQexecParams(connection, text, Int32(places.count), types, places, lengths, formats, 0)
        }
        return try checked(answer, target)
    }

    private func prepared(_ key: PostgresStatements.Key, _ target: String) throws -> String {
        if let name = statements.name(of: key) { return name }
        let name = statements.freshName()
        _ = try checked(PQprepare(connection, name, key.text, Int32(key.types.count), key.types), target)
        if let leaving = statements.keep(key, name: name) { try run(script: "deallocate \(leaving)") }
        return name
    }

    /// Statements without values. - Returns: the answer to the last of them.
    @discardableResult
    func run(script: String, target: String = "") throws -> PostgresResult {
        try checked(PQexec(connection, script), target)
    }

    /// Sends rows by the `copy` protocol. - Returns: how many were written.
    func copy(_ statement: String, target: String, next: () -> [UInt8]?) throws -> Int {
        _ = try checked(PQexec(connection, statement), target)
        while let bytes = next() {
            let isSent = bytes.withUnsafeBufferPointer { bytes in
                bytes.withMemoryRebound(to: CChar.self) {
                    PQputCopyData(connection, $0.baseAddress, Int32($0.count)) == 1
                }
            }
            guard isSent else { break }
        }
        PQputCopyEnd(connection, nil)
        let result = try checked(PQgetResult(connection), target)
        while let rest = PQgetResult(connection) { PQclear(rest) }
        return result.changed
    }

    /// - Throws: ``SQLFault``; what it means for the transaction is in ``trouble``.
    private func checked(_ answer: OpaquePointer?, _ target: String) throws -> PostgresResult {
        guard let answer else { throw lost() }
        let result = PostgresResult(pointer: answer)
        switch PQresultStatus(answer) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_COPY_IN, PGRES_EMPTY_QUERY: return result
        default: break
        }
        while let rest = PQgetResult(connection) { PQclear(rest) }
        guard PQstatus(connection) == CONNECTION_OK else { throw lost() }
        let state = result.field("C") ?? ""
        switch state {
        case "40001", "40P01": trouble = .conflict
        case "26000": trouble = .stale
        // "cached plan must not change result type"
        case "0A000" where result.field("R") == "RevalidateCachedQuery": trouble = .stale
        default: break
        }
        if trouble == .stale { statements.forgetAll() }
        throw SQLFault(state: state, result: result, target: target)
    }

    private func lost() -> SQLFault {
        let message = String(cString: PQerrorMessage(connection)).trimmed
        trouble = .lost
        return .unavailable(message.isEmpty ? "there is no connection to the server" : message)
    }
}

extension String {
    /// Without the line breaks and spaces around it.
    fileprivate var trimmed: String {
        var text = self[...]
        while text.last?.isWhitespace == true { text.removeLast() }
        while text.first?.isWhitespace == true { text.removeFirst() }
        return String(text)
    }
}
