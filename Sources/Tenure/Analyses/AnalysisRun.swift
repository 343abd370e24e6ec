import Analysis
import Foundation
import Kernel
import Logging
import Sheets

/// One analysis from the stored sheet to its stored results. Runs on a thread of its own.
struct AnalysisRun {
    let workspace: Workspace
    let board: ProgressBoard
    let logger: Logger

    func run(_ id: String) {
        guard var analysis = workspace.analysis(id), analysis.state == .requested else { return }
        do {
            try work(on: analysis)
            analysis.state = .finished
        } catch is CancellationError {
            return
        } catch let refusal as any Refusal {
            analysis.state = .refused(refusal.explanation)
        } catch {
            logger.error("analysis failed", metadata: ["id": "\(id)", "error": "\(type(of: error))"])
            analysis.state = .refused(
                Phrase(zh: "分析时出错（编号 \(id)）。", en: "The analysis failed (reference \(id))."))
        }
        guard workspace.analysis(id) != nil else { return }
        do {
            try workspace.save(analysis)
        } catch {
            logger.error("state not saved", metadata: ["id": "\(id)", "error": "\(type(of: error))"])
        }
    }

    private func work(on analysis: StoredAnalysis) throws {
        let (board, id) = (board, analysis.id)
        let observer = AnalysisObserver(
            report: { share, step in board.set(.init(share: share, step: step), for: id) },
            isCancelled: { board.isCancelled(id) })
        observer.report(0, Phrase(zh: "读取表格", en: "Reading the sheet"))
        let table = try SheetReader.table(at: workspace.path(.sheet, of: analysis), sheet: analysis.request.sheet)
        let result = try Analysis.run(analysis.request, on: table, fileName: analysis.fileName, observer: observer)
        try observer.check()
        let language = result.document.language
        try result.writePredictions(to: workspace.path(.predictions, of: analysis))
        try AnalysisWorkbook.write(result.document, to: workspace.path(.list, of: analysis))
        if result.hasModel { try result.saveModel(to: workspace.path(.model, of: analysis)) }
        let report = HTMLReport.selfContained(result.document, in: language)
        try Data(report).write(to: URL(fileURLWithPath: workspace.path(.report, of: analysis)), options: .atomic)
        let json = try DocumentJSON.encode(result.document)
        try Data(json).write(to: URL(fileURLWithPath: workspace.path(.document, of: analysis)), options: .atomic)
    }
}
