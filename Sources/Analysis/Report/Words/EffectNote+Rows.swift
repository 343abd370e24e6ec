import Kernel
import Markup

extension EffectNote {
    struct Row {
        let name: Phrase
        let value: Phrase
        let interval: Phrase?
    }

    /// The figures of an effect in reading order: the estimate, the naive one beside it, and what they rest on.
    var rows: [Row] {
        var rows = [
            Row(
                name: Phrase(zh: "效果（调整后）", en: "Effect (adjusted)"), value: effect.valueText(.points(1)),
                interval: effect.intervalText(.points(1))),
            Row(
                name: Phrase(zh: "直接相减（未调整）", en: "Plain difference (not adjusted)"),
                value: naive.valueText(.points(1)), interval: naive.intervalText(.points(1))),
            Row(
                name: Phrase(zh: "有措施 / 无措施", en: "Treated / not treated"),
                value: Phrase(
                    zh: "\(NumberFormat.count.text(Double(treatedCount), in: .zh)) / "
                        + NumberFormat.count.text(Double(controlCount), in: .zh),
                    en: "\(NumberFormat.count.text(Double(treatedCount), in: .en)) / "
                        + NumberFormat.count.text(Double(controlCount), in: .en)), interval: nil),
            Row(
                name: Phrase(zh: "两种做法都可能的比例", en: "Share where both were plausible"),
                value: NumberFormat.percent(1).phrase(overlap), interval: nil),
        ]
        if trimmed > 0 {
            rows.append(
                Row(
                    name: Phrase(zh: "因无可比对象而去掉的行", en: "Rows left out for want of a comparison"),
                    value: NumberFormat.count.phrase(Double(trimmed)), interval: nil))
        }
        if let qini {
            rows.append(
                Row(
                    name: Phrase(verbatim: "Qini"), value: qini.valueText(.decimal(4)),
                    interval: qini.intervalText(.decimal(4))))
        }
        if let auuc {
            rows.append(
                Row(
                    name: Phrase(verbatim: "AUUC"), value: auuc.valueText(.decimal(4)),
                    interval: auuc.intervalText(.decimal(4))))
        }
        return rows
    }
}
