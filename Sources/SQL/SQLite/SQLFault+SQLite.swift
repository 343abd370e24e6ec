import CSQLite
import GRDB

extension SQLFault {
    init(_ error: any Error) {
        if let fault = error as? SQLFault {
            self = fault
        } else if let error = error as? DatabaseError {
            self.init(
                code: error.extendedResultCode.rawValue, primary: error.resultCode.rawValue,
                message: error.message ?? "")
        } else {
            self = .statement("\(type(of: error))")
        }
    }

    /// - Parameter message: names tables and columns, never values.
    init(code: Int32, primary: Int32, message: String) {
        let names = message.split(separator: ":").last.map { $0.split(separator: ",") } ?? []
        let parts = names.map { $0.split(separator: ".").map { $0.filter { $0 != " " } } }
        let table = parts.first?.first ?? ""
        switch code {
        case 2067, 1555, 2579: self = .unique(table: table, columns: parts.compactMap { $0.dropFirst().last })  // SQLITE_CONSTRAINT_UNIQUE, _PRIMARYKEY, _ROWID
        case 787: self = .foreignKey(table: "")  // SQLITE_CONSTRAINT_FOREIGNKEY
        case 1299: self = .notNull(table: table, column: parts.first?.dropFirst().last ?? "")  // SQLITE_CONSTRAINT_NOTNULL
        case 275, 3091: self = .check(message)  // SQLITE_CONSTRAINT_CHECK, _DATATYPE
        default:
            switch primary & 0xff {
            case SQLITE_BUSY, SQLITE_LOCKED: self = .busy
            case SQLITE_FULL, SQLITE_TOOBIG: self = .full
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM: self = .readOnly
            case SQLITE_CORRUPT, SQLITE_NOTADB: self = .damaged(message)
            // A failed write to the disk: full disks are reported like this by some file systems.
            case SQLITE_IOERR: self = .unavailable("disk I/O error \(code)")
            default: self = .statement(message)
            }
        }
    }
}
