import Kernel
import Sheets

/// The uploaded sheet again, row for row, with the problem cells coloured and commented and a last column that says what to do.
enum MarkedSheet {
    /// Comments beyond these would make the file slow to open; the last column names every problem.
    private static let maximumComments = 5_000

    /// - Parameter sight: what may be seen of the file; nil for everything, when it is the viewer's own.
    static func write(
        _ path: String, as target: String, mapping: ImportMapping, problems: [ImportProblem], sight: FileSight? = nil,
        in language: Language
    ) throws {
        let problems = sight.map { problems.map($0.shown) } ?? problems
        var byRow: [Int: [ImportProblem]] = [:]
        for problem in problems where problem.row > 0 { byRow[problem.row, default: []].append(problem) }
        let width = mapping.headings.count
        let places = Dictionary(
            mapping.headings.indices.map { (mapping.heading($0), $0) }
        ) { first, _ in first }
        var writer = try XLSXWriter(path: target)
        var last = 0
        var comments = 0
        let title = Phrase(zh: "问题", en: "Problems")[language]
        try SheetRows.each(at: path, sheet: mapping.sheet, encoding: mapping.encoding) { record in
            let texts = sight?.shown(record.cells, line: record.line) ?? record.cells
            var cells: [XLSXWriter.Cell] = texts.map { $0.isEmpty ? .missing : .text($0) }
            if record.line == mapping.headerRow || byRow[record.line] != nil {
                while cells.count < width { cells.append(.missing) }
            }
            if record.line == mapping.headerRow { cells.append(.flagged(title)) }
            if let found = byRow[record.line] {
                for problem in found {
                    guard let place = problem.column.flatMap({ places[$0] }), place < cells.count else { continue }
                    let text = place < texts.count ? texts[place] : ""
                    comments += 1
                    let comment = comments <= maximumComments ? String(problem.problem[language].prefix(1_000)) : nil
                    cells[place] = .flagged(text, comment: comment)
                }
                let words = found.map { problem in
                    (problem.column.map { language == .zh ? "「\($0)」" : "“\($0)”: " } ?? "") + problem.problem[language]
                }
                cells.append(.flagged(String(words.joined(separator: "\n").prefix(30_000))))
            }
            if last == 0 {
                // The first row of the sheet stays in view, as a spreadsheet would show it.
                let first = record.line == 1 ? cells : []
                try writer.beginSheet(
                    mapping.sheet ?? "Sheet1",
                    columns: (0..<max(first.count, width + 1)).map { place in
                        XLSXWriter.Column(
                            place < first.count ? first[place].plain : "", width: place == width ? 60 : 14)
                    })
                last = 1
                if record.line == 1 { return true }
            }
            while last < record.line - 1 {
                try writer.row([])
                last += 1
            }
            try writer.row(cells)
            last = record.line
            return true
        }
        try writer.close()
    }
}

extension XLSXWriter.Cell {
    fileprivate var plain: String {
        switch self {
        case .text(let text), .flagged(let text, _): text
        default: ""
        }
    }
}
