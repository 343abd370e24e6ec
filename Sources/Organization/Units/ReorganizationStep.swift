import Kernel

/// One line of a draft: what is done with a unit, or with a person.
struct ReorganizationStep: Codable, Hashable, Sendable {
    enum Kind: String, Codable, Sendable, CaseIterable {
        case move, rename, merge, close, person

        var name: Phrase {
            switch self {
            case .move: Phrase(zh: "移到另一上级之下", en: "Move under another unit")
            case .rename: Phrase(zh: "更名", en: "Rename")
            case .merge: Phrase(zh: "并入另一单元", en: "Merge into another unit")
            case .close: Phrase(zh: "撤销", en: "Close")
            case .person: Phrase(zh: "调动一名员工", en: "Transfer a person")
            }
        }
    }

    let id: ID<ReorganizationStep>
    let kind: Kind
    let unit: ID<OrgUnit>?
    let target: ID<OrgUnit>?
    let person: ID<Person>?
    let name: String?
    /// Names as they are on the day before, for sentences.
    let unitName: String?
    let targetName: String?
    let personName: String?

    /// What it does, in one sentence.
    var sentence: Phrase {
        let (unit, target) = (unitName ?? "—", targetName ?? "—")
        switch kind {
        case .move:
            return targetName == nil
                ? Phrase(zh: "“\(unit)”移到顶层", en: "“\(unit)” moves to the top")
                : Phrase(zh: "“\(unit)”移到“\(target)”之下", en: "“\(unit)” moves under “\(target)”")
        case .rename: return Phrase(zh: "“\(unit)”更名为“\(name ?? "")”", en: "“\(unit)” becomes “\(name ?? "")”")
        case .merge: return Phrase(zh: "“\(unit)”并入“\(target)”", en: "“\(unit)” merges into “\(target)”")
        case .close: return Phrase(zh: "撤销“\(unit)”", en: "“\(unit)” is closed")
        case .person:
            return Phrase(
                zh: "\(personName ?? "—")调到“\(target)”", en: "\(personName ?? "—") transfers to “\(target)”")
        }
    }
}

/// A draft of a reorganisation: what is to happen on one day, until it is applied or given up.
struct ReorganizationDraft: Codable, Hashable, Sendable {
    enum State: String, Codable, Sendable, CaseIterable {
        case draft, applied, discarded

        var name: Phrase {
            switch self {
            case .draft: Phrase(zh: "草案", en: "Draft")
            case .applied: Phrase(zh: "已实施", en: "Applied")
            case .discarded: Phrase(zh: "已放弃", en: "Given up")
            }
        }
    }

    let id: ID<ReorganizationDraft>
    let name: String
    let day: Day
    let state: State
    let remark: String?
    let by: String
    let steps: Int
}
