import Forecast
import Kernel
import Shell

/// Learns from the past of a population and judges what was learned the way it will be used. Pure: rows in, a model out.
struct RiskTraining: Sendable {
    enum Approach: String, Sendable, Codable, CaseIterable {
        case auto, logistic
    }

    let programme: String
    let today: Day
    let shares: TierShares
    var approach = Approach.auto
    var seed: UInt64 = 20_260_101
    /// Who may see the values of each fact; work without.
    var audiences: [String: FieldClass] = [:]
    /// Takes the share done and what is being done; throws to stop.
    var report: @Sendable (Double, Phrase) throws -> Void = { _, _ in }

    /// The fewest people who have to have left.
    static let leastLeavers = 30
    /// Many facts are measured of some people only, such as the sales of sellers; of fewer than these it says too little.
    static let mostMissing = 0.95

    /// - Parameters:
    ///   - protected: attributes of the rows, used only to test fairness.
    ///   - signals: points of the signal rules per row, to compare with; NaN where nobody looked for them.
    /// - Throws: `ForecastRefusal`; what ``report`` throws.
    func fit(_ rows: TrainingRows, protected: [Column], signals: [Double]? = nil) throws -> TrainedModel {
        let people = rows.people
        var note = ModelReport(rows, people: Set(people).count, seed: seed, shares: shares)
        guard rows.leavers >= Self.leastLeavers, rows.outcome.contains(0) else {
            return TrainedModel(verdict: .tooFew, report: note, facts: [], file: nil, tree: nil, cases: [])
        }
        let plan = TrainingFolds(rows, people: people, seed: seed)
        note.scheme = plan.scheme
        try report(0.06, Phrase(zh: "检查各项数据", en: "Checking the facts"))
        // Which facts are used may not depend on outcomes that are judged later.
        let known = Set(plan.folds.splits.first?.training ?? [])
        let checked = Hygiene.check(
            rows.table.frame, kinds: rows.table.kinds,
            outcome: rows.outcome.indices.map { known.contains($0) ? rows.outcome[$0] : .nan },
            options: .init(mostMissing: Self.mostMissing))
        note.findings = checked.findings.map { finding in
            .init(
                fact: finding.column.flatMap { name in rows.table.frame[name]?.label ?? Phrase(verbatim: name) },
                action: finding.action.rawValue, reason: Self.named(finding.reason, rows.table.frame))
        }
        let frame = checked.frame
        guard !frame.columns.isEmpty else { throw ForecastRefusal.noFeatures }
        let inner = Resampling.grouped(people)
        let validation = CrossValidation(learner(inner), folds: plan.folds, keepsFirstModels: true)
        let learning = Phrase(zh: "训练，并在没有见过的快照上检验", en: "Learning, and testing on snapshots it had not seen")
        let crossed = try validation.run(frame, outcome: rows.outcome, seed: seed) { [report] done, count in
            try report(0.08 + 0.52 * Double(done) / Double(count), learning)
        }
        try report(0.62, Phrase(zh: "用全部数据建立最终模型", en: "Fitting the final model on everything"))
        let all = Array(0..<frame.rowCount)
        let final = try validation.fitFinal(frame, rows: all, outcome: rows.outcome, seed: seed)
        let forward = ForwardCalibration(crossed, rows, scheme: plan.scheme)
        let model = CalibratedModel(
            model: final.model.model, calibrator: final.model.calibrator.followed(by: forward.whole))
        try report(0.78, Phrase(zh: "计算指标和区间", en: "Computing figures and intervals"))
        let judged = BackTest(crossed, forward, rows: rows, people: people, shares: shares, seed: seed)
        try judged.fill(&note, chosen: model.model.kind)
        if let signals { note.comparison = try judged.comparison(with: signals) }
        let verdict = note.verdict
        note.fairness = judged.fairness(protected)
        try report(0.86, Phrase(zh: "找出最有用的因素", en: "Finding the facts that matter"))
        let profile = ReferenceProfile(frame, rows: all, kinds: checked.kinds)
        if verdict == .predicts { note.importance = try judged.importance(frame, profile) }
        try report(0.93, Phrase(zh: "画出可读的决策树", en: "Growing the readable tree"))
        let tree = try readableTree(frame, rows, inner)
        if let tree { note.describe(tree) }
        let cases = try verdict == .predicts && tree != nil ? pastCases(tree!, frame, rows, judged, &note) : []
        let card = ModelCard(
            target: "left_voluntarily_\(rows.horizon)", positive: "1", kind: model.model.kind.rawValue,
            trainedOn: today.iso, rowCount: rows.outcome.count, eventCount: rows.leavers, seed: seed,
            figures: note.metrics.map {
                .init(name: $0.code, value: $0.estimate.value, low: $0.estimate.low, high: $0.estimate.high)
            }, findings: checked.findings, libraries: ["programme": programme])
        let preparation = Preparation(checked)
        return TrainedModel(
            verdict: verdict, report: note, facts: ModelFact.all(profile, frame, audiences),
            file: ModelFile(
                card: card, preparation: preparation, profile: profile, model: model,
                drift: DriftReference(
                    frame, rows: judged.rows,
                    scores: try model.margins(frame, rows: judged.rows).map(probability(ofLogOdds:)))),
            tree: tree.map { ModelFile(card: card, preparation: preparation, profile: profile, model: $0) },
            cases: cases)
    }

