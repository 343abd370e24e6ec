import CLibPQ

/// An answer of the server, given back to libpq when it goes out of scope.
struct PostgresResult: ~Copyable {
    let pointer: OpaquePointer

    deinit { PQclear(pointer) }

    var rowCount: Int { Int(PQntuples(pointer)) }

    /// What was done: `INSERT 0 3`, `COMMIT`.
    var tag: String { String(cString: PQcmdStatus(pointer)) }

    /// Rows changed; 0 for a question.
    var changed: Int {
        switch tag.prefix(while: { $0 != " " }) {
        case "INSERT", "UPDATE", "DELETE", "MERGE", "COPY": Int(String(cString: PQcmdTuples(pointer))) ?? 0
        default: 0
        }
    }

    /// The field of an error or notice, as PG_DIAG_… numbers them by letters.
    func field(_ letter: Unicode.Scalar) -> String? {
        PQresultErrorField(pointer, Int32(letter.value)).map { String(cString: $0) }
    }
}
