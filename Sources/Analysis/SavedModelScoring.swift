import Forecast
import Kernel
import Sheets

/// Rows of a new sheet scored by a model saved earlier. If the sheet holds the outcome, the scores are judged by it.
struct SavedModelScoring {
    let request: AnalysisRequest
    let table: Table
    let fileName: String
    let saved: SavedModel
    let observer: AnalysisObserver

    func run() throws -> AnalysisResult {
        let file = saved.file
        let (raw, _) = Facts.columns(of: table, excluding: [])
        let missing = file.model.features.filter { raw[$0] == nil }
        guard missing.count * 2 <= file.model.features.count else {
            throw AnalysisRefusal.modelDoesNotFit(missing: missing)
        }
        let frame = file.preparation.prepare(raw).frame
        let rows = Array(0..<table.rowCount)
        observer.report(0.3, Phrase(zh: "评分", en: "Scoring"))
        let margins = try file.model.margins(frame, rows: rows)
        let probabilities = margins.map(probability(ofLogOdds:))
        let outcome = knownOutcome(file.card)
        let known = outcome.filter { !$0.isNaN }
        let events = known.filter { $0 == 1 }.count
        var document = AnalysisDocument(
            task: .classification, language: .zh, source: SourceNote(table, fileName: fileName),
            outcome: OutcomeNote(column: file.card.target, positive: file.card.positive, proposed: false),
            size: SizeNote(
                rowsUsed: table.rowCount, events: events,
                baseRate: known.isEmpty
                    ? Double(file.card.eventCount) / Double(max(1, file.card.rowCount))
                    : Double(events) / Double(known.count), skipped: [], duplicates: 0),
            hygiene: missing.map {
                HygieneNote(
                    column: $0, action: .flagged,
                    reason: Phrase(
                        zh: "模型需要这一列，但表中没有；按缺失处理",
                        en: "The model needs this column, but the sheet lacks it; taken as missing"))
            },
            facts: file.model.features,
            validation: ValidationNote(
                scheme: .loaded, folds: 0, repeats: 0, seed: file.card.seed,
                explanation: Phrase(
                    zh: "由 \(file.card.trainedOn) 用 \(file.card.rowCount) 行建立的模型评分，没有重新学习。",
                    en:
                        "Scored by a model built on \(file.card.trainedOn) from \(file.card.rowCount) rows; nothing was learned anew."
                )))
        observer.report(0.6, Phrase(zh: "解释结果", en: "Explaining the result"))
        document.riskList = try list(frame, file, outcome, margins)
        if let reference = file.drift {
            document.drift = DriftNote.notes(reference, frame: frame, rows: rows, scores: probabilities)
        }
        document.metrics = try judged(probabilities, outcome) ?? file.card.figures.compactMap(MetricNote.init)
        document.limits = [
            Phrase(
                zh: "分数用于决定先关心谁，不能作为解聘、转正或薪酬决定的依据。",
                en:
                    "Scores say whom to look after first; they are no ground for decisions on dismissal, probation or pay."
            )
        ]
        document.conclusion = [
            Phrase(
                zh: "已为 \(table.rowCount) 行评分，预计平均每 100 行约 \(Int((mean(probabilities) * 100).rounded())) 行离开。",
                en:
                    "\(table.rowCount) rows scored; about \(Int((mean(probabilities) * 100).rounded())) in 100 are expected to leave."
            )
        ]
        return AnalysisResult(
            document: document,
            predictions: rows.map { .init(repetition: 0, fold: 0, row: $0, prediction: probabilities[$0]) }, model: nil)
    }

    /// The outcome, when the sheet has its column and the value that means "left".
    private func knownOutcome(_ card: ModelCard) -> [Double] {
        let blank = [Double](repeating: .nan, count: table.rowCount)
        guard let column = table[request.target ?? card.target] else { return blank }
        return (try? BinaryColumn(column, positive: request.positive ?? card.positive, proposal: nil).values) ?? blank
    }

    private func judged(_ probabilities: [Double], _ outcome: [Double]) throws -> [MetricNote]? {
        let known = outcome.filter { !$0.isNaN }
        guard Set(known).count == 2, known.count >= 30 else { return nil }
        let scores = zip(probabilities, outcome).map { $1.isNaN ? Double.nan : $0 }
        let report = try MetricReport(repeats: [scores], outcome: outcome, seed: request.seed)
        return MetricNote.all(report)
    }

    private func list(
        _ frame: Frame, _ file: ModelFile<CalibratedModel>, _ outcome: [Double], _ margins: [Double]
    ) throws -> RiskListNote {
        let rows = outcome.indices.filter { outcome[$0] != 1 }
        return try RiskListing(frame: frame, profile: file.profile, outcome: outcome, table: table)
            .note(
                [.init(model: file.model, rows: rows, margins: rows.map { margins[$0] })],
                explanation: Phrase(
                    zh: "表中还没有离开的行，由保存的模型评分，按可能性从高到低。",
                    en: "Rows that have not left, scored by the saved model, most likely first."))
    }

    private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(max(1, values.count)) }
}
