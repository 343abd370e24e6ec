import Kernel
import Markup
import Organization
import Shell

/// What the pages of cohorts and of survival are asked.
struct CohortQuestion: Codable, Hashable, Sendable {
    /// What the curves compare.
    enum Comparison: String, Codable, Hashable, Sendable, CaseIterable {
        case none, hired, unit, position, level, city, manager, key

        /// How people are grouped on their first day; nil for the period they were hired in.
        var grouping: TurnoverGrouping? {
            switch self {
            case .none: .time
            case .hired: nil
            case .unit: .unit
            case .position: .position
            case .level: .level
            case .city: .city
            case .manager: .manager
            case .key: .key
            }
        }

        var name: Phrase {
            switch self {
            case .none: Phrase(zh: "不比较", en: "Nothing")
            case .hired: Phrase(zh: "入职批次", en: "When hired")
            default: grouping?.name ?? TurnoverWords.group
            }
        }
    }

    /// How long the batches of hires are.
    let length: PeriodLength
    /// The day that ends what is known.
    let through: Day
    let unit: ID<OrgUnit>?
    let comparison: Comparison
    /// Whose leaving is an event; other leavers are only seen up to their last day.
    let kind: LeaverKind

    static let cohortFields = TurnoverQuestion.fields.filter { ["period", "through", "unit"].contains($0.name) }
    static let survivalFields =
        cohortFields
        + [
            FormField("by", .choice(Comparison.allCases.map { .init($0.rawValue, $0.name) }), TurnoverWords.group),
            TurnoverQuestion.fields.first { $0.name == "kind" },
        ].compactMap { $0 }

    init(
        _ length: PeriodLength, _ through: Day, _ unit: ID<OrgUnit>?, by comparison: Comparison = .none,
        kind: LeaverKind = .all
    ) {
        (self.length, self.through, self.unit) = (length, through, unit)
        (self.comparison, self.kind) = (comparison, kind)
    }

    init(_ query: FormFields, today: Day) throws {
        length = try query.choice("period") ?? .quarter
        through = try query.dayAsked("through") ?? today
        comparison = try query.choice("by") ?? .none
        kind = try query.choice("kind") ?? .all
        unit = try query["unit"].map { text in
            guard let id = ID<OrgUnit>(text) else { throw Missing() }
            return id
        }
    }

    /// The last batches, the earliest first.
    var periods: [TurnoverPeriod] { TurnoverPeriod(length, through: through).trend }

    /// The same people as a question of the board, for the list behind a batch.
    var board: TurnoverQuestion {
        var board = TurnoverQuestion(through: through)
        (board.length, board.unit) = (length, unit)
        return board
    }

    func filters(_ units: [TurnoverUnit]) -> [Filter] {
        [
            .select(
                "period", Phrase(zh: "入职批次", en: "Batches"),
                PeriodLength.allCases.map { Choice($0.rawValue, $0.name) }, chosen: length.rawValue),
            .day("through", TurnoverWords.through, through.iso),
            .select(
                "unit", Phrase(zh: "入职部门", en: "Unit hired into"),
                [Choice("", Phrase(zh: "全部部门", en: "All units"))] + units.map(\.choice),
                chosen: unit?.description ?? ""),
        ]
    }
}
