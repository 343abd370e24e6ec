import Shell

/// What is recorded about somebody beside the record itself: told to fewer people, and in fewer places, than its class
/// of fields. Nothing of it may turn up where somebody is confirmed, paid or dismissed.
enum Matter: String, CaseIterable, Sendable {
    /// The score, what it rests on, and how it went before.
    case risk
    /// What was measured elsewhere, as signals and scores rest on it.
    case measured
    /// Why an alert was put off.
    case snooze
    case interview
    case contest

    /// Where it may be told at all.
    private func isTold(at path: String) -> Bool {
        switch self {
        case .risk: path.hasPrefix("/risk")
        case .measured: ["/risk", "/signals", "/contests", "/my-record"].contains(where: path.hasPrefix)
        case .snooze: path.hasPrefix("/signals")
        case .interview:
            ["/leaving", "/exit-interviews", "/stay-interviews"].contains(where: path.hasPrefix)
                || path.hasPrefix("/people/") && path.hasSuffix("/leaving")
        case .contest: ["/contests", "/my-record"].contains(where: path.hasPrefix)
        }
    }

    /// What a visitor may be told about somebody at an address: written down independently of the grants in the code.
    ///
    /// HR looks after everybody of its branch, a manager after the scores and signals of those below. One sees what was
    /// measured of oneself and what one contested on one's own page; never one's own score or interviews.
    static func told(to visitor: Asker, about person: MarkedPerson, at path: String) -> Set<Matter> {
        guard let role = visitor.role, !visitor.isProgram, visitor.isWhole || !person.isOutside else { return [] }
        let place = String(path.prefix { $0 != "?" })
        var told: Set<Matter> = []
        if !visitor.isWhole, person.number == MarkedPerson.own(role) {
            if place.hasPrefix("/my-record") { told = [.measured, .contest] }
        } else if role == .hr {
            if !place.hasPrefix("/my-record") { told = Set(allCases) }
        } else if role == .manager, person.number == MarkedPerson.report(role) {
            if ["/risk", "/signals"].contains(where: place.hasPrefix) { told = [.risk, .measured, .snooze] }
        }
        return told.filter { $0.isTold(at: place) }
    }
}

extension MarkedPerson {
    /// The number of the line with two digits.
    private var two: String { index < 10 ? "0\(index)" : "\(index)" }
    /// As JSON writes it; nobody else has it.
    var probability: Double { Double("0.61803\(two)7") ?? 0 }
    /// A whole number that stays itself in single precision.
    var measured: Double { Double(4_930_000 + index) }

    private func marked(_ text: String) -> String { text + String(name.suffix(1)) }
    var driver: String { marked("密险") }
    var snoozeReason: String { marked("密缓") }
    var contestWords: String { marked("密议") }
    /// Answers and remarks of both interviews, and why somebody may be hired again.
    var interviewTexts: [String] { (0..<6).map { marked("密谈\($0)") } }

    /// Each text, in every form in which it could be written.
    var matters: [(matter: Matter, text: String)] {
        [
            (.risk, driver), (.risk, "0.61803\(two)7"), (.measured, "49300\(two)"), (.measured, "4,930,0\(two)"),
            (.snooze, snoozeReason), (.contest, contestWords),
        ] + interviewTexts.map { (.interview, $0) }
    }

    /// One of these stands in everything of ``matters``.
    static let matterMarks = ["密险", "密缓", "密谈", "密议", "0.61803", "49300", "4,930,0"]
}
