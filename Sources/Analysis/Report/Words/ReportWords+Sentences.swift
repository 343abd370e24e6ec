import Foundation
import Kernel
import Markup

/// Sentences that explain a section, said the same way everywhere.
extension ReportWords {
    static let driversExplained = Phrase(
        zh: "重要性：把这一列打乱后，在没见过的行上 ROC-AUC 下降多少。它说明模型依靠什么，不说明原因。",
        en: "Importance: how much ROC-AUC falls on unseen rows when the column is shuffled. "
            + "It tells what the model relies on, not what causes the outcome.")
    static let emptyList = Phrase(
        zh: "名单中没有可列出的行。结果尚未知的行会出现在这里。",
        en: "There are no rows to list. Rows whose outcome is not known yet will appear here.")
    static let listIsLuck = Phrase(
        zh: "在没见过的行上，这份名单的前部与凭运气没有明显差别。请不要依据它采取行动。",
        en: "On rows the model had not seen, the top of this list cannot be told from luck. Do not act on it.")
    static let balanceExplained = Phrase(
        zh: "两组在各列上的标准化差异；调整后绝对值在 0.1 以内为相近。",
        en: "Standardised differences between the two groups; after adjustment, within 0.1 either way is close.")
    static let before = Phrase(zh: "调整前", en: "Before")
    static let after = Phrase(zh: "调整后", en: "After")
    static let selected = Phrase(zh: "列入高风险的比例", en: "Share marked high risk")
    static let impactRatio = Phrase(zh: "影响比", en: "Impact ratio")
    static let fairnessExplained = Phrase(
        zh: "受保护的列只用于这张表，不参与学习。影响比是本群体与比例最高的群体之比，低于 0.8 时需要查明原因（五分之四规则）。人数太少的群体不显示数字。",
        en:
            "Protected columns are used for this table only, never to learn. The impact ratio compares a group with the one "
            + "marked most often; below 0.8 the reason should be found (four-fifths rule). Groups that are too small show no figures."
    )
    static let driftExplained = Phrase(
        zh: "PSI 衡量这张表与训练数据在各列上的差异：0.1 以下相近，0.1–0.25 有变化，0.25 以上变化大，预测应谨慎使用。",
        en: "PSI measures how far this sheet differs from the training data: below 0.1 similar, 0.1–0.25 changed, "
            + "above 0.25 changed so much that predictions need care.")

    /// 796 人,其中 190 人已离开(23.9%,每 100 人约 24 人)。 Only the count when no outcome is known.
    static func size(_ size: SizeNote, _ words: OutcomeWords) -> Phrase {
        let count = words.count(size.rowsUsed)
        guard size.baseRate.isFinite else { return Phrase(zh: "\(count.zh)。", en: "\(count.en).") }
        let events = words.events(size.events)
        let share = NumberFormat.percent(1).text(size.baseRate, in: .zh)
        let pictured = words.ofAHundred(size.baseRate)
        return Phrase(
            zh: "\(count.zh)，\(events.zh)（\(share)，\(pictured.zh)）。",
            en: "\(count.en), \(events.en) (\(share), \(pictured.en)).")
    }

    static func care(_ words: OutcomeWords) -> Phrase {
        words.subject == .people
            ? Phrase(
                zh: "名单说的是可能性，不是定论。它用来决定先与谁谈、先改善什么，不应作为对任何人不利决定的依据。",
                en:
                    "The list speaks of chances, not of certainties. It helps to decide whom to talk to and what to improve first; "
                    + "it is no ground for a decision against anyone.")
            : Phrase(
                zh: "名单说的是可能性，不是定论；请与了解情况的人核对后再行动。",
                en: "The list speaks of chances, not of certainties; check with those who know the case before acting.")
    }

    /// How much of the outcome the upper tiers hold.
    static func reach(of tiers: [TierNote], _ words: OutcomeWords) -> Phrase? {
        guard let reach = Reach(of: tiers) else { return nil }
        let looked = NumberFormat.percent(0).text(reach.looked, in: .zh)
        let found = NumberFormat.percent(0).text(reach.found, in: .zh)
        let all =
            words.isLeaving
            ? Phrase(zh: words.verb.zh + "者", en: "those who left") : Phrase(zh: "该结果", en: "these outcomes")
        return Phrase(
            zh: "「极高」与「高」两层占 \(looked)，包含了全部\(all.zh)的 \(found)。各层的实际比例来自模型没见过的行。",
            en: "The two upper tiers hold \(looked) of the rows and \(found) of all \(all.en). "
                + "Actual shares are of rows the model had not seen.")
    }

