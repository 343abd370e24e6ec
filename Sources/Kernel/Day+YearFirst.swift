extension Day {
    /// Reads the forms that fill most columns, byte by byte: `2023-12-01`, `2023/12/1`, `2023.12.1`, `20231201`.
    /// Nil for all else, and for days that do not exist; ``init(_:order:)`` then says why.
    init?(yearFirst text: String) {
        var text = text
        let day = text.withUTF8 { Self.yearFirst($0) }
        guard let day else { return nil }
        self = day
    }

    private static func yearFirst(_ bytes: UnsafeBufferPointer<UInt8>) -> Day? {
        guard (8...10).contains(bytes.count), bytes.prefix(4).allSatisfy(\.isDigit) else { return nil }
        let year = number(bytes[..<4])
        let mark = bytes[4]
        if mark.isDigit {
            guard bytes.count == 8, bytes.allSatisfy(\.isDigit) else { return nil }
            return Day(year: year, month: number(bytes[4..<6]), day: number(bytes[6...]))
        }
        guard "-/.".utf8.contains(mark) else { return nil }
        let month = bytes[5...].prefix { $0.isDigit }
        let dayStart = month.endIndex + 1
        guard (1...2).contains(month.count), dayStart < bytes.count, bytes[dayStart - 1] == mark else { return nil }
        let day = bytes[dayStart...]
        guard day.count <= 2, day.allSatisfy(\.isDigit) else { return nil }
        return Day(year: year, month: number(month), day: number(day))
    }

    private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
        digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}
