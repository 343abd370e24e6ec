import Sheets

extension TableColumn {
    var isNumeric: Bool {
        if case .number = values { true } else { false }
    }

    /// Distinct values, counted no further than `limit`.
    func distinctCount(upTo limit: Int) -> Int {
        switch values {
        case .text(let codes, let levels):
            var isUsed = [Bool](repeating: false, count: levels.count)
            var count = 0
            for code in codes where code >= 0 && !isUsed[Int(code)] {
                isUsed[Int(code)] = true
                count += 1
                if count >= limit { break }
            }
            return count
        case .number(let numbers):
            var seen: Set<Double> = []
            for number in numbers where !number.isNaN {
                seen.insert(number)
                if seen.count >= limit { break }
            }
            return seen.count
        }
    }
}
