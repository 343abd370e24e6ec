import Kernel

/// A value that can be read from one column of a ``Row``.
public protocol SQLReadable {
    /// - Throws: ``SQLFault/unreadable(column:wanted:)`` when the column holds something else.
    static func read(_ row: Row, at column: Int) throws -> Self
}

extension Int64: SQLReadable {
    public static func read(_ row: Row, at column: Int) throws -> Int64 {
        guard let value = row.integer(at: column) else { throw row.unreadable(column, "integer") }
        return value
    }
}

extension Int: SQLReadable {
    public static func read(_ row: Row, at column: Int) throws -> Int { Int(try Int64.read(row, at: column)) }
}

extension Bool: SQLReadable {
    public static func read(_ row: Row, at column: Int) throws -> Bool { try Int64.read(row, at: column) != 0 }
}

extension Double: SQLReadable {
    public static func read(_ row: Row, at column: Int) throws -> Double {
        guard let value = row.real(at: column) else { throw row.unreadable(column, "real") }
        return value
    }
}

extension String: SQLReadable {
    public static func read(_ row: Row, at column: Int) throws -> String {
        guard let value = row.text(at: column) else { throw row.unreadable(column, "text") }
        return value
    }
}

extension [UInt8]: SQLReadable {
    public static func read(_ row: Row, at column: Int) throws -> [UInt8] {
        guard let value = row.blob(at: column) else { throw row.unreadable(column, "blob") }
        return value
    }
}

extension Optional: SQLReadable where Wrapped: SQLReadable {
    public static func read(_ row: Row, at column: Int) throws -> Wrapped? {
        row.isNull(at: column) ? nil : try Wrapped.read(row, at: column)
    }
}

extension SQLReadable where Self: RawRepresentable, RawValue: SQLReadable {
    public static func read(_ row: Row, at column: Int) throws -> Self {
        guard let value = Self(rawValue: try RawValue.read(row, at: column)) else {
            throw row.unreadable(column, "\(Self.self)")
        }
        return value
    }
}

extension ID: SQLReadable {}
extension Language: SQLReadable {}

extension Money: SQLReadable {
    public static func read(_ row: Row, at column: Int) throws -> Money { Money(fen: try Int64.read(row, at: column)) }
}

extension Rate: SQLReadable {
    public static func read(_ row: Row, at column: Int) throws -> Rate {
        Rate(billionths: try Int64.read(row, at: column))
    }
}

extension Day: SQLReadable {
    public static func read(_ row: Row, at column: Int) throws -> Day {
        guard let day = Day(iso: try String.read(row, at: column)) else { throw row.unreadable(column, "day") }
        return day
    }
}

extension Month: SQLReadable {
    public static func read(_ row: Row, at column: Int) throws -> Month {
        guard let month = Month(iso: try String.read(row, at: column)) else { throw row.unreadable(column, "month") }
        return month
    }
}

extension Instant: SQLReadable {
    public static func read(_ row: Row, at column: Int) throws -> Instant {
        Instant(milliseconds: try Int64.read(row, at: column))
    }
}
