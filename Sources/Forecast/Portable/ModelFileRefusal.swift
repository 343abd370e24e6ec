import Kernel

/// Why a model file cannot be used.
public enum ModelFileRefusal: Refusal, Equatable {
    /// Some other file.
    case notAModel
    /// Cut short or changed since it was written.
    case damaged
    /// Written by a later release.
    case newer(found: Int, supported: Int)

    public var explanation: Phrase {
        switch self {
        case .notAModel:
            Phrase(
                zh: "这不是模型文件。请选择由“保存模型”（--save）生成的 JSON 文件。",
                en: "This is not a model file. Choose the JSON file that --save wrote.")
        case .damaged:
            Phrase(
                zh: "模型文件不完整，或保存之后被改动过。请重新复制该文件，或重新训练并保存。",
                en:
                    "The model file is incomplete or was changed after it was saved. Copy it again, or train and save anew."
            )
        case .newer(let found, let supported):
            Phrase(
                zh: "模型文件的格式版本为 \(found)，本程序只支持到 \(supported)。请升级程序，或用本版本重新训练。",
                en:
                    "The model file has format version \(found); this release reads up to \(supported). Upgrade, or train anew with this release."
            )
        }
    }
}
