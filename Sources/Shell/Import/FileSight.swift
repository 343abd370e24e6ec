import Kernel

/// What a viewer sees of the cells of an uploaded file: everything of one's own; of somebody else's the columns whose
/// class of fields the viewer sees in the whole company. A column that is no field could hold anything.
struct FileSight: Sendable {
    /// What stands for a cell that is not shown.
    static let mask = "***"

    /// Whether nothing is hidden. Only then may the viewer say how the file is read: another header row or another
    /// field would bring the hidden cells to light.
    let isWhole: Bool
    private let hidden: [Bool]
    private let headings: Set<String>
    private let headerLines: ClosedRange<Int>

    init(_ batch: StoredBatch, _ kind: any ImportKind, _ viewer: Viewer) {
        let mapping = batch.mapping
        let needed = Set(kind.fields.map(\.fieldClass)).subtracting([.public])
        let seen = batch.account == viewer.account ? needed : viewer.companyClasses
        let fieldOf = Dictionary(mapping.columns.map { ($0.value, $0.key) }) { first, _ in first }
        let match = HeadingMatch(kind.fields)
        let isWhole = needed.isSubset(of: seen)
        let hidden = mapping.headings.indices.map { column in
            if isWhole { return false }
            let name = fieldOf[column] ?? match.field(of: mapping.headings[column])?.name
            guard let field = name.flatMap(kind.field) else { return true }
            return field.fieldClass != .public && !seen.contains(field.fieldClass)
        }
        self.isWhole = isWhole
        self.hidden = hidden
        headings = Set(hidden.indices.filter { hidden[$0] }.map(mapping.heading))
        headerLines = (mapping.headerRow - max(1, mapping.headerRows) + 1)...mapping.headerRow
    }

    func hides(_ column: Int) -> Bool {
        hidden.indices.contains(column) ? hidden[column] : !isWhole
    }

    /// The cells of a line of the sheet as they may be seen.
    func shown(_ cells: [String], line: Int) -> [String] {
        if isWhole || headerLines.contains(line) { return cells }
        return cells.enumerated().map { column, cell in cell.isEmpty || !hides(column) ? cell : Self.mask }
    }

    /// A problem without the cell it is about, where that is hidden: its words may quote it.
    func shown(_ problem: ImportProblem) -> ImportProblem {
        guard let column = problem.column, headings.contains(column) else { return problem }
        return ImportProblem(
            weight: problem.weight, row: problem.row, column: column, value: problem.value.map { _ in Self.mask },
            problem: Phrase(
                zh: "这一列的内容您无权查看，请由上传文件的人处理。",
                en: "you may not see this column; whoever uploaded the file has to look at it."))
    }
}

extension Viewer {
    /// Classes of fields seen of everybody in the company.
    fileprivate var companyClasses: Set<FieldClass> {
        grants.filter { $0.reach == .company && $0.unit == nil }.reduce(into: [.public]) { $0.formUnion($1.classes) }
    }
}
