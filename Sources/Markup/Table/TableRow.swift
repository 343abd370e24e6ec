import Kernel

/// A row of a table.
public struct TableRow: Sendable {
    /// One cell per column; the first identifies the row.
    public let cells: [TableCell]
    /// The record behind the row.
    public let target: URLText?
    /// What the row's tick box sends, in a table with a selection.
    public let key: String?
    /// A row that stands out: a total, the chosen model.
    public let isEmphasised: Bool

    public init(_ cells: [TableCell], target: URLText? = nil, key: String? = nil, isEmphasised: Bool = false) {
        self.cells = cells
        self.target = target
        self.key = key
        self.isEmphasised = isEmphasised
    }
}
