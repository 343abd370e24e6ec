import Kernel
import Organization

/// 启明商贸, a trading company with headquarters in Hangzhou and branches in Beijing, Shanghai and Shenzhen: everybody
/// who worked there, what happened to them, and what was measured. Nobody in it exists.
///
/// Made from a seed alone: the same numbers give the same company byte for byte on every machine. What makes people leave
/// is documented in ``Planted``. References between arrays are places in them.
package struct ShowcaseCompany: Sendable {
    package let seed: UInt64
    package let effect: ShowcaseEffect
    /// The first day that is told week by week; whoever works on it came earlier.
    package let start: Day
    /// The last day.
    package let today: Day

    /// Parents before their children.
    package internal(set) var units: [ShowcaseUnit]
    package let positions: [ShowcasePosition]
    package let levels: [String]
    package internal(set) var people: [ShowcasePerson] = []
    /// Earlier employments of somebody who returned stand before later ones.
    package internal(set) var employments: [ShowcaseEmployment] = []
    package internal(set) var assignments: [ShowcaseAssignment] = []
    package internal(set) var pay: [ShowcasePay] = []
    package internal(set) var contracts: [ShowcaseContract] = []
    package internal(set) var separations: [ShowcaseSeparation] = []
    /// By place of the metric, each in the order of days.
    package internal(set) var values: [[ShowcaseValue]]

    /// Where nothing else is wanted, so that tests do not depend on the calendar.
    package static let usualDay = Day(year: 2026, month: 6, day: 30) ?? .first
    /// Below this there is no company.
    package static let sizes = 20...200_000
    package static let lengths = 6...60

    /// The company after so many months.
    /// - Parameters:
    ///   - people: how many work there on the last day; those who left by then come on top.
    ///   - today: the last day; nothing later is told but last days of notices and hires that are agreed.
    ///   - valuesAtMost: about how many values of metrics are kept; of a large company the latest weeks, thirteen at
    ///     least.
    /// - Complexity: proportional to people × weeks; 600 people × 24 months take a tenth of a second.
    package static func generate(
        people: Int, months: Int, seed: UInt64, effect: ShowcaseEffect = .planted, today: Day = usualDay,
        valuesAtMost: Int = 8_000_000
    ) -> ShowcaseCompany {
        let size = min(max(people, sizes.lowerBound), sizes.upperBound)
        let length = min(max(months, lengths.lowerBound), lengths.upperBound)
        return Simulation.run(
            people: size, months: length, seed: seed, effect: effect, today: today, valuesAtMost: valuesAtMost)
    }

    init(seed: UInt64, effect: ShowcaseEffect, start: Day, today: Day, _ plan: CompanyPlan) {
        (self.seed, self.effect, self.start, self.today) = (seed, effect, start, today)
        units = plan.nodes.map(\.unit)
        levels = Job.levels
        positions = Job.all.map { job in
            ShowcasePosition(
                name: job.name, family: job.trade?.department ?? "管理", level: job.level,
                payLeast: Money(yuan: Int32(job.pay.lowerBound)), payMost: Money(yuan: Int32(job.pay.upperBound)),
                weight: Self.weight(of: job))
        }
        values = ShowcaseMetric.allCases.map { _ in [] }
    }

    /// When the company was founded: every unit exists from then on.
    package var founded: Day { start.adding(years: -15) }

    package func values(of metric: ShowcaseMetric) -> [ShowcaseValue] { values[metric.place] }

    package var valueCount: Int { values.reduce(0) { $0 + $1.count } }

    private static let places = Dictionary(uniqueKeysWithValues: Job.all.enumerated().map { ($0.element, $0.offset) })

    /// The position of a post.
    static func place(of job: Job) -> Int { places[job] ?? 0 }

    /// Losing those who lead departments and branches would hurt more than losing others.
    static func weight(of job: Job) -> PositionWeight {
        switch job {
        case .director, .branchHead, .deputy, .chief: .key
        default: .ordinary
        }
    }
}
