extension RawColumn {
    /// The typed column. Levels that mean "missing" become missing; O(cells + levels).
    func resolved(name: String, rules: ReadingRules, listed: Int) -> (column: TableColumn, tally: Tally) {
        let readings = levels.map { CellReader.read($0, rules) }
        var tally = Tally()
        var timesOfLevel = [Int](repeating: 0, count: levels.count)
        for row in codes.indices {
            if codes[row] >= 0 {
                timesOfLevel[Int(codes[row])] += 1
            } else if codes[row] != Self.missing {
                tally.add(reading(at: row, readings))
            }
        }
        for level in levels.indices { tally.add(readings[level], times: timesOfLevel[level]) }
        let decision = Decision(tally, name: name)
        var column: TableColumn
        switch decision {
        case .text:
            let (codes, levels) = asText(readings)
            let kind: TableColumn.Kind = YesNoWords.cover(levels) ? .yesNo : .text
            column = TableColumn(
                name: name, kind: kind, values: .text(codes: codes, levels: levels), unreadable: [], unreadableCount: 0)
        case .number, .day:
            column = asNumbers(name, decision, readings, listed)
        }
        column.unreadable = Array((column.unreadable + errors).sorted { $0.row < $1.row }.prefix(listed))
        column.unreadableCount += errorCount
        return (column, tally)
    }

    private func asNumbers(_ name: String, _ decision: Decision, _ readings: [Reading], _ listed: Int) -> TableColumn {
        let levelValues = readings.map { decision.value($0) }
        let isUnreadable = readings.indices.map { readings[$0] != .missing && levelValues[$0].isNaN }
        var unreadable: [TableColumn.Unreadable] = []
        var count = 0
        let values = codes.indices.map { row -> Double in
            let code = codes[row]
            if code == Self.missing { return .nan }
            let value = code >= 0 ? levelValues[Int(code)] : decision.value(reading(at: row, readings))
            if value.isNaN, code < 0 || isUnreadable[Int(code)] {
                count += 1
                if unreadable.count < listed {
                    unreadable.append(.init(row: row, text: code >= 0 ? levels[Int(code)] : cellText(row)))
                }
            }
            return value
        }
        let kind: TableColumn.Kind
        if case .number(let decided) = decision { kind = decided } else { kind = .day }
        return TableColumn(
            name: name, kind: kind, values: .number(values), unreadable: unreadable, unreadableCount: count)
    }

    /// Codes without the missing words, and with the file's own numbers as levels among the others.
    private func asText(_ readings: [Reading]) -> (codes: [Int32], levels: [String]) {
        if numbers.isEmpty, !readings.contains(.missing) { return (codes, levels) }
        var newLevels: [String] = []
        var newCodes = [Int32](repeating: -1, count: codes.count)
        var seen: [String: Int32] = [:]
        var newCodeOfLevel = [Int32](repeating: -2, count: levels.count)
        func code(_ text: String) -> Int32 {
            if let old = seen[text] { return old }
            seen[text] = Int32(newLevels.count)
            newLevels.append(text)
            return Int32(newLevels.count - 1)
        }
        for row in codes.indices {
            let old = codes[row]
            if old >= 0 {
                let level = Int(old)
                if newCodeOfLevel[level] == -2 {
                    newCodeOfLevel[level] = readings[level] == .missing ? -1 : code(levels[level])
                }
                newCodes[row] = newCodeOfLevel[level]
            } else if old != Self.missing {
                newCodes[row] = code(cellText(row))
            }
        }
        return (newCodes, newLevels)
    }

    /// What a typed cell of a workbook says.
    private func cellText(_ row: Int) -> String {
        switch codes[row] {
        case Self.day: CivilDay.text(numbers[row])
        case Self.percentage: PlainText.number(PlainText.tidy(numbers[row] * 100)) + "%"
        default: PlainText.number(numbers[row])
        }
    }
}
