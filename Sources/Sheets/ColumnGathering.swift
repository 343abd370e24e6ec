/// Collects the cells of one column of a worksheet, row by row.
struct ColumnGathering {
    private var raw = RawColumn(codes: [], levels: [])
    private var levelOfText: [String: Int32] = [:]
    private var levelOfShared: [Int: Int32] = [:]
    private var numbers: [Double] = []
    private let listed: Int

    init(listed: Int) { self.listed = listed }

    mutating func add(_ value: WorksheetScanner.Value, row: Int, shared: [String]) {
        fill(to: row)
        switch value {
        case .number(let number, let mark):
            raw.codes.append(mark)
            numbers.append(number)
        case .error(let text):
            raw.codes.append(RawColumn.missing)
            numbers.append(.nan)
            raw.errorCount += 1
            if raw.errors.count < listed { raw.errors.append(.init(row: row, text: text)) }
        case .text(let text): append(level(Header.trimmed(text)))
        case .shared(let index):
            if let level = levelOfShared[index] {
                append(level)
            } else {
                let level = level(shared.indices.contains(index) ? Header.trimmed(shared[index]) : "")
                levelOfShared[index] = level
                append(level)
            }
        }
    }

    private mutating func append(_ level: Int32) {
        raw.codes.append(level)
        numbers.append(.nan)
    }

    private mutating func level(_ text: String) -> Int32 {
        if let level = levelOfText[text] { return level }
        raw.levels.append(text)
        levelOfText[text] = Int32(raw.levels.count - 1)
        return Int32(raw.levels.count - 1)
    }

    private mutating func fill(to row: Int) {
        while raw.codes.count < row { append(RawColumn.missing) }
    }

    mutating func finished(rows: Int) -> RawColumn {
        fill(to: rows)
        raw.numbers = numbers
        return raw
    }
}
