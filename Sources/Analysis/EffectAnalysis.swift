import Forecast
import Kernel
import Sheets

/// Did it help, by how much, and whom most? The naive figure stands beside the adjusted one.
struct EffectAnalysis {
    let request: AnalysisRequest
    let table: Table
    let fileName: String
    let observer: AnalysisObserver

    private struct Judged: Sendable {
        var split: Folds.Split
        var uplift: [Double]
    }

    func run() throws -> AnalysisResult {
        let question = try EffectQuestion(request, table: table)
        var request = request
        request.target = question.note.column
        let facts = try Facts(table, request, outcome: question.outcome)
        let rows = question.rows
        let plan = try FoldPlan(request, table: table, rows: rows, outcome: question.outcome, duplicates: nil)
        observer.report(0.05, Phrase(zh: "估计平均效果", en: "Estimating the average effect"))
        let estimate = try AIPW().estimate(
            facts.frame, rows: rows, outcome: question.outcome, treatment: question.treatment, groups: plan.groups,
            seed: request.seed)
        try observer.check()
        let judged = try judge(facts.frame, plan.folds, question)
        observer.report(0.95, Phrase(zh: "计算指标和区间", en: "Computing figures and intervals"))
        let report = try UpliftReport(
            repeats: perRow(judged), outcome: question.outcome, treatment: question.treatment, seed: request.seed)

        let known = rows.map { question.outcome[$0] }
        let events = known.filter { $0 == 1 }.count
        var document = AnalysisDocument(
            task: .effect, language: .zh, source: SourceNote(table, fileName: fileName), outcome: question.note,
            size: SizeNote(
                rowsUsed: rows.count, events: events, baseRate: Double(events) / Double(max(1, rows.count)),
                skipped: question.skipped, duplicates: facts.duplicateCount),
            hygiene: facts.notes, facts: facts.frame.columns.map(\.name), validation: plan.note)
        document.effect = EffectNote(estimate, report)
        document.metrics = EffectWords.metrics(report)
        document.limits = EffectWords.limits
        document.conclusion = [estimate.sentence, EffectWords.uplift(report)]
        return AnalysisResult(
            document: document,
            predictions: judged.flatMap { part in
                zip(part.split.held, part.uplift).map {
                    .init(repetition: part.split.repetition, fold: part.split.fold, row: $0, prediction: $1)
                }
            }, model: nil)
    }

    private func judge(_ frame: Frame, _ folds: Folds, _ question: EffectQuestion) throws -> [Judged] {
        let tally = StepTally(
            observer.part(
                0.1...0.95, Phrase(zh: "学习谁受益最多，并在留出的行上检验", en: "Learning who gains most and testing on held-out rows")),
            of: folds.splits.count)
        return try Parallel.map(folds.splits.count) { index in
            try observer.check()
            let split = folds.splits[index]
            let fit = try UpliftLearner().fit(
                frame, rows: split.training, outcome: question.outcome, treatment: question.treatment,
                seed: request.seed)
            tally.finish()
            return Judged(split: split, uplift: try fit.model.uplift(frame, rows: split.held))
        }
    }

    private func perRow(_ judged: [Judged]) -> [[Double]] {
        var repeats: [Int: [Double]] = [:]
        for part in judged {
            for (row, uplift) in zip(part.split.held, part.uplift) {
                repeats[part.split.repetition, default: [Double](repeating: .nan, count: table.rowCount)][row] = uplift
            }
        }
        return repeats.keys.sorted().map { repeats[$0]! }
    }
}

extension EffectNote {
    init(_ estimate: EffectEstimate, _ report: UpliftReport) {
        self.init(
            design: estimate.design.rawValue, effect: Estimate(estimate.effect), naive: Estimate(estimate.naive),
            treatedCount: estimate.treatedCount, controlCount: estimate.controlCount, overlap: estimate.overlap,
            trimmed: estimate.trimmed, sentence: estimate.sentence,
            balance: estimate.balance.map { .init(column: $0.column, before: $0.before, after: $0.after) },
            qini: Estimate(report.qini), auuc: Estimate(report.auuc),
            gain: report.gain.map { .init(share: $0.share, gain: $0.gain, random: $0.random) })
    }
}
