import Kernel

/// A value that can stand in a ``Query``: `"… where hired_on = \(day)"`.
public protocol SQLBindable {
    var sqlValue: SQLValue { get }
}

extension SQLValue: SQLBindable {
    public var sqlValue: SQLValue { self }
}

extension Int64: SQLBindable {
    public var sqlValue: SQLValue { .integer(self) }
}

extension Int: SQLBindable {
    public var sqlValue: SQLValue { .integer(Int64(self)) }
}

/// A flag is stored as 0 or 1: ask `where is_open = 1`, or bind.
extension Bool: SQLBindable {
    public var sqlValue: SQLValue { .integer(self ? 1 : 0) }
}

extension Double: SQLBindable {
    public var sqlValue: SQLValue { .real(self) }
}

extension String: SQLBindable {
    public var sqlValue: SQLValue { .text(self) }
}

extension [UInt8]: SQLBindable {
    public var sqlValue: SQLValue { .blob(self) }
}

extension Optional: SQLBindable where Wrapped: SQLBindable {
    public var sqlValue: SQLValue { self?.sqlValue ?? .null }
}

/// Enums with raw values bind as these.
extension SQLBindable where Self: RawRepresentable, RawValue: SQLBindable {
    public var sqlValue: SQLValue { rawValue.sqlValue }
}

extension ID: SQLBindable {}

/// Fen.
extension Money: SQLBindable {
    public var sqlValue: SQLValue { .integer(fen) }
}

/// Billionths.
extension Rate: SQLBindable {
    public var sqlValue: SQLValue { .integer(billionths) }
}

/// ISO text, `2026-11-22`, so that it sorts.
extension Day: SQLBindable {
    public var sqlValue: SQLValue { .text(description) }
}

/// ISO text, `2026-11`.
extension Month: SQLBindable {
    public var sqlValue: SQLValue { .text(description) }
}

/// Milliseconds UTC.
extension Instant: SQLBindable {
    public var sqlValue: SQLValue { .integer(milliseconds) }
}

extension Language: SQLBindable {}
