import Foundation
import Kernel
import Sheets

/// A column that says when, as numbers that rise with time: days, plain numbers, or texts in their written order (2023Q1 < 2023Q2).
struct TimeColumn {
    /// NaN where unknown.
    var values: [Double]
    private let column: TableColumn
    private let levels: [String]

    init(_ column: TableColumn) {
        self.column = column
        switch column.values {
        case .number(let numbers):
            values = numbers
            levels = []
        case .text(let codes, let texts):
            let sorted = texts.sorted()
            let rank = Dictionary(sorted.enumerated().map { ($1, Double($0)) }) { first, _ in first }
            let ranks = texts.map { rank[$0]! }
            values = codes.map { $0 < 0 ? .nan : ranks[Int($0)] }
            levels = sorted
        }
    }

    /// The number a value typed by a person stands for.
    func threshold(_ text: String) throws(AnalysisRefusal) -> Double {
        switch column.kind {
        case .day:
            if let day = (try? Day(text)) ?? (try? Month(text))?.firstDay { return Double(day.number) }
        case .text, .yesNo:
            return Double(levels.firstIndex { $0 >= text } ?? levels.count)
        default:
            if let number = Double(text) { return number }
        }
        throw .unknownValue(column: column.name, value: text, known: [column.text(at: 0) ?? "—"])
    }
}
