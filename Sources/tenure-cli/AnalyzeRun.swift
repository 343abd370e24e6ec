import Analysis
import Foundation
import Kernel
import Sheets

/// One run of `tenure analyze`: read, learn or score, print, write.
struct AnalyzeRun {
    var file: String
    var request: AnalysisRequest
    var output: OutputOptions

    func run() throws {
        let progress = TerminalProgress(language: output.language)
        defer { progress.finish() }
        let observer = AnalysisObserver(report: { progress.show($0, $1) }, isCancelled: { false })
        observer.report(0, Phrase(zh: "读取表格", en: "Reading the sheet"))
        let table = try SheetReader.table(at: file, sheet: request.sheet)
        let name = URL(fileURLWithPath: file).lastPathComponent
        var result =
            if let saved = output.load {
                try Analysis.score(request, on: table, fileName: name, modelAt: saved, observer: observer)
            } else {
                try Analysis.run(request, on: table, fileName: name, observer: observer)
            }
        result.document.language = output.language
        progress.finish()
        try write(result)
        print(TextReport.text(result.document, in: output.language))
    }

    private func write(_ result: AnalysisResult) throws {
        let document = result.document
        if let path = output.predictions { try result.writePredictions(to: path) }
        if let path = output.json { try write(DocumentJSON.encode(document), to: path) }
        if let path = output.report { try write(HTMLReport.selfContained(document, in: output.language), to: path) }
        if let path = output.xlsx { try AnalysisWorkbook.write(document, to: path) }
        if let path = output.save { try result.saveModel(to: path) }
    }

    private func write(_ bytes: some Sequence<UInt8>, to path: String) throws {
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw AnalysisRefusal.cannotWrite(path: path, reason: (error as NSError).localizedDescription)
        }
    }
}
