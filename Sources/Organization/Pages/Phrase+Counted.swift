import Kernel
import Markup

extension Phrase {
    /// Beside figures that are older than the list they are made of.
    /// - Parameter moment: as the company's clock showed it.
    static func countedBefore(_ moment: String) -> Phrase {
        Phrase(
            zh: "以下数字统计于 \(moment)。此后花名册有变动，正在重新统计，请稍后刷新页面查看最新结果。",
            en:
                "The figures were counted at \(moment). The staff list has changed since and they are being counted again: reload the page in a moment."
        )
    }
}
