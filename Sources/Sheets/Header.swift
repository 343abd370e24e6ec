import Kernel

/// The row of column names, found among the first records of a sheet.
struct Header {
    var names: [String]
    /// Names that were blank in the file; such columns are dropped when they hold nothing.
    var isBlank: [Bool]
    var notes: [Phrase]

    /// The first record that fills at least 60 % of the widest one: titles, units and blank rows above it fill less.
    /// When that record is mostly numbers and dates, names were left out and the first record with two cells is taken.
    /// Nil when even that one is mostly numbers.
    static func find(in records: [[String]], rules: ReadingRules) -> Int? {
        let filled = records.map { $0.count { !trimmed($0).isEmpty } }
        guard let widest = filled.max(), widest > 0 else { return nil }
        guard let first = filled.firstIndex(where: { $0 * 10 >= widest * 6 }) else { return nil }
        if !isMostlyValues(records[first], rules) { return first }
        let earlier = records.indices.first { index in
            index < first && filled[index] >= min(2, widest) && !isMostlyValues(records[index], rules)
        }
        return earlier
    }

    private static func isMostlyValues(_ cells: [String], _ rules: ReadingRules) -> Bool {
        let filled = cells.map(trimmed).filter { !$0.isEmpty }
        let values = filled.count { cell in
            switch CellReader.read(cell, rules) {
            case .text, .missing: false
            default: true
            }
        }
        return values * 2 > filled.count
    }

    /// Makes names usable: trimmed, on one line, blank ones numbered, repeated ones told apart.
    init(cells: [String]) {
        var cells = cells.map(Self.trimmed)
        while let last = cells.last, last.isEmpty { cells.removeLast() }
        isBlank = cells.map(\.isEmpty)
        names = []
        notes = []
        var taken = Set(cells)
        var seen = Set<String>()
        for (index, cell) in cells.enumerated() {
            var name = cell.isEmpty ? "#\(index + 1)" : cell
            if cell.isEmpty ? taken.contains(name) : seen.contains(name) {
                var number = 2
                while taken.contains("\(name)_\(number)") { number += 1 }
                let unique = "\(name)_\(number)"
                notes.append(
                    Phrase(
                        zh: "第 \(index + 1) 列与前面的列同名「\(name)」，改称「\(unique)」。",
                        en: "Column \(index + 1) repeats the name “\(name)”; it is called “\(unique)” here."))
                name = unique
            }
            taken.insert(name)
            seen.insert(name)
            names.append(name)
        }
    }

    /// Without white space around it, on one line.
    static func trimmed(_ text: String) -> String {
        // Visible ASCII and Han characters (lead bytes E4…E9), most cells there are, need no look at each character.
        if text.utf8.allSatisfy({ 0x21...0x7E ~= $0 || 0x80...0xBF ~= $0 || 0xE4...0xE9 ~= $0 }) { return text }
        let words = text.split { $0.isWhitespace || $0 == "\u{FEFF}" }
        if text.contains(where: \.isNewline) { return words.joined(separator: " ") }
        guard let first = words.first, let last = words.last else { return "" }
        return String(text[first.startIndex..<last.endIndex])
    }
}
