import Forecast
import Kernel
import Organization
import Shell

/// H09 over everybody hired in the batches: how long people stay, group beside group.
struct StayingCurves: Codable, Hashable, Sendable {
    struct Step: Codable, Hashable, Sendable {
        let day: Int
        let staying: Double
        let low: Double
        let high: Double
        let atRisk: Int
    }

    struct Curve: Codable, Hashable, Sendable {
        let key: String
        var name: Phrase
        let people: Int
        let left: Int
        /// On some days, as far as at least five people are still observed.
        let steps: [Step]
        /// On each of ``StayingCurves/marks``; nil where too few are observed.
        let marks: [Step?]
        /// The day by which half have left; nil while more than half stay.
        let median: Int?
    }

    static let marks = [30, 90, 180, 365, 730]

    let question: CohortQuestion
    /// The largest first; small groups together at the end.
    var curves: [Curve]

    init(_ question: CohortQuestion, _ sheet: TurnoverDesk.Sheet) throws {
        self.question = question
        let unit = try sheet.place(of: question.unit)
        let groups = SpellGroups(sheet.view, question.comparison.grouping ?? .time, unit: unit, sheet.tree)
        let periods = question.periods
        let byHire = question.comparison == .hired
        let names =
            byHire
            ? periods.map { SpellGroups.Group(key: $0.first.iso, name: $0.name, place: 0) } : groups.groups
        var times = Array(repeating: [Double](), count: names.count)
        var events = Array(repeating: [Bool](), count: names.count)
        if let first = periods.first?.first {
            for spell in sheet.view.all.spells where spell.hireDay >= first && spell.hireDay <= question.through {
                guard let group = groups.group(of: spell, on: spell.hireDay) else { continue }
                let place = byHire ? periods.lastIndex { $0.first <= spell.hireDay } ?? 0 : group
                times[place].append(Double(min(spell.through, question.through) - spell.hireDay))
                events[place].append(spell.through <= question.through && question.kind.includes(spell))
            }
        }
        let small = SmallGroups.merged(times.map(\.count), sides: names.map(\.side))
        var curves: [Curve] = []
        for index in names.indices where !small.contains(index) && !times[index].isEmpty {
            let name = names[index].name ?? Phrase(verbatim: names[index].key)
            curves.append(Self.curve(names[index].key, name, times[index], events[index]))
        }
        if !byHire { curves.sort { ($0.people, $1.key) > ($1.people, $0.key) } }
        let merged = small.sorted()
        let rest = merged.flatMap { times[$0] }
        if rest.count >= SmallGroups.least {
            curves.append(
                Self.curve(
                    TurnoverBoard.merged,
                    Phrase(zh: "其余 \(small.count) 组（合并）", en: "\(small.count) other groups together"), rest,
                    merged.flatMap { events[$0] }))
        }
        self.curves = curves
    }

    private static func curve(_ key: String, _ name: Phrase, _ times: [Double], _ events: [Bool]) -> Curve {
        let estimate = KaplanMeier(SurvivalOutcome(times: times, events: events))
        // A tail of a few people says little and tells too much of them.
        let last = Int(estimate.steps.last { $0.atRisk >= SmallGroups.least }?.time ?? 0)
        func step(_ day: Int) -> Step? {
            let atRisk = estimate.atRisk(at: Double(day))
            guard day <= last, atRisk >= SmallGroups.least else { return nil }
            let share = estimate.surviving(at: Double(day))
            return Step(day: day, staying: share.value, low: share.low, high: share.high, atRisk: atRisk)
        }
        // As many points as a chart can show.
        let days = stride(from: 0, through: last, by: max(1, last / 120))
        return Curve(
            key: key, name: name, people: times.count, left: events.count { $0 }, steps: days.compactMap(step),
            marks: marks.map(step), median: estimate.median.flatMap { Int($0.time) <= last ? Int($0.time) : nil })
    }
}
