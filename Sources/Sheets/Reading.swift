/// What one cell can be read as, before its column has been decided.
enum Reading: Equatable {
    case missing
    case number(Double, NumberForm)
    case day(Double)
    /// Two-digit day and month in an order the cell alone does not tell.
    case numericDay(first: Int, second: Int, year: Int, time: Double, slash: Bool)
    /// Digits that name something: leading zero, 15 digits or more.
    case code
    case text

    enum NumberForm: UInt8 { case integer, decimal, percentage, money }
}
