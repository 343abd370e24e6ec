/// A place in ``CellTokens``. Every taking function leaves the place alone when it answers nil.
struct TokenCursor {
    let tokens: UnsafeBufferPointer<UInt8>
    private var place = 0

    init(tokens: UnsafeBufferPointer<UInt8>) { self.tokens = tokens }

    var atEnd: Bool { place >= tokens.count }
    var previousIsSpace: Bool { place > 0 && tokens[place - 1] == 0x20 }

    mutating func skipSpaces() { while place < tokens.count, tokens[place] == 0x20 { place += 1 } }

    mutating func take(anyOf accepted: [UInt8]) -> UInt8? {
        guard place < tokens.count, accepted.contains(tokens[place]) else { return nil }
        place += 1
        return tokens[place - 1]
    }

    /// Up to nine digits.
    mutating func integer() -> (value: Int, digits: Int)? {
        var value = 0
        var digits = 0
        while place < tokens.count, digits < 9, tokens[place] &- 0x30 <= 9 {
            value = value * 10 + Int(tokens[place] - 0x30)
            digits += 1
            place += 1
        }
        return digits == 0 ? nil : (value, digits)
    }

    /// A year of four digits, or of two.
    mutating func year() -> Int? {
        let start = place
        guard let (value, digits) = integer(), digits == 4 || digits == 2 else {
            place = start
            return nil
        }
        return digits == 4 ? value : DayScanner.century(value)
    }

    /// English month name or its first three letters, 1…12.
    mutating func monthName() -> Int? {
        var length = 0
        while place + length < tokens.count, (tokens[place + length] | 0x20) &- 0x61 < 26 { length += 1 }
        guard (3...9).contains(length) else { return nil }
        let word = tokens[place..<place + length].map { $0 | 0x20 }
        let match = Self.months.firstIndex { name in
            name == word || word == Array(name.prefix(3)) || word == Array("sept".utf8) && name.starts(with: word)
        }
        guard let match else { return nil }
        place += length
        return match + 1
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ].map { Array($0.utf8) }

    /// The rest as a time of day, in days; 0 when there is no rest, nil when the rest is something else.
    mutating func time() -> Double? {
        if atEnd { return 0 }
        guard let before = take(anyOf: [0x20, 0x54]) else { return previousIsSpace ? clock() : nil }
        if before == 0x20 { skipSpaces() }
        return atEnd ? 0 : clock()
    }

    private mutating func clock() -> Double? {
        guard let (hourRead, _) = integer(), hourRead < 25, take(anyOf: [0x3A, CellTokens.hour]) != nil else {
            return nil
        }
        var hour = hourRead
        var minute = 0
        var second = 0.0
        if let (read, _) = integer() {
            minute = read
            if take(anyOf: [0x3A, CellTokens.minute]) != nil, let (read, _) = integer() {
                second = Double(read)
                if take(anyOf: [0x2E]) != nil, let (part, digits) = integer() {
                    var size = 1.0
                    for _ in 0..<digits { size *= 10 }
                    second += Double(part) / size
                    while let (_, digits) = integer(), digits > 0 {}
                }
                _ = take(anyOf: [CellTokens.second])
            }
        }
        skipSpaces()
        if let half = take(anyOf: [0x41, 0x50, 0x61, 0x70]) {
            guard take(anyOf: [0x4D, 0x6D]) != nil, (1...12).contains(hour) else { return nil }
            hour = hour % 12 + (half | 0x20 == 0x70 ? 12 : 0)
        }
        if take(anyOf: [0x5A]) == nil, take(anyOf: [0x2B, 0x2D]) != nil {
            guard integer() != nil else { return nil }
            if take(anyOf: [0x3A]) != nil, integer() == nil { return nil }
        }
        guard atEnd, minute < 60, second < 61 else { return nil }
        return (Double(hour * 60 + minute) * 60 + second) / 86_400
    }
}
