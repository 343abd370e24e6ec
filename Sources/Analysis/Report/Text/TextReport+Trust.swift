import Kernel
import Markup

/// The model and how far it can be trusted.
extension TextReport {
    func model(_ sheet: inout TextSheet) {
        sheet.heading(say(ReportWords.model))
        if let model = document.model {
            let name = say(ReportWords.model(model.chosen))
            sheet.paragraph(say("采用\(name)。\(model.reason.zh)", "\(name) was chosen. \(model.reason.en)"))
            if !model.candidates.isEmpty {
                sheet.table(
                    [
                        column(ReportWords.candidate), column(ReportWords.rocAUC), column(ReportWords.logLoss),
                        column(ReportWords.chosen),
                    ],
                    model.candidates.map {
                        [
                            say(ReportWords.model($0.name)), say($0.rocAUC.text(.decimal(3))),
                            say($0.logLoss.text(.decimal(3))), $0.chosen ? "✓" : "",
                        ]
                    }, indent: 2)
            }
        }
        sheet.paragraph(say(document.validation.explanation))
    }

    func metrics(_ sheet: inout TextSheet) {
        guard !document.metrics.isEmpty else { return }
        sheet.heading(say(ReportWords.metrics))
        sheet.table(
            [
                column(ReportWords.measure), column(ReportWords.value, isNumber: true), column(ReportWords.interval),
                column(ReportWords.reference, isNumber: true),
            ],
            document.metrics.map {
                [
                    say($0.title), say($0.estimate.valueText($0.format)),
                    $0.estimate.intervalText($0.format).map(say) ?? NumberFormat.unknown, say($0.referenceText),
                ]
            }, indent: 2)
        sheet.blank()
        for metric in document.metrics {
            sheet.point(
                say("\(metric.title.zh)：\(metric.meaning.zh)", "\(metric.title.en): \(metric.meaning.en)"), indent: 2)
        }
    }

    func calibration(_ sheet: inout TextSheet) {
        guard let calibration = document.calibration else { return }
        sheet.heading(say(ReportWords.calibration))
        sheet.paragraph(say(ReportWords.calibrationSentence(calibration)))
        guard !calibration.bins.isEmpty else { return }
        sheet.table(
            [
                column(ReportWords.predicted, isNumber: true), column(words.actualShare, isNumber: true),
                column(ReportWords.interval), column(ReportWords.count, isNumber: true),
            ],
            calibration.bins.map {
                [
                    percent($0.predicted), percent($0.observed.value),
                    $0.observed.intervalText(.percent(1)).map(say) ?? NumberFormat.unknown, count($0.count),
                ]
            }, indent: 2)
    }

    func tree(_ sheet: inout TextSheet) {
        guard let tree = document.tree, !tree.sentences.isEmpty else { return }
        sheet.heading(say(ReportWords.tree))
        if let merit = ReportWords.merit(of: tree) { sheet.paragraph(say(merit)) }
        for sentence in tree.sentences.sorted(by: { $0.rate > $1.rate }) {
            sheet.point(
                say(
                    "\(sentence.words.zh) → \(words.share.zh) \(percent(sentence.rate))（n=\(count(sentence.count))）",
                    "\(sentence.words.en) → \(words.share.en.lowercasedFirst) \(percent(sentence.rate)) "
                        + "(n=\(count(sentence.count)))"), indent: 2)
        }
    }

    func drivers(_ sheet: inout TextSheet) {
        guard !document.drivers.isEmpty else { return }
        sheet.heading(say(ReportWords.drivers))
        sheet.paragraph(ReportWords.driversExplained[language])
        sheet.table(
            [
                column(ReportWords.column, least: 16), column(ReportWords.importance, isNumber: true),
                column(ReportWords.interval), column(ReportWords.together),
            ],
            document.drivers.prefix(12).map {
                [
                    $0.column, number($0.importance.value, .decimal(3)),
                    $0.importance.intervalText(.decimal(3)).map(say) ?? NumberFormat.unknown,
                    $0.together.joined(separator: say("、", ", ")),
                ]
            }, indent: 2)
    }
}

extension String {
    /// For a title that stands in the middle of an English sentence.
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
