import Kernel
import Markup

/// What the data was, how it was computed, and what it cannot tell.
extension ReportBody {
    var data: ReportSection? {
        ReportSection(id: "data", title: ReportWords.dataNotes, lead: ReportWords.size(document.size, words)) {
            DefinitionList(sourceFacts)
            if !document.hygiene.isEmpty {
                DataTable(
                    caption: ReportWords.dropped,
                    columns: [
                        TableColumn(ReportWords.column), TableColumn(ReportWords.reason),
                        TableColumn(ReportWords.action),
                    ],
                    rows: document.hygiene.map {
                        TableRow([
                            .words($0.column.isEmpty ? $0.subject : Phrase(verbatim: $0.column)), .words($0.reason),
                            .words(ReportWords.hygiene($0.action)),
                        ])
                    })
            }
            if !document.source.unreadable.isEmpty {
                DataTable(
                    caption: ReportWords.unreadable,
                    columns: [
                        TableColumn(ReportWords.column), TableColumn(ReportWords.examples),
                        number(ReportWords.count),
                    ],
                    rows: document.source.unreadable.map { note in
                        TableRow([
                            .text(note.column),
                            .words(
                                Phrase(
                                    zh: note.examples.map { "第 \($0.line) 行「\($0.text)」" }.joined(separator: "、"),
                                    en: note.examples.map { "line \($0.line) “\($0.text)”" }.joined(separator: ", "))),
                            .count(note.count),
                        ])
                    })
            }
            if !document.size.skipped.isEmpty || document.size.duplicates > 0 {
                ul {
                    for skipped in document.size.skipped { li { ReportWords.skipped(skipped) } }
                    if document.size.duplicates > 0 { li { ReportWords.duplicates(document.size.duplicates) } }
                }
            }
        }
    }

    private var sourceFacts: [DefinitionList.Entry] {
        let source = document.source
        let optional: [(Phrase, String?)] = [
            (ReportWords.file, source.file), (ReportWords.sheet, source.sheet), (ReportWords.encoding, source.encoding),
        ]
        return optional.compactMap { name, value in value.map { text in DefinitionList.Entry(name) { text } } } + [
            DefinitionList.Entry(ReportWords.headerLine) { NumberFormat.count.phrase(Double(source.headerLine)) },
            DefinitionList.Entry(ReportWords.extent) {
                Phrase(
                    zh: "\(NumberFormat.count.text(Double(source.rows), in: .zh)) 行，\(source.columns) 列",
                    en: "\(NumberFormat.count.text(Double(source.rows), in: .en)) rows, \(source.columns) columns")
            },
        ]
    }

    var method: ReportSection? {
        ReportSection(id: "method", title: ReportWords.howComputed, lead: document.validation.explanation) {
            DefinitionList(methodFacts)
            if !document.facts.isEmpty {
                details(.class("more")) {
                    summary { ReportWords.factsUsed(document.facts.count) }
                    p {
                        Phrase(
                            zh: document.facts.joined(separator: "、"), en: document.facts.joined(separator: ", "))
                    }
                }
            }
        }
    }

    private var methodFacts: [DefinitionList.Entry] {
        let (outcome, validation) = (document.outcome, document.validation)
        var facts = [
            DefinitionList.Entry(ReportWords.outcome) { ReportWords.outcome(outcome) },
            DefinitionList.Entry(ReportWords.validation) { ReportWords.scheme(validation.scheme) },
        ]
        if validation.folds > 0 {
            facts.append(
                DefinitionList.Entry(ReportWords.folds) {
                    Phrase(
                        zh: "\(validation.folds) 份，重复 \(validation.repeats) 次",
                        en:
                            "\(validation.folds) parts, \(validation.repeats == 1 ? "once" : "\(validation.repeats) times over")"
                    )
                })
        }
        facts.append(DefinitionList.Entry(ReportWords.seed) { String(validation.seed) })
        if let model = document.model { facts.append(.init(ReportWords.model) { ReportWords.model(model.chosen) }) }
        if let calibration = document.calibration {
            facts.append(.init(ReportWords.calibrationMethod) { ReportWords.calibration(calibration.method) })
        }
        if let duration = outcome.duration { facts.append(.init(ReportWords.duration) { duration }) }
        if let treatment = outcome.treatment {
            facts.append(.init(ReportWords.treatment) { ReportWords.treatment(treatment, outcome) })
        }
        if let design = document.effect?.design {
            facts.append(.init(ReportWords.designTitle) { ReportWords.design(design) })
        }
        return facts
    }

    var limits: ReportSection? {
        ReportSection(id: "limits", title: ReportWords.limits) {
            ul {
                for limit in document.limits { li { limit } }
                if document.riskList != nil { li { ReportWords.care(words) } }
            }
        }
    }
}
