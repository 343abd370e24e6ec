import Kernel
import Markup
import Organization
import Shell

/// What the board is asked, as it stands in the address.
struct TurnoverQuestion: Codable, Hashable, Sendable {
    var length: PeriodLength = .month
    /// The last day counted; the units are those of that day.
    var through: Day
    var definition: TurnoverDefinition = .opening
    var kind: LeaverKind = .all
    var grouping: TurnoverGrouping = .time
    var unit: ID<OrgUnit>?
    /// Nil for the rate of the period as it is.
    var annual: Annualising?

    static let fields = [
        FormField("period", .choice(PeriodLength.allCases.map { Choice($0.rawValue, $0.name) }), TurnoverWords.period),
        FormField("through", .day, TurnoverWords.through),
        FormField(
            "definition", .choice(TurnoverDefinition.allCases.map { Choice($0.rawValue, $0.name) }),
            TurnoverWords.definition),
        FormField("kind", .choice(LeaverKind.allCases.map { Choice($0.rawValue, $0.name) }), TurnoverWords.kind),
        FormField(
            "group", .choice(TurnoverGrouping.allCases.map { Choice($0.rawValue, $0.name) }), TurnoverWords.group),
        FormField("unit", .record, TurnoverWords.unit),
        FormField("annual", .choice(Annualising.allCases.map { Choice($0.rawValue, $0.name) }), TurnoverWords.annual),
    ]

    init(through: Day) { self.through = through }

    /// - Throws: a problem at the field for what is no day or no choice: a figure for another question would be wrong
    ///   without a word.
    init(_ query: FormFields, today: Day) throws {
        // The last whole month: a month that has only begun says little.
        self.init(through: try query.dayAsked("through") ?? today.month.firstDay - 1)
        length = try query.choice("period") ?? .month
        definition = try query.choice("definition") ?? .opening
        kind = try query.choice("kind") ?? .all
        grouping = try query.choice("group") ?? .time
        annual = try query.choice("annual")
        if let text = query["unit"] {
            guard let id = ID<OrgUnit>(text) else { throw Missing() }
            unit = id
        }
    }

    var period: TurnoverPeriod { TurnoverPeriod(length, through: through) }

    /// The periods counted: a trend's, or the one the groups are compared in.
    var periods: [TurnoverPeriod] { grouping == .time ? period.trend : [period] }

    /// As it stands behind the `?`.
    func query(_ more: [(String, String)] = []) -> [(String, String)] {
        var pairs = [
            ("period", length.rawValue), ("through", through.iso), ("definition", definition.rawValue),
            ("kind", kind.rawValue), ("group", grouping.rawValue),
        ]
        if let unit { pairs.append(("unit", unit.description)) }
        if let annual { pairs.append(("annual", annual.rawValue)) }
        return pairs + more
    }

    func address(_ path: String, _ more: [(String, String)] = []) -> URLText { URLText(path: path, query: query(more)) }
}

extension FormFields {
    /// A day behind the `?`, in any common form; nil when there is none.
    func dayAsked(_ name: String) throws -> Day? {
        guard let text = self[name] else { return nil }
        do {
            return try Day(text)
        } catch {
            throw FormProblem(field: name, problem: error.explanation)
        }
    }

    /// One of a closed list behind the `?`; nil when there is none.
    func choice<Value: RawRepresentable>(_ name: String, _ type: Value.Type = Value.self) throws -> Value?
    where Value.RawValue == String {
        guard let text = self[name] else { return nil }
        guard let value = Value(rawValue: text) else {
            throw FormProblem(
                field: name,
                problem: Phrase(
                    zh: "没有“\(text)”这个选项。请从列表中选择。", en: "There is no choice “\(text)”. Pick one of the list."))
        }
        return value
    }
}
