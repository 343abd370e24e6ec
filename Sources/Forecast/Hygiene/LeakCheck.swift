import Kernel

/// Looks for facts that are known only once the outcome is: by heading, by value, and by what is left blank.
struct LeakCheck {
    let column: Column
    let profile: ColumnProfile
    let sample: HygieneSample

    /// No honest single fact tells the outcomes apart better than this; strong facts below it stay.
    static let suspiciousArea = 0.98
    /// Above this a person is asked to look.
    static let remarkableArea = 0.95

    func finding() -> HygieneFinding? {
        if ColumnNames.saysKnownAfterOutcome(column.name) {
            return dropped(
                .leakageByName, zh: "从名称看，这一项在结果发生之后才会知道",
                en: "By its name, this is known only after the outcome")
        }
        guard let outcome = sample.outcome else { return nil }
        let present = profile.pattern.map { $0 >= 0 ? 1.0 : 0.0 }
        if let blanks = blanks(present, outcome) { return blanks }
        let area = bestArea(outcome)
        let figure = FactFormat.fixed(area, 3)
        guard area > Self.suspiciousArea else { return doubt(area, outcome) }
        return dropped(
            .leakageByValue, zh: "仅凭这一列几乎就能判定结果（AUC \(figure)），疑似结果本身或事后信息",
            en:
                "This column alone all but gives the outcome away (AUC \(figure)): probably the outcome itself or recorded after it"
        )
    }

    /// Strong enough to be asked about, not strong enough to be left out.
    private func doubt(_ area: Double, _ outcome: [Double]) -> HygieneFinding? {
        if area > Self.remarkableArea {
            let figure = FactFormat.fixed(area, 3)
            return finding(
                .flagged, .leakageByValue, zh: "单列区分度很高（AUC \(figure)），请确认这一项在结果发生之前就已知道",
                en: "This column alone separates the outcomes very well (AUC \(figure)); check that it was known before"
            )
        }
        guard let share = oneSidedShare(outcome) else { return nil }
        let text = FactFormat.share(share)
        return finding(
            .flagged, .leakageByValue, zh: "发生者中 \(text) 的取值在未发生者中几乎不出现，请确认这一项在结果发生之前就已知道",
            en: "\(text) of those with the outcome have a value hardly anyone else has; check that it was known before")
    }

    /// The share of events that a value sets apart from (nearly) all others; nil below one half.
    private func oneSidedShare(_ outcome: [Double]) -> Double? {
        guard profile.distinct > 1 else { return nil }
        var counts = [SIMD2<Double>](repeating: .zero, count: profile.distinct + 1)
        var total = SIMD2<Double>.zero
        for (value, result) in zip(profile.pattern, outcome) where result == 0 || result == 1 {
            let one: SIMD2<Double> = result == 1 ? [0, 1] : [1, 0]
            counts[Int(value) + 1] += one
            total += one
        }
        guard total.x >= 30, total.y >= 30 else { return nil }
        let sided = counts.compactMap { count -> Double? in
            let share = count / total
            if share.x <= 0.005, share.y >= 0.5 { return share.y }
            return share.x >= 0.995 && share.y <= 0.5 ? 1 - share.y : nil
        }
        return sided.max()
    }

    /// Filled in for (nearly) one outcome only.
    private func blanks(_ present: [Double], _ outcome: [Double]) -> HygieneFinding? {
        guard profile.missingCount > 0 else { return nil }
        var filled = (0.0, 0.0)
        var total = (0.0, 0.0)
        for (value, result) in zip(present, outcome) {
            if result == 1 {
                filled.1 += value
                total.1 += 1
            } else if result == 0 {
                filled.0 += value
                total.0 += 1
            }
        }
        let (without, with) = (filled.0 / total.0, filled.1 / total.1)
        guard min(without, with) <= 0.005, max(without, with) >= 0.5, min(total.0, total.1) >= 30 else { return nil }
        let (zero, one) = (FactFormat.share(without), FactFormat.share(with))
        return dropped(
            .leakageByMissing, zh: "几乎只在一种结果下才有填写（发生者 \(one)，未发生者 \(zero)），疑似事后信息",
            en:
                "Filled in for one outcome only (\(one) of those with it, \(zero) of those without): probably recorded after it"
        )
    }

    /// The larger of the ordered area (numbers as they are) and the area of rates learned on the other half of the rows.
    private func bestArea(_ outcome: [Double]) -> Double {
        let rows = outcome.indices.filter { outcome[$0] == 0 || outcome[$0] == 1 }
        var best = 0.5
        if case .numeric(let numbers) = column.values, profile.distinct > 1 {
            let known = rows.filter { profile.pattern[$0] >= 0 }
            let area = RankAUC.area(known.map { numbers[sample.rows[$0]] }, known.map { outcome[$0] })
            // Values on a few rows only must not speak for the whole column.
            if !area.isNaN, Double(known.count) > 0.5 * Double(rows.count) { best = max(area, 1 - area) }
        }
        guard profile.distinctShare < 0.5 else { return best }
        return max(best, crossedArea(outcome, rows))
    }

    /// Each half of the rows is ranked by the rate its value had in the other half: no value can speak for itself.
    private func crossedArea(_ outcome: [Double], _ rows: [Int]) -> Double {
        var areas: [Double] = []
        for half in 0...1 {
            var events = [Double](repeating: 0, count: profile.distinct + 1)
            var counts = events
            for (place, row) in rows.enumerated() where place % 2 != half {
                events[Int(profile.pattern[row]) + 1] += outcome[row]
                counts[Int(profile.pattern[row]) + 1] += 1
            }
            let rate = events.reduce(0, +) / max(1, counts.reduce(0, +))
            let own = rows.enumerated().filter { $0.offset % 2 == half }.map(\.element)
            let scores = own.map { row in
                let value = Int(profile.pattern[row]) + 1
                return (events[value] + rate) / (counts[value] + 1)
            }
            areas.append(RankAUC.area(scores, own.map { outcome[$0] }))
        }
        let known = areas.filter { !$0.isNaN }
        return known.isEmpty ? 0.5 : known.reduce(0, +) / Double(known.count)
    }

    private func dropped(_ cause: HygieneFinding.Cause, zh: String, en: String) -> HygieneFinding {
        finding(.dropped, cause, zh: zh, en: en)
    }

    private func finding(
        _ action: HygieneFinding.Action, _ cause: HygieneFinding.Cause, zh: String, en: String
    ) -> HygieneFinding {
        HygieneFinding(column: column.name, action: action, cause: cause, reason: Phrase(zh: zh, en: en))
    }
}
