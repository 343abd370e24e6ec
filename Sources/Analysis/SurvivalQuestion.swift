import Forecast
import Foundation
import Kernel
import Sheets

/// The two columns of time to event, read and checked row by row.
struct SurvivalQuestion {
    let outcome: SurvivalOutcome
    /// 1 where the event happened, 0 where the row is censored, NaN where it cannot be used.
    let events: [Double]
    let rows: [Int]
    let skipped: [SizeNote.Skipped]
    let note: OutcomeNote
    let unit: Phrase
    /// The median time among those who left: "soon" in this sheet's own terms.
    let horizon: Double

    init(_ request: AnalysisRequest, table: Table) throws {
        let roles = ColumnRoles(table: table)
        let duration = try roles.column(request.duration ?? "", option: "--duration")
        guard case .number(let times) = duration.values else {
            throw Self.notANumber(duration, table)
        }
        if let row = times.firstIndex(where: { $0 < 0 }) {
            throw AnalysisRefusal.negativeDuration(
                column: duration.name, line: table.sourceLine(ofRow: row), text: duration.text(at: row) ?? "")
        }
        let source = try roles.column(request.event ?? "", option: "--event")
        let event = try BinaryColumn(
            source, positive: request.eventPositive, proposal: TargetProposal.positive(of: source))
        let rows = times.indices.filter { !times[$0].isNaN && !event.values[$0].isNaN }
        let count = rows.count { event.values[$0] == 1 }
        guard count >= ForecastRefusal.leastEvents else {
            throw ForecastRefusal.tooFewEvents(found: count, needed: ForecastRefusal.leastEvents)
        }
        let isUsed = Set(rows)
        self.rows = rows
        events = times.indices.map { isUsed.contains($0) ? event.values[$0] : .nan }
        outcome = SurvivalOutcome(
            times: times.indices.map { isUsed.contains($0) ? times[$0] : 1 },
            events: times.indices.map { isUsed.contains($0) && event.values[$0] == 1 })
        let unused = times.count - rows.count
        skipped =
            unused == 0
            ? []
            : [
                .init(
                    count: unused,
                    reason: Phrase(zh: "时长或是否离开为空", en: "Duration or event is blank"))
            ]
        note = OutcomeNote(
            column: source.name, positive: event.positive, proposed: request.eventPositive == nil, reason: nil,
            duration: duration.name)
        unit = Phrase(verbatim: duration.name)
        let leaving = rows.filter { event.values[$0] == 1 }.map { times[$0] }.sorted()
        horizon = leaving.isEmpty ? 1 : max(leaving[leaving.count / 2], .leastNonzeroMagnitude)
    }

    /// Names the first cell that is filled in and no number.
    private static func notANumber(_ column: TableColumn, _ table: Table) -> AnalysisRefusal {
        let row = (0..<column.count).first { column.text(at: $0).map { Double($0) == nil } ?? false } ?? 0
        return .notANumber(
            column: column.name, row: row, line: table.sourceLine(ofRow: row), text: column.text(at: row) ?? "")
    }
}
