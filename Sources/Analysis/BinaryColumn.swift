import Forecast
import Foundation
import Kernel
import Sheets

/// A column read as yes or no: 1 where it has the positive value, 0 elsewhere, NaN where it is blank.
struct BinaryColumn {
    var values: [Double]
    var positive: String

    /// - Throws: when the column has one value, or several and none is named.
    init(_ column: TableColumn, positive named: String?, proposal: String?) throws(AnalysisRefusal) {
        let levels = Self.levels(column)
        guard levels.count > 1 else {
            throw .targetHasOneValue(column.name, value: levels.first?.text ?? "—")
        }
        let chosen: Level
        if let named {
            guard let match = Self.match(named, in: levels) else {
                throw .unknownValue(column: column.name, value: named, known: levels.prefix(12).map(\.text))
            }
            chosen = match
        } else if let match = proposal.flatMap({ Self.match($0, in: levels) }) {
            chosen = match
        } else {
            throw .targetHasManyValues(column.name, count: levels.count, examples: levels.prefix(4).map(\.text))
        }
        positive = chosen.text
        switch column.values {
        case .number(let numbers): values = numbers.map { $0.isNaN ? .nan : $0 == chosen.number ? 1 : 0 }
        case .text(let codes, _): values = codes.map { $0 < 0 ? .nan : $0 == chosen.code ? 1 : 0 }
        }
    }

    private struct Level {
        var text: String
        var code: Int32 = -1
        var number = Double.nan
    }

    private static func levels(_ column: TableColumn) -> [Level] {
        switch column.values {
        case .text(let codes, let texts):
            var isUsed = [Bool](repeating: false, count: texts.count)
            for code in codes where code >= 0 { isUsed[Int(code)] = true }
            return texts.indices.filter { isUsed[$0] }.map { Level(text: texts[$0], code: Int32($0)) }
        case .number(let numbers):
            var firstRow: [Double: Int] = [:]
            for (row, number) in numbers.enumerated() where !number.isNaN && firstRow[number] == nil {
                firstRow[number] = row
            }
            return firstRow.keys.sorted().map { Level(text: column.text(at: firstRow[$0]!) ?? "", number: $0) }
        }
    }

    /// By text first, then as a number ("1.0" names the level 1), then without regard to case.
    private static func match(_ value: String, in levels: [Level]) -> Level? {
        let number = Double(value)
        return levels.first { $0.text == value }
            ?? levels.first { number != nil && ($0.number == number || Double($0.text) == number) }
            ?? levels.first { $0.text.lowercased() == value.lowercased() }
    }
}