    /// A finding that names another fact by its code, in the words of that fact.
    private static func named(_ reason: Phrase, _ frame: Frame) -> Phrase {
        frame.columns.reduce(reason) { reason, column in
            guard let label = column.label, reason.zh.contains("“\(column.name)”") else { return reason }
            return Phrase(
                zh: reason.zh.replacing("“\(column.name)”", with: "“\(label.zh)”"),
                en: reason.en.replacing("“\(column.name)”", with: "“\(label.en)”"))
        }
    }

    private func learner(_ inner: Resampling) -> any ValidatingLearner {
        switch approach {
        case .auto: AutoLearner(resampling: inner, foldCount: 3)
        case .logistic: LogisticLearner(resampling: inner, foldCount: 3)
        }
    }

    private func readableTree(_ frame: Frame, _ rows: TrainingRows, _ inner: Resampling) throws -> TreeModel? {
        var learner = TreeLearner(resampling: inner, foldCount: 3)
        // Few leave, and those of whom a rule is true are fewer still.
        learner.leafShares = [50, 100, 200, .max]
        learner.worth = 0
        let fit = try learner.fitValidated(
            frame, rows: Array(0..<frame.rowCount), outcome: rows.outcome, weights: nil, seed: seed)
        guard case .tree(let tree) = fit.model else { return nil }
        return tree
    }

    /// How many people of each leaf are kept as examples.
    private static let examples = 60

    /// People of the past by leaf, each once, at one of the moments they were judged at: which one is left to chance and
    /// not to what happened, or everybody who left would be seen shortly before.
    private func pastCases(
        _ tree: TreeModel, _ frame: Frame, _ rows: TrainingRows, _ judged: BackTest, _ note: inout ModelReport
    ) throws -> [PastCase] {
        let margins = try tree.margins(frame, rows: judged.rows)
        let leaves = Dictionary(note.leaves.enumerated().map { ($1.margin.bitPattern, $0) }) { first, _ in first }
        var moments: [Int64: (place: Int, draw: UInt64)] = [:]
        for (place, row) in judged.rows.enumerated() {
            var random = SeededRandom(
                seed: seed ^ (UInt64(bitPattern: rows.subjects[row]) &* 0x9E37_79B9_7F4A_7C15) ^ UInt64(rows.days[row]))
            let draw = random.next()
            if let known = moments[rows.subjects[row]], known.draw <= draw { continue }
            moments[rows.subjects[row]] = (place, draw)
        }
        var cases: [PastCase] = []
        var counts = [Int](repeating: 0, count: note.leaves.count)
        for (subject, moment) in moments.sorted(by: { $0.key < $1.key }) {
            guard let leaf = leaves[margins[moment.place].bitPattern] else { continue }
            let row = judged.rows[moment.place]
            note.leaves[leaf].people += 1
            if rows.outcome[row] == 1 { note.leaves[leaf].leavers += 1 }
            counts[leaf] += 1
            guard counts[leaf] <= Self.examples else { continue }
            cases.append(
                PastCase(
                    leaf: leaf, subject: subject, day: Day(number: rows.days[row]),
                    probability: judged.probabilities[row],
                    leftOn: rows.lastDays[row].map { Day(number: $0) }))
        }
        return cases
    }
}

extension ModelFact {
    static func all(
        _ profile: ReferenceProfile, _ frame: Frame, _ audiences: [String: FieldClass]
    ) -> [ModelFact] {
        profile.facts.map { fact in
            var levels: [String] = []
            if case .categorical(_, let known)? = frame[fact.name]?.values { levels = known }
            return ModelFact(
                code: fact.name, name: fact.title, unit: fact.unit, kind: fact.kind, levels: levels,
                median: fact.median, audience: audiences[fact.name] ?? .work)
        }
    }
}
