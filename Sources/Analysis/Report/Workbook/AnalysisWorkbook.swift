import Kernel
import Markup

/// An analysis as an XLSX workbook: the whole risk list, tiers, measures, drivers and notes on the data.
public struct AnalysisWorkbook: Sendable {
    let document: AnalysisDocument
    let language: Language
    let words: OutcomeWords

    /// - Parameter language: the document's own when nil.
    init(_ document: AnalysisDocument, language: Language? = nil) {
        self.document = document
        self.language = language ?? document.language
        words = OutcomeWords(of: document)
    }

    /// In the order of the workbook; the first is what it is opened for.
    var sheets: [WorkbookSheet] { [riskList, tiers, metrics, drivers, dataNotes] }

    func say(_ phrase: Phrase) -> String { phrase[language] }

    private var bounds: [String] {
        [say(Phrase(zh: "95% 区间下限", en: "95% low")), say(Phrase(zh: "95% 区间上限", en: "95% high"))]
    }

    private func bounds(_ estimate: Estimate, asPercent: Bool = false) -> [WorkbookSheet.Cell] {
        [.known(estimate.low, asPercent: asPercent), .known(estimate.high, asPercent: asPercent)]
    }

    private var riskList: WorkbookSheet {
        let identifying = document.riskList?.identifying ?? []
        let reasons = (1...3).map { say(Phrase(zh: "依据 \($0)", en: "Reason \($0)")) }
        let rows = (document.riskList?.rows ?? []).map { row -> [WorkbookSheet.Cell] in
            let identity = identifying.indices.map { index -> WorkbookSheet.Cell in
                index < row.identity.count ? .text(row.identity[index]) : .blank
            }
            let facts = (0..<3).map { index -> WorkbookSheet.Cell in
                index < row.reasons.count ? .text(say(row.reasons[index].text)) : .blank
            }
            return [.count(row.line)] + identity
                + [.text(say(row.tier.phrase)), .known(row.probability, asPercent: true)] + facts
                + [.text(say(words.known(row.left)))]
        }
        return WorkbookSheet(
            name: say(ReportWords.riskList),
            columns: [say(ReportWords.line)] + identifying + [say(ReportWords.tier), say(words.chance)] + reasons
                + [say(ReportWords.known)], rows: rows)
    }

    private var tiers: WorkbookSheet {
        WorkbookSheet(
            name: say(Phrase(zh: "层级", en: "Tiers")),
            columns: [
                say(ReportWords.tier), say(Phrase(zh: "按规则占比", en: "Share by rule")), say(ReportWords.count),
                say(ReportWords.predicted), say(words.actualShare),
            ] + bounds,
            rows: document.tiers.map {
                [
                    .text(say($0.tier.phrase)), .known($0.share, asPercent: true), .count($0.count),
                    .known($0.predicted, asPercent: true), .known($0.actual.value, asPercent: true),
                ] + bounds($0.actual, asPercent: true)
            })
    }

    private var metrics: WorkbookSheet {
        WorkbookSheet(
            name: say(Phrase(zh: "指标", en: "Metrics")),
            columns: [say(ReportWords.measure), say(ReportWords.value)] + bounds + [
                say(ReportWords.reference), say(ReportWords.meaning),
            ],
            rows: document.metrics.map {
                [.text(say($0.title)), .known($0.estimate.value)] + bounds($0.estimate) + [
                    .known($0.reference), .text(say($0.meaning)),
                ]
            })
    }

    private var drivers: WorkbookSheet {
        WorkbookSheet(
            name: say(ReportWords.drivers),
            columns: [say(ReportWords.column), say(ReportWords.importance)] + bounds + [say(ReportWords.together)],
            rows: document.drivers.map {
                [.text($0.column), .known($0.importance.value)] + bounds($0.importance) + [
                    .text($0.together.joined(separator: language == .zh ? "、" : ", "))
                ]
            })
    }
}
