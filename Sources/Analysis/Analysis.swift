import Forecast
import Kernel
import Sheets

/// A spreadsheet goes in, an honest answer comes out.
///
/// ```swift
/// let table = try SheetReader.table(at: "花名册.xlsx")
/// let result = try Analysis.run(AnalysisRequest(), on: table, fileName: "花名册.xlsx")
/// print(TextReport.text(result.document, in: .zh))
/// ```
public enum Analysis {
    /// Learns from the sheet and judges what was learned on rows held out.
    ///
    /// - Throws: ``AnalysisRefusal``, `SheetRefusal` or `ForecastRefusal` with a sentence for the user; `CancellationError` when the
    ///   observer cancels.
    public static func run(
        _ request: AnalysisRequest, on table: Table, fileName: String, observer: AnalysisObserver = AnalysisObserver()
    ) throws -> AnalysisResult {
        try ColumnRoles(table: table).check(request)
        if request.duration != nil {
            return try SurvivalAnalysis(request: request, table: table, fileName: fileName, observer: observer).run()
        }
        if request.treatment != nil {
            return try EffectAnalysis(request: request, table: table, fileName: fileName, observer: observer).run()
        }
        return try ClassificationAnalysis(request: request, table: table, fileName: fileName, observer: observer).run()
    }

    /// Scores the rows of a sheet with a model saved earlier; nothing is learned.
    public static func score(
        _ request: AnalysisRequest, on table: Table, fileName: String, modelAt path: String,
        observer: AnalysisObserver = AnalysisObserver()
    ) throws -> AnalysisResult {
        try ColumnRoles(table: table).check(request)
        return try SavedModelScoring(
            request: request, table: table, fileName: fileName, saved: try SavedModel(contentsOf: path),
            observer: observer
        ).run()
    }
}
