extension QRGrid {
    /// How hard the symbol is to read for a scanner; the mask with the least is taken (ISO/IEC 18004, section 7.8.3).
    var penalty: Int {
        var total = blocks + balance
        for index in 0..<side {
            total += Self.lines((0..<side).map { self[index, $0] })
            total += Self.lines((0..<side).map { self[$0, index] })
        }
        return total
    }

    /// Runs of five and more of one colour, and the likeness of a finder: 1011101 with four light modules at one side.
    private static func lines(_ line: [Bool]) -> Int {
        var total = 0
        var run = 0
        for index in line.indices {
            run = index > 0 && line[index] == line[index - 1] ? run + 1 : 1
            total += run == 5 ? 3 : run > 5 ? 1 : 0
        }
        let finder = [true, false, true, true, true, false, true]
        for start in 0...(line.count - 7) where line[start] && line[start..<(start + 7)].elementsEqual(finder) {
            // What lies outside the symbol is its light margin.
            let before = (start - 4..<start).allSatisfy { $0 < 0 || !line[$0] }
            let after = (start + 7..<start + 11).allSatisfy { $0 >= line.count || !line[$0] }
            if before || after { total += 40 }
        }
        return total
    }

    /// Squares of two by two of one colour.
    private var blocks: Int {
        var total = 0
        for row in 0..<(side - 1) {
            for column in 0..<(side - 1) {
                let colour = self[row, column]
                if self[row, column + 1] == colour, self[row + 1, column] == colour, self[row + 1, column + 1] == colour
                {
                    total += 3
                }
            }
        }
        return total
    }

    /// Ten for every whole five percent by which the dark modules are more or fewer than half.
    private var balance: Int {
        let dark = modules.count { $0 }
        return abs(dark * 20 - modules.count * 10) / modules.count * 10
    }
}
