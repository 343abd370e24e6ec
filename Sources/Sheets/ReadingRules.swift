/// What a sheet says about all its cells.
struct ReadingRules: Sendable, Equatable {
    /// "1.234,5" is one thousand and some, as in half of Europe.
    var decimalComma = false
}
