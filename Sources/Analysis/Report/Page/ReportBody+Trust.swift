import Kernel
import Markup

/// How far to trust it: measures, probabilities, candidates, groups and drift.
extension ReportBody {
    var trust: ReportSection? {
        guard !document.metrics.isEmpty || document.calibration != nil || document.model != nil else { return nil }
        return ReportSection(id: "trust", title: ReportWords.metrics, lead: trustLead) {
            if !document.metrics.isEmpty { metricsTable }
            if let calibration = document.calibration { self.calibration(calibration) }
            if let model = document.model { candidates(model) }
        }
    }

    /// The first measure with its interval against what luck would reach.
    private var trustLead: Phrase? {
        guard let metric = document.metrics.first else { return nil }
        let value = metric.estimate.text(metric.format)
        let reference = metric.referenceText
        return Phrase(
            zh: "\(metric.title.zh) 为 \(value.zh)；不看资料时为 \(reference.zh)。\(metric.meaning.zh)",
            en: "\(metric.title.en) is \(value.en), against \(reference.en) without facts. \(metric.meaning.en)")
    }

    private var metricsTable: HTML {
        DataTable(
            caption: ReportWords.metricsTitle,
            columns: [
                TableColumn(ReportWords.measure), number(ReportWords.value), number(ReportWords.interval),
                number(ReportWords.reference), TableColumn(ReportWords.meaning),
            ],
            rows: document.metrics.map { metric in
                TableRow([
                    .words(metric.title), .number(metric.estimate.value, metric.format),
                    .interval(metric.estimate, metric.format), .words(metric.referenceText), .words(metric.meaning),
                ])
            }, phone: .scrolls
        ).html
    }

    @HTMLBuilder private func calibration(_ calibration: CalibrationNote) -> HTML {
        h3 { ReportWords.calibration }
        p { ReportWords.calibrationSentence(calibration) }
        CalibrationChart(
            id: "calibration-chart", title: ReportWords.calibrationTitle, note: ReportWords.calibrationExplained,
            groups: calibration.bins.map {
                .init(
                    predicted: $0.predicted, observed: $0.observed.value, low: $0.observed.low ?? .nan,
                    high: $0.observed.high ?? .nan, n: $0.count)
            })
    }

    @HTMLBuilder private func candidates(_ model: ModelNote) -> HTML {
        h3 { ReportWords.model }
        p {
            Phrase(
                zh: "采用\(ReportWords.model(model.chosen).zh)。\(model.reason.zh)",
                en: "\(ReportWords.model(model.chosen).en) was chosen. \(model.reason.en)")
        }
        if !model.candidates.isEmpty {
            figures(
                ReportWords.candidatesTitle,
                [
                    TableColumn(ReportWords.candidate), number(ReportWords.rocAUC), number(ReportWords.interval),
                    number(ReportWords.logLoss), number(ReportWords.interval), TableColumn(ReportWords.chosen),
                ],
                model.candidates.map { candidate in
                    TableRow(
                        [
                            .words(ReportWords.model(candidate.name)), .number(candidate.rocAUC.value, .decimal(3)),
                            .interval(candidate.rocAUC, .decimal(3)), .number(candidate.logLoss.value, .decimal(3)),
                            .interval(candidate.logLoss, .decimal(3)),
                            .words(candidate.chosen ? ReportWords.yes : Phrase(verbatim: "")),
                        ], isEmphasised: candidate.chosen)
                })
        }
    }

    var fairness: ReportSection? {
        guard !document.fairness.isEmpty else { return nil }
        return ReportSection(id: "fairness", title: ReportWords.fairness, lead: ReportWords.fairnessExplained) {
            figures(
                ReportWords.fairnessTable,
                [
                    TableColumn(ReportWords.group), number(ReportWords.count), number(ReportWords.selected),
                    number(ReportWords.impactRatio), number(ReportWords.pValue), number(ReportWords.truePositiveRate),
                    number(ReportWords.falsePositiveRate), number(ReportWords.predicted), number(words.actualShare),
                    TableColumn(ReportWords.verdict),
                ], document.fairness.map(fairnessRow))
        }
    }

    private func fairnessRow(_ note: FairnessNote) -> TableRow {
        let shown = { (value: Double?, format: NumberFormat) in
            TableCell.number(note.hidden ? .nan : value ?? .nan, format)
        }
        return TableRow([
            .words(Phrase(zh: "\(note.column)：\(note.group)", en: "\(note.column): \(note.group)")),
            .number(note.hidden ? .nan : Double(note.count), .count), shown(note.selectionRate, .percent(1)),
            shown(note.impactRatio, .decimal(2)), shown(note.pValue, .decimal(3)),
            shown(note.truePositiveRate, .percent(1)),
            shown(note.falsePositiveRate, .percent(1)), shown(note.predicted, .percent(1)),
            note.hidden
                ? .text(NumberFormat.unknown)
                : .words(note.observed?.text(.percent(1)) ?? Phrase(verbatim: NumberFormat.unknown)),
            .words(note.verdict),
        ])
    }

    var drift: ReportSection? {
        guard !document.drift.isEmpty else { return nil }
        return ReportSection(id: "drift", title: ReportWords.drift, lead: ReportWords.driftExplained) {
            figures(
                ReportWords.driftTable,
                [TableColumn(ReportWords.column), number(Phrase(verbatim: "PSI")), TableColumn(ReportWords.verdict)],
                document.drift.map { TableRow([.text($0.column), .number($0.psi, .decimal(3)), .words($0.verdict)]) })
        }
    }
}
