import Kernel

/// When learning says no, and what would help.
public enum ForecastRefusal: Refusal, Equatable {
    /// Fewer than `needed` rows of the rarer outcome: any model would mostly repeat chance.
    case tooFewEvents(found: Int, needed: Int)
    /// The outcome holds something other than 0 and 1 in a row that is to be learned from.
    case outcomeNotBinary(row: Int)
    /// There is no column to learn from.
    case noFeatures
    /// The frame has another kind of values in this column than the model was trained on.
    case columnKind(name: String, expectsNumbers: Bool)
    /// A fold would leave nothing to learn from or nothing to judge on.
    case unusableFolds(reason: Phrase)
    /// XGBoost's own message.
    case engine(message: String)

    public var explanation: Phrase {
        switch self {
        case .tooFewEvents(let found, let needed):
            Phrase(
                zh: "较少的一类结果只有 \(found) 例，至少需要 \(needed) 例才能可靠建模；请补充更长时间或更多人员的数据，或先使用规则信号。",
                en:
                    "The rarer outcome occurs only \(found) times; at least \(needed) are needed for a model that can be "
                    + "trusted. Add a longer period or more records, or use rule signals for now."
            )
        case .outcomeNotBinary(let row):
            Phrase(
                zh: "第 \(row + 1) 条记录的结果不是 0 或 1；请删除该记录或补全结果。",
                en: "The outcome of record \(row + 1) is neither 0 nor 1; remove the record or complete its outcome."
            )
        case .noFeatures:
            Phrase(zh: "没有可用于学习的列；请至少保留一列事实。", en: "There is no column to learn from; keep at least one fact.")
        case .columnKind(let name, let expectsNumbers):
            Phrase(
                zh: "列“\(name)”应为\(expectsNumbers ? "数值" : "类别")，与训练时不同；请检查该列的内容。",
                en: "Column “\(name)” should hold \(expectsNumbers ? "numbers" : "categories") as in training; "
                    + "check what it contains."
            )
        case .unusableFolds(let reason): reason
        case .engine(let message):
            Phrase(zh: "XGBoost 报错：\(message)", en: "XGBoost reports: \(message)")
        }
    }
}

extension ForecastRefusal {
    /// The fewest events a model is built on.
    public static let leastEvents = Outcome.leastEvents

    static var unusableInnerFolds: ForecastRefusal {
        .unusableFolds(
            reason: Phrase(
                zh: "训练部分无法再划分出用于比较的折；请提供更多时间点、分组或记录。",
                en: "The training part cannot be divided for comparison; provide more time points, groups or records."
            )
        )
    }
}
