import Foundation

/// The matrix as written: a row per route, a column per visitor.
struct AccessMatrix {
    var rows: [String: [String: String]]
    let columns: [String]

    static let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "matrix.md")

    /// Reads the table; words above it are for people.
    init(at url: URL = file) throws {
        let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").filter { $0.hasPrefix("|") }
        let cells = lines.map { line in
            line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
                .map { $0.trimmingCharacters(in: .whitespaces) }
        }
        columns = cells.first.map { Array($0.dropFirst()) } ?? []
        rows = [:]
        for row in cells.dropFirst(2) {
            rows[row[0]] = Dictionary(uniqueKeysWithValues: zip(columns, row.dropFirst()))
        }
    }

    /// Writes the table anew below the words that stand above it; for whoever then reads every changed line.
    static func write(_ routes: [String], _ columns: [String], _ cell: (String, String) -> String) throws {
        let old = try String(contentsOf: file, encoding: .utf8)
        let words = old.components(separatedBy: "\n").prefix { !$0.hasPrefix("|") }.joined(separator: "\n")
        let table = [["route"] + columns] + routes.map { route in [route] + columns.map { cell(route, $0) } }
        let widths = table[0].indices.map { column in table.map { $0[column].count }.max() ?? 0 }
        func line(_ cells: [String]) -> String {
            "| "
                + zip(cells, widths).map { $0.padding(toLength: $1, withPad: " ", startingAt: 0) }
                .joined(separator: " | ") + " |"
        }
        let lines =
            [line(table[0]), line(widths.map { String(repeating: "-", count: $0) })] + table.dropFirst().map(line)
        try (words + "\n" + lines.joined(separator: "\n") + "\n").write(to: file, atomically: true, encoding: .utf8)
    }
}

/// One cell: which of the records a visitor reaches.
enum AccessCell {
    /// `yes` and `no` for routes without records; else `all`, `no`, or the widest circle whose records are reached.
    static func word(_ reached: Set<Relation>, of asked: Set<Relation>, hasRecords: Bool) -> String {
        guard hasRecords else { return reached.isEmpty ? "no" : "yes" }
        let real = asked.subtracting([.missing])
        if reached.isEmpty { return "no" }
        if reached == real { return real.contains(.outside) || real == [.colleague] ? "all" : name(real) }
        return name(reached)
    }

    private static func name(_ reached: Set<Relation>) -> String {
        switch reached {
        case [.own]: "own"
        case [.own, .report], [.report]: reached.contains(.own) ? "line" : "reports"
        case [.own, .report, .colleague], [.colleague]: "branch"
        default: Relation.allCases.filter(reached.contains).map(\.rawValue).joined(separator: "+")
        }
    }
}
