import CSQLite
import Foundation
import GRDB

extension SQLFault {
    /// - Parameter systemError: what the system said last to SQLite.
    init(_ error: any Error, systemError: Int32 = 0) {
        if let fault = error as? SQLFault {
            self = fault
        } else if let error = error as? DatabaseError {
            self.init(
                code: error.extendedResultCode.rawValue, primary: error.resultCode.rawValue,
                message: error.message ?? "", target: "", systemError: systemError)
        } else {
            self = .statement("\(type(of: error))")
        }
    }

    /// - Parameters:
    ///   - message: names tables and columns, never values.
    ///   - target: the table the statement was about.
    init(code: Int32, primary: Int32, message: String, target: String, systemError: Int32) {
        // "UNIQUE constraint failed: people.unit_id, people.name"
        let list = message.firstRange(of: "failed: ").map { message[$0.upperBound...] } ?? ""
        let columns = list.split(separator: ",").map { $0.filter { $0 != " " }.split(separator: ".").map(String.init) }
        let names = columns.compactMap { $0.count == 2 ? $0[1] : nil }
        let table = columns.first.flatMap { $0.count == 2 ? $0[0] : nil } ?? target
        switch code {
        // SQLITE_CONSTRAINT_UNIQUE, _PRIMARYKEY, _ROWID
        case 2067, 1555, 2579: self = .unique(table: table, columns: names)
        // SQLITE_CONSTRAINT_FOREIGNKEY, and SQLITE_CONSTRAINT_TRIGGER for `on delete restrict`.
        case 787: self = .foreignKey(table: target)
        case 1811 where message.hasPrefix("FOREIGN KEY"): self = .foreignKey(table: target)
        case 1299: self = .notNull(table: table, column: names.first ?? "")  // SQLITE_CONSTRAINT_NOTNULL
        case 275: self = .check(String(list))  // SQLITE_CONSTRAINT_CHECK
        // Quotas and some file systems report a full disk as a failed write.
        case _ where primary & 0xff == SQLITE_IOERR && [ENOSPC, EDQUOT, EFBIG].contains(systemError): self = .full
        default: self.init(primary: primary & 0xff, code: code, message: message)
        }
    }

    private init(primary: Int32, code: Int32, message: String) {
        switch primary {
        case SQLITE_BUSY, SQLITE_LOCKED: self = .busy
        case SQLITE_FULL: self = .full
        case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM: self = .readOnly
        case SQLITE_CORRUPT, SQLITE_NOTADB:
            self = .damaged("the file is no database or parts of it were changed: \(message)")
        case SQLITE_IOERR: self = .unavailable("the disk could not be read or written (SQLite \(code))")
        case SQLITE_MISUSE where message.contains("closed"): self = .closed
        default: self = .statement(message)
        }
    }
}
