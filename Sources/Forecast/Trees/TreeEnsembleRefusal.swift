import Kernel

/// Why a stored tree model cannot be used.
public enum TreeEnsembleRefusal: Refusal, Equatable {
    /// Not the JSON of an XGBoost model, or cut short.
    case unreadable
    /// A kind of model or objective this library does not score.
    case unsupported(String)

    public var explanation: Phrase {
        switch self {
        case .unreadable:
            Phrase(
                zh: "模型内容无法读取：不是完整的 XGBoost JSON。请重新训练或重新导出模型。",
                en: "The model cannot be read: it is not a complete XGBoost JSON document. Train or export it again.")
        case .unsupported(let what):
            Phrase(
                zh: "不支持这种 XGBoost 模型（\(what)）。请使用 gbtree 与单一输出的目标函数。",
                en: "This kind of XGBoost model (\(what)) is not supported. Use gbtree with a single-output objective.")
        }
    }
}
