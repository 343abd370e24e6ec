import Forecast
import Foundation
import Kernel
import Sheets

/// Who leaves: learn from rows with a known outcome, judge on rows held out, list those who are still there.
struct ClassificationAnalysis {
    let request: AnalysisRequest
    let table: Table
    let fileName: String
    let observer: AnalysisObserver

    func run() throws -> AnalysisResult {
        let question = try OutcomeQuestion(request, table: table)
        let outcome = question.column.values
        var request = request
        request.target = question.name
        let facts = try Facts(table, request, outcome: outcome)
        let rows = outcome.indices.filter { !outcome[$0].isNaN }
        let plan = try FoldPlan(request, table: table, rows: rows, outcome: outcome, duplicates: facts.duplicates)
        try observer.check()

        let validation = CrossValidation(learner(plan), folds: plan.folds, keepsFirstModels: true)
        let learning = observer.part(
            0.05...0.75, Phrase(zh: "学习并在留出的行上检验", en: "Learning and testing on held-out rows"))
        let crossed = try validation.run(facts.frame, outcome: outcome, seed: request.seed) { done, count in
            learning(Double(done) / Double(count))
            try observer.check()
        }
        observer.report(0.78, Phrase(zh: "用全部行建立最终模型", en: "Fitting the final model on all rows"))
        let final = try validation.fitFinal(facts.frame, rows: rows, outcome: outcome, seed: request.seed)
        try observer.check()

        observer.report(0.86, Phrase(zh: "计算指标和区间", en: "Computing figures and intervals"))
        let judged = try JudgedPredictions(
            crossed, outcome: outcome, rowCount: table.rowCount, groups: plan.groups ?? facts.duplicates,
            seed: request.seed)
        var document = AnalysisDocument(
            task: .classification, language: .zh, source: SourceNote(table, fileName: fileName),
            outcome: question.note, size: size(outcome, facts), hygiene: facts.notes,
            facts: facts.frame.columns.map(\.name), validation: plan.note)
        document.metrics = judged.metrics
        document.calibration = try judged.calibration(crossed)
        document.tiers = judged.tiers
        document.model = try ModelComparison(request: request, crossed: crossed, outcome: outcome).note(judged)
        observer.report(0.90, Phrase(zh: "解释结果", en: "Explaining the result"))
        let explained = try Explaining(facts: facts, crossed: crossed, outcome: outcome, rows: rows, seed: request.seed)
        document.drivers = explained.drivers
        document.curves = try explained.curves(final.model)
        document.tree = try explained.tree(plan, judged: document.model)
        try observer.check()
        document.riskList = try RiskListing(
            frame: facts.frame, profile: explained.profile, outcome: outcome, table: table
        ).note(crossed, final: final.model)
        document.fairness = try FairnessNote.notes(
            request, table: table, probabilities: judged.repeats[0], outcome: outcome)
        if request.timeOrder != nil, let last = plan.folds.splits.last {
            document.drift = DriftNote.notes(
                DriftReference(facts.frame, rows: last.training), frame: facts.frame, rows: last.held)
        }
        document.limits = Limits.classification(document)
        document.conclusion = Conclusion.classification(document)
        return AnalysisResult(
            document: document,
            predictions: crossed.predictions.map {
                .init(repetition: $0.repetition, fold: $0.fold, row: $0.row, prediction: $0.probability)
            },
            model: SavedModel(
                final.model, facts: facts, explained: explained, document: document, heldOut: judged.repeats[0]))
    }

    private func learner(_ plan: FoldPlan) -> any ValidatingLearner {
        switch request.approach {
        case .auto: AutoLearner(resampling: plan.inner)
        case .logistic: LogisticLearner(resampling: plan.inner)
        case .tree: TreeLearner(resampling: plan.inner)
        case .additive: AdditiveLearner(resampling: plan.inner)
        case .boosted: BoostedLearner(resampling: plan.inner)
        }
    }

    private func size(_ outcome: [Double], _ facts: Facts) -> SizeNote {
        let known = outcome.filter { !$0.isNaN }
        let events = known.filter { $0 == 1 }.count
        let blank = outcome.count - known.count
        return SizeNote(
            rowsUsed: known.count, events: events, baseRate: Double(events) / Double(max(1, known.count)),
            skipped: blank == 0
                ? []
                : [
                    .init(
                        count: blank,
                        reason: Phrase(
                            zh: "结果为空：不参与学习，只被评分", en: "Outcome is blank: not learned from, only scored"))
                ],
            duplicates: facts.duplicateCount)
    }
}
