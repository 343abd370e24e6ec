import Kernel
import Markup

/// The sections of a report, each written in its own file by what it answers.
struct ReportBody: Part {
    let document: AnalysisDocument
    let words: OutcomeWords

    init(_ document: AnalysisDocument) {
        self.document = document
        words = OutcomeWords(of: document)
    }

    var html: HTML {
        HTML {
            head
            Report(sections)
        }
    }

    private var sections: [ReportSection] {
        let people = [tiers, riskList]
        let answer =
            switch document.task {
            case .classification: people + [survival, effect]
            case .survival: [survival] + people + [effect]
            case .effect: [effect] + people + [survival]
            }
        let rest = [drivers, rule, trust, fairness, drift, data, method, limits]
        return (answer + rest).compactMap { $0 }
    }

    /// What the analysis says, and the few figures it rests on.
    private var head: HTML {
        HTML {
            ReportHead(
                subject: HTMLReport.title(document), headline: document.conclusion.first ?? ReportWords.reportTitle,
                points: Array(document.conclusion.dropFirst()))
            let entries = keyFigures
            if !entries.isEmpty { SummaryFigures(entries) }
        }
    }

    /// A table of figures that keeps its rows on a phone.
    func figures(_ caption: Phrase, _ columns: [TableColumn], _ rows: [TableRow]) -> DataTable {
        DataTable(caption: caption, columns: columns, rows: rows, phone: .scrolls)
    }

    func number(_ title: Phrase, note: Phrase? = nil) -> TableColumn {
        TableColumn(title, note: note, isNumber: true)
    }
}

extension TableCell {
    static func interval(_ estimate: Estimate, _ format: NumberFormat) -> TableCell {
        .words(estimate.intervalText(format) ?? Phrase(verbatim: NumberFormat.unknown))
    }

    static func count(_ value: Int) -> TableCell { .number(Double(value), .count) }
}
