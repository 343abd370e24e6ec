/// The modules of a QR symbol while it is drawn. `true` is dark; row 0 is on top, column 0 on the left.
struct QRGrid {
    let version: QRVersion
    let side: Int
    private(set) var modules: [Bool]
    /// Modules that belong to a pattern or tell about the symbol: no data, no mask.
    private var fixed: [Bool]

    /// The patterns of every symbol of this size (ISO/IEC 18004, section 6.3), with room for the format.
    init(_ version: QRVersion) {
        self.version = version
        side = version.side
        modules = Array(repeating: false, count: side * side)
        fixed = modules
        for index in 0..<side {
            fix(row: 6, column: index, index % 2 == 0)
            fix(row: index, column: 6, index % 2 == 0)
        }
        for (row, column) in [(3, 3), (3, side - 4), (side - 4, 3)] { drawFinder(row, column) }
        drawAlignment()
        if version.number >= 7 { drawVersion() }
        drawFormat(0)
    }

    subscript(row: Int, column: Int) -> Bool { modules[row * side + column] }

    private mutating func fix(row: Int, column: Int, _ isDark: Bool) {
        guard (0..<side).contains(row), (0..<side).contains(column) else { return }
        modules[row * side + column] = isDark
        fixed[row * side + column] = true
    }

    private mutating func drawFinder(_ row: Int, _ column: Int) {
        for down in -4...4 {
            for across in -4...4 {
                let ring = max(abs(down), abs(across))
                fix(row: row + down, column: column + across, ring != 2 && ring != 4)
            }
        }
    }

    private mutating func drawAlignment() {
        let centres = version.alignment
        guard let last = centres.last else { return }
        for row in centres {
            for column in centres {
                // Three corners belong to the finders.
                if [row, column] == [6, 6] || [row, column] == [6, last] || [row, column] == [last, 6] {
                    continue
                }
                for down in -2...2 {
                    for across in -2...2 {
                        fix(row: row + down, column: column + across, max(abs(down), abs(across)) != 1)
                    }
                }
            }
        }
    }

    /// The number of the version with its BCH (18, 6) check bits, twice (ISO/IEC 18004, section 7.10).
    private mutating func drawVersion() {
        let bits = version.number << 12 | Self.remainder(version.number << 12, 0x1F25)
        for index in 0..<18 {
            let isDark = bits >> index & 1 == 1
            fix(row: index / 3, column: side - 11 + index % 3, isDark)
            fix(row: side - 11 + index % 3, column: index / 3, isDark)
        }
    }

    /// Level and mask with their BCH (15, 5) check bits, twice (ISO/IEC 18004, section 7.9).
    mutating func drawFormat(_ value: Int) {
        let bits = (value << 10 | Self.remainder(value << 10, 0x537)) ^ 0x5412
        for index in 0..<15 {
            let isDark = bits >> index & 1 == 1
            // Around the finder at the top left, stepping over the timing pattern.
            let near = [0, 1, 2, 3, 4, 5, 7, 8]
            fix(row: index < 8 ? near[index] : 8, column: index < 8 ? 8 : near[14 - index], isDark)
            // Along the other two.
            fix(row: index < 8 ? 8 : side - 15 + index, column: index < 8 ? side - 1 - index : 8, isDark)
        }
        fix(row: side - 8, column: 8, true)
    }

    /// The remainder of a polynomial over GF(2).
    private static func remainder(_ value: Int, _ divisor: Int) -> Int {
        let width = Int.bitWidth - divisor.leadingZeroBitCount
        var value = value
        while Int.bitWidth - value.leadingZeroBitCount >= width {
            value ^= divisor << (Int.bitWidth - value.leadingZeroBitCount - width)
        }
        return value
    }

    /// Fills in the code words: columns in pairs from the right, upwards and downwards in turn, around everything fixed
    /// (ISO/IEC 18004, section 7.7.3).
    mutating func place(_ codewords: [UInt8]) {
        var bit = 0
        var right = side - 1
        while right >= 1 {
            // The column of the timing pattern is skipped.
            if right == 6 { right = 5 }
            for step in 0..<side {
                let isUpward = (right + 1) & 2 == 0
                let row = isUpward ? side - 1 - step : step
                for column in [right, right - 1] where !fixed[row * side + column] && bit < codewords.count * 8 {
                    modules[row * side + column] = codewords[bit / 8] >> (7 - bit % 8) & 1 == 1
                    bit += 1
                }
            }
            right -= 2
        }
    }

    /// The symbol under one of the eight masks (ISO/IEC 18004, table 10).
    func masked(_ mask: Int, _ level: QRLevel) -> QRGrid {
        var grid = self
        for row in 0..<side {
            for column in 0..<side where !fixed[row * side + column] {
                if Self.isTurned(mask, row, column) { grid.modules[row * side + column].toggle() }
            }
        }
        grid.drawFormat(level.formatBits << 3 | mask)
        return grid
    }

    private static func isTurned(_ mask: Int, _ row: Int, _ column: Int) -> Bool {
        let product = row * column
        return switch mask {
        case 0: (row + column) % 2 == 0
        case 1: row % 2 == 0
        case 2: column % 3 == 0
        case 3: (row + column) % 3 == 0
        case 4: (row / 2 + column / 3) % 2 == 0
        case 5: product % 2 + product % 3 == 0
        case 6: (product % 2 + product % 3) % 2 == 0
        default: ((row + column) % 2 + product % 3) % 2 == 0
        }
    }
}
