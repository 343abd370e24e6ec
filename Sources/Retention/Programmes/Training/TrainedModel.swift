import Forecast
import Kernel
import Shell

/// What a training brings: a model that can be used, or the reason why there is none.
struct TrainedModel: Sendable {
    let verdict: ModelVerdict
    let report: ModelReport
    /// Titles and kinds of what the model looks at, for the pages of people.
    let facts: [ModelFact]
    /// Nil when too few have left.
    let file: ModelFile<CalibratedModel>?
    let tree: ModelFile<TreeModel>?
    let cases: [PastCase]

    var kind: String { file?.card.kind ?? "signals" }
}

/// One fact of a model, as its contributions are written.
struct ModelFact: Sendable, Codable {
    let code: String
    let name: Phrase
    let unit: Phrase?
    let kind: ColumnKind
    let levels: [String]
    /// What is usual, to compare with.
    let median: Double?
    /// Who may see the value.
    let audience: FieldClass

    /// A value with its unit.
    func written(_ value: Double) -> Phrase {
        guard value.isFinite else { return Phrase(zh: "未知", en: "unknown") }
        switch kind {
        case .yesNo: return value > 0.5 ? Phrase(zh: "是", en: "yes") : Phrase(zh: "否", en: "no")
        case .text:
            let place = Int(value)
            return levels.indices.contains(place) ? Phrase(verbatim: levels[place]) : Phrase(zh: "未知", en: "unknown")
        default:
            let text = FactFormat.value((value * 100).rounded() / 100, kind)
            guard let unit else { return Phrase(verbatim: text) }
            return unit.zh == "%"
                ? Phrase(verbatim: text + "%") : Phrase(zh: text + " " + unit.zh, en: text + " " + unit.en)
        }
    }
}

/// Somebody of the past in one leaf of the readable tree, and what happened.
struct PastCase: Sendable {
    let leaf: Int
    let subject: Int64
    let day: Day
    let probability: Double
    let leftOn: Day?
}
