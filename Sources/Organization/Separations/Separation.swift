import Kernel

/// The end of an employment.
package struct Separation: Hashable, Sendable {
    package let id: ID<Separation>
    package var person: ID<Person>
    package var employment: ID<Employment>
    /// When notice was given, by either side.
    package var noticeDay: Day?
    /// The last day worked; the person still counts on it.
    package var lastDay: Day
    package var kind: SeparationKind
    package var reason: SeparationReason?
    /// The legal ground, which decides about compensation.
    package var ground: EndingGround?
    package var regret: Regret = Regret()
    package var note: String?
}

/// Who wanted it. Fixed before anything is counted (H06).
package enum SeparationKind: String, Sendable, Hashable, Codable, CaseIterable {
    case voluntary
    case involuntary
    case other

    package var name: Phrase {
        switch self {
        case .voluntary: Phrase(zh: "主动离职", en: "Voluntary")
        case .involuntary: Phrase(zh: "被动离职", en: "Involuntary")
        case .other: Phrase(zh: "其他", en: "Other")
        }
    }
}

/// Whether the company would rather have kept the person: what the rule says, and what people decided, which prevails.
package struct Regret: Hashable, Sendable {
    package enum Verdict: String, Sendable, Hashable, Codable, CaseIterable {
        case regretted
        case notRegretted

        package var name: Phrase {
            switch self {
            case .regretted: Phrase(zh: "遗憾离职", en: "Regretted")
            case .notRegretted: Phrase(zh: "非遗憾离职", en: "Not regretted")
            }
        }
    }

    package var byRule: Verdict?
    package var byPeople: Verdict?

    /// The verdict that counts; nil while neither spoke.
    package var verdict: Verdict? { byPeople ?? byRule }

    /// A voluntary leaver in a key position, or with a rating among the best, is regretted; other voluntary leavers are
    /// not. Leaving that was not the person's choice has no verdict by rule.
    package static func rule(
        _ kind: SeparationKind, position: PositionWeight, amongBestRated: Bool
    ) -> Verdict? {
        guard kind == .voluntary else { return nil }
        return position == .key || amongBestRated ? .regretted : .notRegretted
    }
}
