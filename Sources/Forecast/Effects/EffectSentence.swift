import Foundation
import Kernel

/// An effect in plain words.
struct EffectSentence {
    var design: EffectEstimate.Design
    var scale: EffectEstimate.Scale

    func phrase(_ effect: IntervalEstimate, naive: IntervalEstimate, treated: Int, control: Int) -> Phrase {
        let (size, unit) = (number(abs(effect.value)), unit)
        let range = (number(effect.low), number(effect.high))
        let raises = effect.value >= 0
        let certain = effect.low > 0 || effect.high < 0
        let basis = basis
        let result = Phrase(
            zh: "\(basis.zh)（干预 \(treated)，对照 \(control)），干预使\(what.zh)\(raises ? "提高" : "降低")约 \(size) \(unit.zh)"
                + "（95% 区间 \(range.0) 至 \(range.1)）",
            en:
                "\(basis.en) (\(treated) treated, \(control) comparison), the treatment \(raises ? "raises" : "lowers") "
                + "\(what.en) by about \(size) \(unit.en) (95% interval \(range.0) to \(range.1))")
        let verdict =
            certain
            ? Phrase(zh: "区间不含零，不像是偶然。", en: "the interval excludes zero, so chance is an unlikely explanation.")
            : Phrase(zh: "区间包含零，尚不能断定有效果。", en: "the interval includes zero, so an effect is not established.")
        let other = Phrase(
            zh: "未经处理的直接对比为 \(number(naive.value)) \(unit.zh)。",
            en: "The naive comparison would say \(number(naive.value)) \(unit.en).")
        return Phrase(
            zh: "\(result.zh)；\(verdict.zh)\(design == .randomised ? "" : other.zh)",
            en: "\(result.en); \(verdict.en)\(design == .randomised ? "" : " " + other.en)")
    }

    private var basis: Phrase {
        switch design {
        case .randomised: Phrase(zh: "随机分组比较", en: "Comparing randomly assigned groups")
        case .adjusted: Phrase(zh: "按已知事实调整后比较", en: "After adjusting for the known facts")
        case .matched: Phrase(zh: "与条件最接近者逐一比较", en: "Comparing each with the most similar other")
        case .differenceInDifferences:
            Phrase(zh: "与对照同期的变化相比", en: "Against the change of the comparison over the same time")
        }
    }

    private var what: Phrase {
        switch scale {
        case .share: Phrase(zh: "结果比例", en: "the share")
        case .mean: Phrase(zh: "结果均值", en: "the mean")
        }
    }

    private var unit: Phrase {
        switch scale {
        case .share: Phrase(zh: "个百分点", en: "percentage points")
        case .mean: Phrase(zh: "个单位", en: "units")
        }
    }

    /// Shares in points with one decimal; means with three significant digits.
    private func number(_ value: Double) -> String {
        switch scale {
        case .share: String(format: "%.1f", value * 100)
        case .mean:
            abs(value) >= 100
                ? String(format: "%.0f", value)
                : abs(value) >= 1 ? String(format: "%.2f", value) : String(format: "%.3f", value)
        }
    }
}
