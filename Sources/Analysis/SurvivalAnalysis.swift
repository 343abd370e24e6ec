import Forecast
import Kernel
import Sheets

/// When people leave: time observed and whether they left, right-censored as real records are.
struct SurvivalAnalysis {
    let request: AnalysisRequest
    let table: Table
    let fileName: String
    let observer: AnalysisObserver

    /// Held-out risk of one split.
    private struct Judged: Sendable {
        var split: Folds.Split
        var risk: [Double]
        var model: SurvivalModel?
        var brier: Double
    }

    func run() throws -> AnalysisResult {
        let question = try SurvivalQuestion(request, table: table)
        let facts = try Facts(table, request, outcome: question.events)
        let rows = question.rows
        let outcome = question.outcome
        let plan = try FoldPlan(
            request, table: table, rows: rows, outcome: question.events, duplicates: facts.duplicates)
        let learner = SurvivalLearner(approach: approach, resampling: plan.inner)
        let judged = try judge(learner, plan.folds, facts.frame, outcome)
        observer.report(0.75, Phrase(zh: "用全部行建立最终模型", en: "Fitting the final model on all rows"))
        let final = try learner.fit(facts.frame, rows: rows, outcome: outcome, seed: request.seed)
        try observer.check()

        let profile = ReferenceProfile(facts.frame, rows: rows, kinds: facts.kinds, snapshot: facts.snapshot)
        var document = AnalysisDocument(
            task: .survival, language: .zh, source: SourceNote(table, fileName: fileName), outcome: question.note,
            size: SizeNote(
                rowsUsed: rows.count, events: rows.count { outcome.events[$0] },
                baseRate: Double(rows.count { outcome.events[$0] }) / Double(max(1, rows.count)),
                skipped: question.skipped, duplicates: facts.duplicateCount),
            hygiene: facts.notes, facts: facts.frame.columns.map(\.name), validation: plan.note)
        document.metrics = try metrics(judged, outcome)
        document.model = note(final)
        observer.report(0.85, Phrase(zh: "解释结果", en: "Explaining the result"))
        document.drivers = try importance(judged, facts, profile, outcome)
        let firstRepeat = judged.filter { $0.split.repetition == 0 }
        document.riskList = try list(firstRepeat, facts, profile, outcome, question)
        document.survival = curves(firstRepeat, outcome, rows, question)
        document.limits = Limits.survival(document)
        document.conclusion = Conclusion.survival(document)
        return AnalysisResult(
            document: document,
            predictions: judged.flatMap { part in
                zip(part.split.held, part.risk).map {
                    .init(repetition: part.split.repetition, fold: part.split.fold, row: $0, prediction: $1)
                }
            }, model: nil)
    }

    private var approach: SurvivalLearner.Approach {
        switch request.approach {
        case .auto, .tree: .auto
        case .logistic: .logistic
        case .additive: .additive
        case .boosted: .boosted
        }
    }

    private func judge(
        _ learner: SurvivalLearner, _ folds: Folds, _ frame: Frame, _ outcome: SurvivalOutcome
    ) throws -> [Judged] {
        let tally = StepTally(
            observer.part(0.05...0.75, Phrase(zh: "学习并在留出的行上检验", en: "Learning and testing on held-out rows")),
            of: folds.splits.count)
        return try Parallel.map(folds.splits.count) { index in
            try observer.check()
            let split = folds.splits[index]
            let fit = try learner.fit(frame, rows: split.training, outcome: outcome, seed: request.seed)
            let risk = try fit.model.risk(frame, rows: split.held)
            let held = outcome.taking(split.held)
            let training = outcome.taking(split.training)
            let brier = BrierCurve(
                try fit.model.curves(frame, rows: split.held), outcome: held, censoring: training)
            tally.finish()
            return Judged(
                split: split, risk: risk, model: split.repetition == 0 ? fit.model : nil,
                brier: brier.integrated)
        }
    }

    private func metrics(_ judged: [Judged], _ outcome: SurvivalOutcome) throws -> [MetricNote] {
        let repeats = Dictionary(grouping: judged, by: \.split.repetition).sorted { $0.key < $1.key }.map { entry in
            var risk = [Double](repeating: .nan, count: outcome.count)
            for part in entry.value {
                for (row, score) in zip(part.split.held, part.risk) { risk[row] = score }
            }
            return SurvivalReport.Repeat(risk: risk)
        }
        let report = try SurvivalReport(repeats: repeats, outcome: outcome, seed: request.seed)
        let weights = judged.map { Double($0.split.held.count) }
        let brier = zip(judged, weights).reduce(0) { $0 + $1.0.brier * $1.1 } / weights.reduce(0, +)
        return [
            SurvivalWords.harrell(Estimate(report.harrell)), SurvivalWords.uno(Estimate(report.uno)),
            SurvivalWords.brier(Estimate(brier)),
        ]
    }

    private func note(_ final: SurvivalLearner.Fit) -> ModelNote {
        ModelNote(
            chosen: "survival_" + approach.rawValue,
            reason: Phrase(
                zh: "由 \(final.members.count) 个时间模型的标准化得分平均而成；在训练部分内部的一致性指数："
                    + final.members.map { "\($0.name) \(Conclusion.three($0.harrell))" }.joined(separator: "，") + "。",
                en:
                    "The mean of \(final.members.count) standardised time-to-event models; c-index inside the training part: "
                    + final.members.map { "\($0.name) \(Conclusion.three($0.harrell))" }.joined(separator: ", ") + "."),
            candidates: [])
    }

