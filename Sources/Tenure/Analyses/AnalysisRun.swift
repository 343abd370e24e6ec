import Analysis
import Foundation
import Kernel
import Logging
import Markup
import Sheets

/// One analysis from the stored sheet to its stored results. Runs on a thread of its own.
struct AnalysisRun {
    let workspace: Workspace
    let board: ProgressBoard
    let logger: Logger

    func run(_ id: String) {
        guard let analysis = workspace.analysis(id), analysis.state == .requested else { return }
        let state: StoredAnalysis.State
        do {
            try work(on: analysis)
            state = .finished
        } catch is CancellationError {
            return
        } catch let refusal as any Refusal {
            state = .refused(refusal.explanation)
        } catch {
            // Deleted or asked again in the meantime: the missing folder is no fault.
            guard workspace.analysis(id)?.run == analysis.run else { return }
            logger.error("analysis failed", metadata: ["id": "\(id)", "error": "\(type(of: error))"])
            state = .refused(
                Phrase(
                    zh: "分析时出错（编号 \(id)）。请换一种设置再试，或把编号告诉管理员。",
                    en:
                        "The analysis failed (reference \(id)). Try other choices, or tell your administrator this number."
                ))
        }
        do {
            try workspace.update(id) { current in
                guard current.run == analysis.run, current.state == .requested else { return false }
                current.state = state
                return true
            }
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
        try workspace.prepareResults(of: analysis)
        let table = try SheetReader.table(at: workspace.path(.sheet, of: analysis), sheet: analysis.request.sheet)
        let result = try Analysis.run(analysis.request, on: table, fileName: analysis.fileName, observer: observer)
        try observer.check()
        try result.writePredictions(to: workspace.path(.predictions, of: analysis))
        if result.hasModel { try result.saveModel(to: workspace.path(.model, of: analysis)) }
        try write(DocumentJSON.encode(result.document), .document, analysis)
        // In both languages and ready to send: pages then cost no more than reading a file.
        let body = HTMLReport.body(result.document)
        for language in Language.allCases {
            try observer.check()
            try AnalysisWorkbook.write(result.document, in: language, to: workspace.path(.list(language), of: analysis))
            try write(HTMLReport.selfContained(result.document, in: language), .report(language), analysis)
            try write(body.bytes(in: language), .body(language), analysis)
        }
    }

    private func write(_ bytes: some Sequence<UInt8>, _ artifact: Artifact, _ analysis: StoredAnalysis) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: workspace.path(artifact, of: analysis)), options: .atomic)
    }
}
