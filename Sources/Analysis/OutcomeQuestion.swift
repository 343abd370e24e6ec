import Forecast
import Kernel
import Sheets

/// Which column is the outcome and which of its values means "left": as asked, or proposed.
struct OutcomeQuestion {
    var name: String
    var column: BinaryColumn
    var note: OutcomeNote

    init(_ request: AnalysisRequest, table: Table) throws {
        let proposal = request.target == nil ? TargetProposal(table) : nil
        guard let name = request.target ?? proposal?.column else {
            let excluded = request.roles.union(request.drop)
            throw AnalysisRefusal.noTarget(
                candidates: table.columns.filter { !excluded.contains($0.name) && $0.distinctCount(upTo: 3) == 2 }
                    .map(\.name))
        }
        let source = try ColumnRoles(table: table).column(name, option: "--target")
        let usual = proposal?.positive ?? TargetProposal.positive(of: source)
        column = try BinaryColumn(source, positive: request.positive, proposal: usual)
        self.name = name
        let isProposed = proposal != nil || request.positive == nil
        note = OutcomeNote(
            column: name, positive: column.positive, proposed: isProposed,
            reason: proposal?.reason
                ?? (isProposed
                    ? Phrase(
                        zh: "没有指定表示离开的取值，按常见写法取“\(column.positive)”",
                        en: "No value was named for “left”; “\(column.positive)” is the usual one") : nil))
    }
}

extension TargetProposal {
    init?(_ table: Table) {
        let (frame, kinds) = Frame.reading(table)
        self.init(frame, kinds: kinds)
    }

    /// The value of one column that usually means "it happened"; nil when none stands out. The column was chosen by a person, so
    /// its name need not say that it is an outcome.
    static func positive(of column: TableColumn) -> String? {
        let frame = Frame(
            rowCount: column.count, columns: [Column(name: "outcome", values: Column.Values(column.values))])
        return TargetProposal(frame)?.positive
    }
}
