import Kernel
import Sheets

/// Checks that every column a request names is in the sheet.
struct ColumnRoles {
    let table: Table

    func check(_ request: AnalysisRequest) throws(AnalysisRefusal) {
        let single: [(String, String?)] = [
            ("--target", request.target), ("--group", request.group), ("--time-order", request.timeOrder),
            ("--duration", request.duration), ("--event", request.event), ("--treatment", request.treatment),
        ]
        for (option, name) in single {
            if let name { _ = try column(name, option: option) }
        }
        let lists: [(String, [String])] = [
            ("--drop", request.drop), ("--keep", request.keep), ("--categorical", request.categorical),
            ("--protected", request.protected), ("--fold-column", request.foldColumns),
        ]
        for (option, names) in lists {
            for name in names { _ = try column(name, option: option) }
        }
        try checkCombinations(request)
    }

    func column(_ name: String, option: String) throws(AnalysisRefusal) -> TableColumn {
        if let column = table[name] { return column }
        throw .unknownColumn(name, option: option, near: near(name))
    }

    private func checkCombinations(_ request: AnalysisRequest) throws(AnalysisRefusal) {
        let needs: [(Bool, String, String)] = [
            (request.duration != nil && request.event == nil, "--duration", "--event"),
            (request.event != nil && request.duration == nil, "--event", "--duration"),
            (request.eventPositive != nil && request.event == nil, "--event-positive", "--event"),
            (request.testFrom != nil && request.timeOrder == nil, "--test-from", "--time-order"),
            (request.treatment != nil && request.treated == nil, "--treatment", "--treated"),
            (request.treated != nil && request.treatment == nil, "--treated", "--treatment"),
            (request.control != nil && request.treatment == nil, "--control", "--treatment"),
        ]
        for (isMissing, option, other) in needs where isMissing { throw .needs(option, with: other) }
        let excluded: [(Bool, String, String)] = [
            (request.duration != nil && request.treatment != nil, "--duration", "--treatment"),
            (!request.foldColumns.isEmpty && request.timeOrder != nil, "--fold-column", "--time-order"),
            (!request.foldColumns.isEmpty && request.group != nil, "--fold-column", "--group"),
            (request.group != nil && request.timeOrder != nil, "--group", "--time-order"),
        ]
        for (isBoth, option, other) in excluded where isBoth { throw .together(option, other) }
        guard (2...20).contains(request.folds) else { throw .outOfRange("--folds", lowest: 2, highest: 20) }
        if let repeats = request.repeats, !(1...100).contains(repeats) {
            throw .outOfRange("--repeats", lowest: 1, highest: 100)
        }
    }

    /// Column names that differ from `name` by case, spaces, or up to two letters.
    private func near(_ name: String) -> [String] {
        let wanted = Self.folded(name)
        let scored = table.columns.map { (name: $0.name, distance: Self.distance(Self.folded($0.name), wanted)) }
        return Array(scored.filter { $0.distance <= 2 }.sorted { $0.distance < $1.distance }.map(\.name).prefix(3))
    }

    private static func folded(_ name: String) -> [Character] { name.lowercased().filter { $0 != " " && $0 != "_" } }

    /// Levenshtein distance.
    private static func distance(_ one: [Character], _ other: [Character]) -> Int {
        var row = Array(0...other.count)
        for (i, left) in one.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, right) in other.enumerated() {
                let next = min(row[j] + 1, row[j + 1] + 1, diagonal + (left == right ? 0 : 1))
                diagonal = row[j + 1]
                row[j + 1] = next
            }
        }
        return row[other.count]
    }
}

extension String {
    fileprivate func filter(_ isKept: (Character) -> Bool) -> [Character] { Array(self).filter(isKept) }
}
