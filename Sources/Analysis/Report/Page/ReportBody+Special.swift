import Kernel
import Markup

/// Time to event, and the effect of a treatment.
extension ReportBody {
    var survival: ReportSection? {
        guard let survival = document.survival else { return nil }
        let curves =
            [SurvivalChart.Curve(ReportWords.overall, steps: survival.curve.drawn)]
            + survival.byTier.map { SurvivalChart.Curve($0.tier.phrase, steps: $0.steps.drawn) }
        let times = survival.milestones
        return ReportSection(id: "survival", title: ReportWords.survival, lead: ReportWords.median(survival, words)) {
            SurvivalChart(
                id: "survival-chart", title: ReportWords.survivalTitle, note: ReportWords.survivalExplained,
                x: Axis(
                    Phrase(
                        zh: "\(ReportWords.time.zh)（\(survival.unit.zh)）",
                        en: "\(ReportWords.time.en) (\(survival.unit.en))")),
                survival: ReportWords.staying, curves: curves)
            if !times.isEmpty {
                figures(
                    ReportWords.stayingTable,
                    [TableColumn(ReportWords.tier)]
                        + times.map {
                            number(
                                Phrase(
                                    zh: "\(NumberFormat.plain.text($0, in: .zh)) \(survival.unit.zh)",
                                    en: "\(NumberFormat.plain.text($0, in: .en)) \(survival.unit.en)"))
                        },
                    [
                        TableRow(
                            [.words(ReportWords.overall)]
                                + times.map { .number(survival.curve.surviving(at: $0), .percent(1)) })
                    ]
                        + survival.byTier.map { tier in
                            TableRow(
                                [TableCell { TierBadge(tier.tier.mark) }]
                                    + times.map { .number(tier.steps.surviving(at: $0), .percent(1)) })
                        })
            }
        }
    }

    var effect: ReportSection? {
        guard let effect = document.effect else { return nil }
        return ReportSection(id: "effect", title: ReportWords.effect, lead: effect.sentence) {
            p { ReportWords.naiveExplained(effect) }
            figures(
                ReportWords.effectTable,
                [TableColumn(ReportWords.measure), number(ReportWords.value), number(ReportWords.interval)],
                effect.rows.map {
                    TableRow([.words($0.name), .words($0.value), .words($0.interval ?? Phrase(verbatim: ""))])
                })
            if !effect.gain.isEmpty { gain(effect) }
            if !effect.balance.isEmpty {
                h3 { ReportWords.balanceTitle }
                p(.class("hint")) { ReportWords.balanceExplained }
                figures(
                    ReportWords.balanceTitle,
                    [TableColumn(ReportWords.column), number(ReportWords.before), number(ReportWords.after)],
                    effect.balance.map {
                        TableRow([.text($0.column), .number($0.before, .signed(2)), .number($0.after, .signed(2))])
                    })
            }
        }
    }

    private func gain(_ effect: EffectNote) -> HTML {
        LineChart(
            id: "gain-chart", title: ReportWords.gainTitle, note: ReportWords.gainExplained,
            x: Axis(ReportWords.treatedShare, format: .percent(0)),
            y: Axis(ReportWords.gain, format: .points(1), includesZero: true),
            series: [
                .init(ReportWords.bestFirst, points: effect.gain.map { .init($0.share, $0.gain) }),
                .init(ReportWords.atRandom, points: effect.gain.map { .init($0.share, $0.random) }, isReference: true),
            ]
        ).html
    }
}

extension [SurvivalNote.Step] {
    /// At most 60 steps, the last of each stretch of time: more cannot be told apart in a drawing.
    var drawn: [SurvivalChart.Step] {
        let stride = Swift.max(1, (count + 59) / 60)
        return indices.filter { $0 % stride == stride - 1 || $0 == count - 1 }.map {
            let step = self[$0]
            return SurvivalChart.Step(
                step.time, step.surviving.value, low: step.surviving.low ?? .nan, high: step.surviving.high ?? .nan,
                atRisk: step.atRisk)
        }
    }
}
