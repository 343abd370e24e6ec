import Kernel

/// Collects every problem of a file; none is dropped.
package final class ImportProblems {
    private let fields: [String: ImportField]
    /// Heading of the file by field.
    private let headings: [String: String]
    private let rows: ImportRows
    private(set) var all: [ImportProblem] = []
    /// Rows of the spreadsheet with at least one refusal.
    private(set) var refused: Set<Int32> = []

    /// - Parameter unread: lines with a cell that could not be converted.
    init(_ rows: ImportRows, fields: [ImportField], headings: [String: String], unread: Set<Int32> = []) {
        self.rows = rows
        refused = unread
        self.headings = headings
        self.fields = Dictionary(fields.map { ($0.name, $0) }) { first, _ in first }
    }

    /// Refuses a row because of one of its cells, or as a whole.
    /// - Parameters:
    ///   - row: of the rows handed to `check`, from 0.
    ///   - problem: what happened and what to do, without row and column, which are put before it. Must not hold the
    ///     value of a private field.
    package func refuse(_ row: Int, _ field: String? = nil, _ problem: Phrase) {
        refused.insert(rows.lines[row])
        add(.refused, row, field, problem)
    }

    /// Whether a cell of the row, or the row as a whole, has been refused.
    package func isRefused(_ row: Int) -> Bool { refused.contains(rows.lines[row]) }

    /// Says something about a row that is taken all the same.
    package func note(_ row: Int, _ field: String? = nil, _ problem: Phrase) {
        add(.note, row, field, problem)
    }

    /// Refuses the file as a whole.
    package func refuseFile(_ problem: Phrase) {
        isFileRefused = true
        all.append(ImportProblem(weight: .refused, row: 0, column: nil, value: nil, problem: problem))
    }

    private(set) var isFileRefused = false

    private func add(_ weight: ImportProblem.Weight, _ row: Int, _ field: String?, _ problem: Phrase) {
        let known = field.flatMap { fields[$0] }
        all.append(
            ImportProblem(
                weight: weight, row: rows.line(row),
                column: field.map { headings[$0] ?? known?.label.zh ?? $0 },
                value: known.flatMap { known in rows[known.name].shown(row, known) }, problem: problem))
    }
}
