import Kernel

/// What is wrong with, or worth knowing about, one cell, one row or the whole file.
package struct ImportProblem: Sendable, Codable, Hashable {
    package enum Weight: String, Sendable, Codable, CaseIterable {
        /// The row cannot be taken as it is.
        case refused
        /// The row is taken; someone should know.
        case note
    }

    package let weight: Weight
    /// The row the spreadsheet shows; 0 for the whole file.
    package let row: Int
    /// The heading as it stands in the file; nil when it is about the row.
    package let column: String?
    /// The cell as shown to people: masked for private classes, shortened when long.
    package let value: String?
    /// What happened and what to do.
    package let problem: Phrase

    /// `第 18 行「入职日期」：…`
    package var sentence: Phrase {
        if row == 0 { return problem }
        guard let column else {
            return Phrase(zh: "第 \(row) 行：\(problem.zh)", en: "Row \(row): \(problem.en)")
        }
        return Phrase(zh: "第 \(row) 行「\(column)」：\(problem.zh)", en: "Row \(row), “\(column)”: \(problem.en)")
    }
}
