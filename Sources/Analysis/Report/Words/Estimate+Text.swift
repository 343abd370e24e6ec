import Kernel
import Markup

extension Estimate {
    /// The value alone, "—" when it is not known.
    func valueText(_ format: NumberFormat) -> Phrase { format.phrase(value) }

    /// The 95 % interval as "0.61–0.68", or nil when there is none.
    func intervalText(_ format: NumberFormat) -> Phrase? {
        guard let low, let high, low.isFinite, high.isFinite else { return nil }
        let hasSigns = if case .points = format { true } else { low < 0 || high < 0 }
        let joint = hasSigns ? (zh: " 至 ", en: " to ") : (zh: "–", en: "–")
        return Phrase(
            zh: format.text(low, in: .zh) + joint.zh + format.text(high, in: .zh),
            en: format.text(low, in: .en) + joint.en + format.text(high, in: .en))
    }

    /// "0.64 (0.61–0.68)".
    func text(_ format: NumberFormat) -> Phrase {
        guard let interval = intervalText(format) else { return valueText(format) }
        return Phrase(
            zh: "\(format.text(value, in: .zh))（\(interval.zh)）", en: "\(format.text(value, in: .en)) (\(interval.en))")
    }
}

extension MetricNote {
    /// How this measure is written: shares as per cent, everything else with three decimals.
    var format: NumberFormat {
        name.hasPrefix("precision") || name.hasPrefix("accuracy") || name.hasPrefix("recall")
            ? .percent(1) : name.hasPrefix("lift") ? .decimal(2) : .decimal(3)
    }

    var referenceText: Phrase { reference.map { format.phrase($0) } ?? Phrase(verbatim: NumberFormat.unknown) }
}

extension AnalysisDocument {
    /// Whether the ranking, or its upper fifth, cannot be told from what guessing without facts reaches.
    var isNoBetterThanLuck: Bool {
        let judging = metrics.prefix(1) + metrics.filter { $0.name == "precision_top_20" }
        return judging.contains { metric in
            guard let reference = metric.reference, reference.isFinite else { return false }
            return metric.higherIsBetter
                ? metric.estimate.low.map { $0 <= reference } ?? false
                : metric.estimate.high.map { $0 >= reference } ?? false
        }
    }
}

extension RiskListNote {
    /// Whether the rows differ in what is known of them; a list of those still there need not say so in every row.
    var tellsOutcomes: Bool { Set(rows.map(\.left)).count > 1 }
}

extension HygieneNote {
    /// The column, or the whole sheet for what was found in rows.
    var subject: Phrase {
        column.isEmpty ? Phrase(zh: "整张表", en: "The whole sheet") : Phrase(zh: "「\(column)」", en: "“\(column)”")
    }
}
