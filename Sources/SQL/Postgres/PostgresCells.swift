import CLibPQ

/// The cells of one row of a PostgreSQL result, in text format.
struct PostgresCells {
    let result: OpaquePointer
    let row: Int32

    var width: Int { Int(PQnfields(result)) }

    func isNull(_ column: Int) -> Bool { PQgetisnull(result, row, Int32(column)) != 0 }

    func stored(_ column: Int) -> SQLValue { .null }
    func integer(_ column: Int) -> Int64? { nil }
    func real(_ column: Int) -> Double? { nil }
    func text(_ column: Int) -> String? { nil }
    func blob(_ column: Int) -> [UInt8]? { nil }
}
