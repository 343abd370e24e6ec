/// One record of a sheet as it stands in the file.
public struct Record: Sendable, Hashable {
    /// 1-based line (CSV) or row (XLSX) on which the record begins.
    public var line: Int
    /// Cells from the first column on; a missing cell is empty. Not trimmed in CSV.
    public var cells: [String]

    public init(line: Int, cells: [String]) {
        self.line = line
        self.cells = cells
    }
}
