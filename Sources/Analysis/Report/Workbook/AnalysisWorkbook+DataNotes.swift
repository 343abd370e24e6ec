import Kernel
import Markup

/// Where the figures come from, for whoever is handed the workbook alone.
extension AnalysisWorkbook {
    var dataNotes: WorkbookSheet {
        WorkbookSheet(
            name: say(ReportWords.dataNotes),
            columns: [
                say(Phrase(zh: "项目", en: "Topic")), say(Phrase(zh: "名称", en: "Name")),
                say(Phrase(zh: "说明", en: "Note")),
            ], rows: conclusion + source + columns + size + method + limits)
    }

    private func line(_ topic: Phrase, _ name: String, _ note: String) -> [WorkbookSheet.Cell] {
        [.text(say(topic)), name.isEmpty ? .blank : .text(name), .text(note)]
    }

    private var conclusion: [[WorkbookSheet.Cell]] {
        document.conclusion.map { line(ReportWords.conclusion, "", say($0)) }
    }

    private var source: [[WorkbookSheet.Cell]] {
        var rows = [line(ReportWords.file, document.source.file, document.source.sheet ?? "")]
        rows.append(line(ReportWords.outcome, document.outcome.column, say(ReportWords.outcome(document.outcome))))
        return rows
    }

    private var columns: [[WorkbookSheet.Cell]] {
        document.hygiene.map { note in
            let action = say(ReportWords.hygiene(note.action))
            let reason = say(note.reason)
            return line(
                ReportWords.column, note.column, language == .zh ? "\(action):\(reason)" : "\(action): \(reason)")
        }
            + document.source.unreadable.map { note in
                let examples = note.examples.map {
                    language == .zh ? "第 \($0.line) 行「\($0.text)」" : "line \($0.line) “\($0.text)”"
                }
                return line(
                    ReportWords.unreadable, note.column,
                    "\(note.count): " + examples.joined(separator: language == .zh ? "、" : ", "))
            }
    }

    private var size: [[WorkbookSheet.Cell]] {
        [line(ReportWords.size, "", say(ReportWords.size(document.size, words)))]
            + document.size.skipped.map { line(ReportWords.size, "", say(ReportWords.skipped($0))) }
            + (document.size.duplicates > 0
                ? [line(ReportWords.size, "", say(ReportWords.duplicates(document.size.duplicates)))] : [])
    }

    private var method: [[WorkbookSheet.Cell]] {
        var rows = [
            line(
                ReportWords.validation, say(ReportWords.scheme(document.validation.scheme)),
                say(document.validation.explanation))
        ]
        if let model = document.model {
            rows.append(line(ReportWords.model, say(ReportWords.model(model.chosen)), say(model.reason)))
        }
        return rows
    }

    private var limits: [[WorkbookSheet.Cell]] {
        (document.limits + (document.riskList == nil ? [] : [ReportWords.care(words)])).map {
            line(ReportWords.limits, "", say($0))
        }
    }
}