    /// Loss of Harrell's c on held-out rows when a fact (or facts that say the same) is shuffled.
    private func importance(
        _ judged: [Judged], _ facts: Facts, _ profile: ReferenceProfile, _ outcome: SurvivalOutcome
    ) throws -> [DriverNote] {
        var members: [Int: [String]] = [:]
        for fact in profile.facts { members[fact.group, default: []].append(fact.name) }
        let groups = members.keys.sorted().map { members[$0]! }
        let parts = judged.filter { $0.model != nil }
        let notes = try Parallel.map(groups.count) { index -> DriverNote in
            var losses: [Double] = []
            for (order, part) in parts.enumerated() {
                guard let model = part.model else { continue }
                let held = Explaining.thinned(part.split.held, to: 4_000)
                var random = SeededRandom(seed: request.seed).stream(UInt64(index * 1_000 + order))
                let own = facts.frame.taking(held)
                let shuffled = own.shuffling(Set(groups[index]), Array(held.indices).shuffled(using: &random))
                let judgedOutcome = outcome.taking(held)
                let places = Array(held.indices)
                losses.append(
                    Concordance.harrell(judgedOutcome, risk: try model.risk(own, rows: places))
                        - Concordance.harrell(judgedOutcome, risk: try model.risk(shuffled, rows: places)))
            }
            let mean = losses.reduce(0, +) / Double(max(1, losses.count))
            let variance =
                losses.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, losses.count - 1))
            let half = 1.96 * (variance / Double(max(1, losses.count))).squareRoot()
            return DriverNote(
                column: groups[index][0], together: Array(groups[index].dropFirst()),
                importance: Estimate(mean, low: mean - half, high: mean + half))
        }
        return notes.sorted { ($1.importance.value, $0.column) < ($0.importance.value, $1.column) }
    }

    /// Those who are still there, by the chance of leaving within the median time among leavers.
    private func list(
        _ parts: [Judged], _ facts: Facts, _ profile: ReferenceProfile, _ outcome: SurvivalOutcome,
        _ question: SurvivalQuestion
    ) throws -> RiskListNote {
        let drivers = Drivers(profile: profile)
        var entries: [RiskListNote.Row] = []
        for part in parts {
            guard let model = part.model else { continue }
            let rows = part.split.held.filter { !outcome.events[$0] }
            let shares = try model.contributions(facts.frame, rows: rows)
            let reasons = drivers.strongest(3, shares, facts.frame, rows: rows)
            let curves = try model.curves(facts.frame, rows: rows)
            let width = shares.features.count
            for (index, row) in rows.enumerated() {
                // Given that they stayed until now, the chance of leaving within the horizon from now on.
                let now = outcome.times[row]
                let until = max(curves[index, at: now], 1e-9)
                let leaving = 1 - curves[index, at: now + question.horizon] / until
                let told = reasons[index].map {
                    RiskListNote.Reason(column: $0.features[0], text: $0.sentence, contribution: $0.contribution)
                }
                entries.append(
                    RiskListNote.Row(
                        row: row, line: table.sourceLine(ofRow: row), identity: [], probability: leaving,
                        tier: .medium, left: false, reasons: told, base: shares.base,
                        contributions: Array(shares.parts[index * width..<(index + 1) * width])))
            }
        }
        entries.sort { ($1.probability, $0.row) < ($0.probability, $1.row) }
        let tiers = TierTable.assign(entries.map(\.probability))
        let identifying = IdentifyingColumns(table, facts: facts.frame).columns
        for index in entries.indices {
            entries[index].tier = Tier.allCases[tiers[index]]
            entries[index].identity = identifying.map { $0.text(at: entries[index].row) ?? "" }
        }
        return RiskListNote(
            explanation: SurvivalWords.list(horizon: Conclusion.plain(question.horizon)),
            identifying: identifying.map(\.name), rows: entries)
    }

    private func curves(
        _ parts: [Judged], _ outcome: SurvivalOutcome, _ rows: [Int], _ question: SurvivalQuestion
    ) -> SurvivalNote {
        let held = parts.flatMap(\.split.held)
        let tiers = TierTable.assign(parts.flatMap(\.risk))
        return SurvivalNote(
            unit: question.unit, median: KaplanMeier(outcome.taking(rows)).median?.time,
            curve: SurvivalNote.steps(KaplanMeier(outcome.taking(rows))),
            byTier: Tier.allCases.indices.compactMap { tier in
                let members = held.indices.filter { tiers[$0] == tier }.map { held[$0] }
                guard !members.isEmpty else { return nil }
                return .init(
                    tier: Tier.allCases[tier], count: members.count,
                    steps: SurvivalNote.steps(KaplanMeier(outcome.taking(members))))
            })
    }
}

extension SurvivalNote {
    /// At most 120 steps, evenly chosen, so that a chart and its table stay readable.
    static func steps(_ curve: KaplanMeier) -> [Step] {
        let events = curve.steps.filter { $0.events > 0 }
        let chosen = events.count <= 120 ? events : (1...120).map { events[$0 * events.count / 120 - 1] }
        return chosen.map { Step(time: $0.time, surviving: Estimate($0.surviving), atRisk: $0.atRisk) }
    }
}
