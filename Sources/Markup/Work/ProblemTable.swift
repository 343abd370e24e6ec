import Kernel

/// What is wrong with a file: where, what stands there, and what to do about it.
public struct ProblemTable: Part {
    public struct Problem: Sendable {
        public enum Weight: Sendable {
            /// The row cannot be taken.
            case error
            /// It can, but somebody should look.
            case warning
        }

        /// As the spreadsheet numbers it; nil for the whole file.
        public let row: Int?
        public let column: String?
        /// What stands in the cell.
        public let value: String?
        public let words: Phrase
        public let weight: Weight

        public init(row: Int?, column: String?, value: String?, _ words: Phrase, weight: Weight = .error) {
            self.row = row
            self.column = column
            self.value = value
            self.words = words
            self.weight = weight
        }
    }

    public let problems: [Problem]
    public let caption: Phrase

    public init(_ problems: [Problem], caption: Phrase? = nil) {
        self.problems = problems
        self.caption = caption ?? Words.problemsFound
    }

    public var html: HTML {
        DataTable(
            caption: caption,
            columns: [
                TableColumn(Words.row), TableColumn(Words.column), TableColumn(Words.value), TableColumn(Words.toDo),
                TableColumn(Words.kind),
            ],
            rows: problems.map { problem in
                TableRow([
                    problem.row.map { .text(String($0)) } ?? .words(Words.wholeFile),
                    .text(problem.column ?? NumberFormat.unknown),
                    TableCell {
                        if let value = problem.value { code(.class("raw")) { value } } else { NumberFormat.unknown }
                    },
                    .words(problem.words),
                    TableCell {
                        StatusBadge(
                            problem.weight == .error ? .bad : .attention,
                            problem.weight == .error ? Words.mustMend : Words.shouldLook)
                    },
                ])
            }
        ).html
    }
}
