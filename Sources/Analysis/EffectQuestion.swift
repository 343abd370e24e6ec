import Forecast
import Kernel
import Sheets

/// Who was treated, what came of it, and which rows can be compared.
struct EffectQuestion {
    let treatment: Treatment
    /// 0/1, or a number when the outcome column holds numbers; NaN where unknown.
    let outcome: [Double]
    let rows: [Int]
    let note: OutcomeNote
    let skipped: [SizeNote.Skipped]

    init(_ request: AnalysisRequest, table: Table) throws {
        let roles = ColumnRoles(table: table)
        let source = try roles.column(request.treatment ?? "", option: "--treatment")
        let column = Column(name: source.name, values: Column.Values(source.values))
        treatment = try Treatment(column, treated: request.treated ?? "", control: request.control)
        let target = try request.target.map { try roles.column($0, option: "--target") }
        if let target, request.positive == nil, target.isNumeric, target.distinctCount(upTo: 3) > 2,
            case .number(let numbers) = target.values
        {
            outcome = numbers
            note = OutcomeNote(
                column: target.name, positive: "", proposed: false, treatment: source.name, treated: request.treated,
                control: request.control)
        } else {
            let question = try OutcomeQuestion(request, table: table)
            outcome = question.column.values
            var note = question.note
            note.treatment = source.name
            note.treated = request.treated
            note.control = request.control
            self.note = note
        }
        let (treatment, outcome) = (treatment, outcome)
        rows = treatment.rows.filter { !outcome[$0].isNaN }
        let others = table.rowCount - treatment.rows.count
        let blank = treatment.rows.count - rows.count
        skipped = [
            SizeNote.Skipped(
                count: others,
                reason: Phrase(zh: "既不是处理组也不是对照组", en: "Neither treated nor comparison")),
            SizeNote.Skipped(count: blank, reason: Phrase(zh: "结果为空", en: "Outcome is blank")),
        ].filter { $0.count > 0 }
    }
}
