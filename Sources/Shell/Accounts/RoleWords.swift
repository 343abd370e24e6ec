import Kernel
import Markup

/// What roles and their grants are called in a sentence.
enum RoleWords {
    /// A role with the unit, the reach and the last day it was given for.
    static func given(_ role: OwnAccountPage.Held) -> Phrase {
        given(role.name, unit: role.unit, reach: role.reach, until: role.until)
    }

    static func given(_ name: Phrase, unit: String?, reach: Reach?, until: Day?) -> Phrase {
        var notes: [Phrase] = []
        if let unit { notes.append(Phrase(verbatim: unit)) }
        if let reach { notes.append(AccountWords.reach(reach)) }
        if let until { notes.append(Phrase(zh: "至 \(until)", en: "until \(until)")) }
        guard !notes.isEmpty else { return name }
        return Phrase(
            zh: name.zh + "（" + notes.map(\.zh).joined(separator: "，") + "）",
            en: name.en + " (" + notes.map(\.en).joined(separator: ", ") + ")")
    }

    /// `公开、工作`
    static func classes(_ classes: [FieldClass]) -> Phrase {
        .list(([.public] + classes.filter { $0 != .public }.sorted()).map(\.name))
    }

    /// What a grant allows, in one sentence.
    static func sentence(_ capability: Capability, _ grant: RoleGrant) -> Phrase {
        let whom = capability.reaches.count == 1 ? nil : grant.reach.name
        let start =
            whom.map {
                Phrase(zh: capability.name.zh + "：" + $0.zh, en: capability.name.en + ": " + $0.en.lowercased())
            }
            ?? capability.name
        guard capability.showsFields else { return start + Phrase(zh: "。", en: ".") }
        let seen = classes(grant.classes)
        return start + Phrase(zh: "；可见\(seen.zh)信息。", en: "; fields: \(seen.en.lowercased()).")
    }
}