    static func median(_ survival: SurvivalNote, _ words: OutcomeWords) -> Phrase {
        guard let median = survival.median, median.isFinite else {
            return Phrase(
                zh: "观察期结束时仍有一半以上在，中位时间还不知道。",
                en: "More than half were still there at the end of observation, so the median time is not known.")
        }
        let verb = words.isLeaving ? Phrase(zh: words.verb.zh, en: "left") : Phrase(zh: "出现该结果", en: "had the outcome")
        return Phrase(
            zh: "有一半在 \(NumberFormat.plain.text(median, in: .zh)) \(survival.unit.zh)内\(verb.zh)（中位时间）。",
            en:
                "Half had \(verb.en) after \(NumberFormat.plain.text(median, in: .en)) \(survival.unit.en) (median time)."
        )
    }

    static func skipped(_ skipped: SizeNote.Skipped) -> Phrase {
        let count = NumberFormat.count.text(Double(skipped.count), in: .zh)
        return Phrase(
            zh: "跳过 \(count) 行：\(skipped.reason.zh)",
            en: "\(count) \(skipped.count == 1 ? "row" : "rows") skipped: \(skipped.reason.en)")
    }

    static func duplicates(_ number: Int) -> Phrase {
        let count = NumberFormat.count.text(Double(number), in: .zh)
        return Phrase(
            zh: "有 \(count) 行与别的行完全相同。",
            en: number == 1 ? "1 row is an exact copy of another." : "\(count) rows are exact copies of others.")
    }

    static func calibrationSentence(_ note: CalibrationNote) -> Phrase {
        let method = calibration(note.method)
        let figure = { (value: Double) in NumberFormat.decimal(3).text(value, in: .zh) }
        return Phrase(
            zh: "校准方法：\(method.zh)。预计与实际的平均偏差（ECE）由 \(figure(note.eceBefore)) 变为 \(figure(note.eceAfter))，"
                + "Brier 分数由 \(figure(note.brierBefore)) 变为 \(figure(note.brierAfter))；两者都是越小越好。",
            en:
                "Calibration: \(method.en). The mean gap between predicted and actual (ECE) went from \(figure(note.eceBefore)) to "
                + "\(figure(note.eceAfter)), the Brier score from \(figure(note.brierBefore)) to \(figure(note.brierAfter)); "
                + "lower is better for both.")
    }

    /// What the rules alone achieve, beside the chosen model; nil when they were not judged.
    static func merit(of tree: TreeNote, beside metrics: [MetricNote] = []) -> Phrase? {
        guard tree.rocAUC.value.isFinite else { return nil }
        let reached = tree.rocAUC.text(.decimal(3))
        let full = metrics.first { $0.name == "roc_auc" }?.estimate.valueText(.decimal(3))
        return Phrase(
            zh: "只用这几条规则，在没见过的行上 ROC-AUC 为 \(reached.zh)" + (full.map { "；采用的模型为 \($0.zh)" } ?? "") + "。",
            en: "These rules alone reach a ROC-AUC of \(reached.en) on rows they had not seen"
                + (full.map { "; the chosen model, \($0.en)" } ?? "") + ".")
    }

    /// The start and the result of a waterfall as probabilities.
    static func waterfall(from base: Double, to probability: Double) -> Phrase {
        let start = NumberFormat.percent(0).text(1 / (1 + exp(-base)), in: .zh)
        let result = NumberFormat.percent(0).text(probability, in: .zh)
        return Phrase(
            zh: "从起点（约 \(start)）到约 \(result)。数字为对数几率：正数提高，负数降低，0 相当于 50%。",
            en:
                "From the start (about \(start)) to about \(result). In log-odds: positive raises, negative lowers, 0 is 50%."
        )
    }

    static func naiveExplained(_ effect: EffectNote) -> Phrase {
        effect.design == "randomised"
            ? Phrase(
                zh: "分组是随机的，所以直接相减也可信；调整主要使区间更窄。",
                en:
                    "The groups were drawn at random, so the plain difference can be trusted too; adjusting mainly narrows the interval."
            )
            : Phrase(
                zh: "两组本来就不同，直接相减会把这些差别也算成效果；以调整后的数字为准。",
                en:
                    "The groups differ to begin with, and the plain difference counts that as effect; go by the adjusted figure."
            )
    }
}
