import Kernel
import Markup

/// The few figures the report starts with, each with its reason.
extension ReportBody {
    var keyFigures: [SummaryFigures.Entry] {
        switch document.task {
        case .classification: [baseRate, topTier, reach, discrimination].compactMap { $0 }
        case .survival: [medianTime, baseRate, topTier, discrimination].compactMap { $0 }
        case .effect: effectFigures
        }
    }

    private var baseRate: SummaryFigures.Entry? {
        let size = document.size
        guard size.baseRate.isFinite else {
            return SummaryFigures.Entry(ReportWords.scoredRows) { words.count(size.rowsUsed) }
        }
        let reason = Reason(
            formula: Phrase(
                zh: "结果列「\(document.outcome.column)」为「\(document.outcome.positive)」的行数，除以可用的行数。",
                en:
                    "Rows where “\(document.outcome.column)” is “\(document.outcome.positive)”, divided by the rows used."
            ),
            inputs: [
                .init(ReportWords.eventCount, NumberFormat.count.phrase(Double(size.events))),
                .init(ReportWords.usedRows, NumberFormat.count.phrase(Double(size.rowsUsed))),
            ])
        return SummaryFigures.Entry(words.share, note: words.ofAHundred(size.baseRate)) {
            Figure(id: "why-base-rate", value: NumberFormat.percent(1).phrase(size.baseRate), reason: reason)
        }
    }

    private var topTier: SummaryFigures.Entry? {
        guard let top = document.tiers.first(where: { $0.tier == .veryHigh }), top.actual.value.isFinite else {
            return nil
        }
        let times = top.actual.value / document.size.baseRate
        let reason = Reason(
            formula: Phrase(
                zh: "按可能性排在最前的 \(NumberFormat.percent(0).text(top.share, in: .zh)) 中，实际出现结果的比例。模型事先没有见过这些行。",
                en:
                    "Of the first \(NumberFormat.percent(0).text(top.share, in: .en)) by chance, the share with the outcome. "
                    + "The model had not seen these rows."),
            inputs: [.init(ReportWords.predicted, NumberFormat.percent(1).phrase(top.predicted))], n: top.count,
            interval: top.actual.intervalText(.percent(1)))
        let name = Phrase(zh: "「极高」一层\(words.actualShare.zh)", en: "\(words.actualShare.en), “very high” tier")
        let note = Phrase(
            zh: "\(words.count(top.count).zh)"
                + (times.isFinite ? "，是全体的 \(NumberFormat.decimal(1).text(times, in: .zh)) 倍" : ""),
            en: "\(words.count(top.count).en)"
                + (times.isFinite ? ", \(NumberFormat.decimal(1).text(times, in: .en)) times the overall share" : ""))
        return SummaryFigures.Entry(name, note: note) {
            Figure(id: "why-top-tier", value: NumberFormat.percent(0).phrase(top.actual.value), reason: reason)
        }
    }

    private var reach: SummaryFigures.Entry? {
        guard let reach = Reach(of: document.tiers) else { return nil }
        let looked = NumberFormat.percent(0).text(reach.looked, in: .zh)
        let reason = Reason(
            formula: Phrase(
                zh: "「极高」和「高」两层中出现结果的行数，除以全部出现结果的行数。",
                en: "Rows with the outcome in the two upper tiers, divided by all rows with the outcome."),
            inputs: [
                .init(Phrase(zh: "两层的行数", en: "Rows in the two tiers"), NumberFormat.count.phrase(Double(reach.rows)))
            ])
        let found =
            words.isLeaving
            ? Phrase(zh: words.verb.zh + "者", en: "those who left") : Phrase(zh: "该结果", en: "these outcomes")
        return SummaryFigures.Entry(
            Phrase(zh: "只看最前 \(looked) 能找到", en: "Found by looking at the first \(looked)"),
            note: Phrase(zh: "占全部\(found.zh)", en: "of all \(found.en)")
        ) {
            Figure(id: "why-reach", value: NumberFormat.percent(0).phrase(reach.found), reason: reason)
        }
    }

    private var discrimination: SummaryFigures.Entry? {
        guard
            let metric = document.metrics.first(where: {
                $0.name == "roc_auc" || $0.name == "c_harrell" || $0.name == "c_uno"
            })
        else { return nil }
        let reason = Reason(
            formula: metric.meaning, inputs: [.init(ReportWords.reference, metric.referenceText)],
            n: document.size.rowsUsed,
            interval: metric.estimate.intervalText(metric.format))
        return SummaryFigures.Entry(
            metric.title, note: Phrase(zh: "0.5 等于凭运气，1 为完全分开", en: "0.5 is luck, 1 is perfect")
        ) {
            Figure(id: "why-discrimination", value: metric.estimate.valueText(metric.format), reason: reason)
        }
    }

    private var medianTime: SummaryFigures.Entry? {
        guard let survival = document.survival else { return nil }
        let value = survival.median.map {
            Phrase(
                zh: "\(NumberFormat.plain.text($0, in: .zh)) \(survival.unit.zh)",
                en: "\(NumberFormat.plain.text($0, in: .en)) \(survival.unit.en)")
        }
        return SummaryFigures.Entry(
            ReportWords.medianTime, note: value == nil ? ReportWords.median(survival, words) : nil
        ) {
            Figure(
                id: "why-median", value: value ?? Phrase(verbatim: NumberFormat.unknown),
                reason: Reason(
                    formula: Phrase(
                        zh: "留存曲线降到一半的时间（Kaplan–Meier 估计，观察尚未结束的行也计算在内）。",
                        en:
                            "The time at which the retention curve falls to one half (Kaplan–Meier; rows still under observation count)."
                    ),
                    n: document.size.rowsUsed))
        }
    }

    private var effectFigures: [SummaryFigures.Entry] {
        guard let effect = document.effect else { return [] }
        let adjusted = Reason(
            formula: ReportWords.design(effect.design),
            inputs: effect.rows.dropFirst(2).map { .init($0.name, $0.value) },
            interval: effect.effect.intervalText(.points(1)))
        let naive = Reason(
            formula: Phrase(
                zh: "有措施一组的比例减去无措施一组的比例，不考虑两组本来的差别。",
                en: "The share among the treated minus the share among the others, whatever else differs between them."),
            interval: effect.naive.intervalText(.points(1)))
        return [
            SummaryFigures.Entry(
                effect.rows[0].name,
                note: effect.effect.intervalText(.points(1)).map {
                    Phrase(zh: "95% 区间 \($0.zh)", en: "95% interval \($0.en)")
                }
            ) { Figure(id: "why-effect", value: effect.rows[0].value, reason: adjusted) },
            SummaryFigures.Entry(effect.rows[1].name) {
                Figure(id: "why-naive", value: effect.rows[1].value, reason: naive)
            },
            SummaryFigures.Entry(effect.rows[2].name) { effect.rows[2].value },
        ]
    }
}
