import Kernel

/// Why a model cannot be learned or used.
enum RiskRefusal: Refusal, Equatable {
    case noSnapshots(Population)
    case snapshotTooOld(Day)
    case tooFewPeople(Int)
    /// The facts of today are not those the model was learned from.
    case otherSchema([String])
    case noModel
    case alreadyInForce
    case ownScore

    static let leastPeople = 50

    /// A state a company may be in for years: nothing to report every month.
    var isOfASmallCompany: Bool {
        switch self {
        case .noSnapshots, .tooFewPeople: true
        default: false
        }
    }

    var explanation: Phrase {
        switch self {
        case .noSnapshots(let population):
            Phrase(
                zh: "还没有“\(population.name.zh)”的快照。快照每天夜间自动生成；也可以在“离职风险”页面点击“开始训练”，立即生成快照并训练。",
                en:
                    "There are no snapshots of “\(population.name.en)” yet. They are taken every night; “Start learning” on the page of risks takes them at once."
            )
        case .snapshotTooOld(let day):
            Phrase(
                zh: "最近的快照是 \(day)，已经超过一周，暂不评分，原有评分继续有效。请在“后台任务”中检查快照任务。",
                en:
                    "The newest snapshot is of \(day), more than a week ago; nothing was scored and the earlier scores stay. Look at the snapshot job under Background jobs."
            )
        case .tooFewPeople(let count):
            Phrase(
                zh: "快照中只有 \(count) 人，至少需要 \(Self.leastPeople) 人才能训练模型和分层。请使用预警信号。",
                en:
                    "The snapshot holds only \(count) people; \(Self.leastPeople) are needed to learn and to rank. Use signals."
            )
        case .otherSchema(let facts):
            Phrase(
                zh:
                    "模型使用的数据项与现在的不一致（\(facts.prefix(5).joined(separator: "、"))）。原有模型和评分继续有效；请重新训练后再启用新模型。",
                en:
                    "The model looks at facts that are different now (\(facts.prefix(5).joined(separator: ", "))). The earlier scores stay in force; train anew and promote the new model."
            )
        case .noModel:
            Phrase(zh: "还没有启用的模型。请先训练模型。", en: "No model is in force yet. Train one first.")
        case .alreadyInForce: Phrase(zh: "该模型已经启用。", en: "This model is in force already.")
        case .ownScore:
            Phrase(zh: "任何人都不能查看自己的风险评分。", en: "Nobody sees their own risk score.")
        }
    }
}
