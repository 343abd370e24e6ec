import Kernel
import Organization

/// A unit of the demonstration company. References are places in the arrays of ``ShowcaseCompany``.
package struct ShowcaseUnit: Sendable, Hashable {
    package let kind: UnitKind
    package let name: String
    package let parent: Int?
    package let city: String
    /// Places for members, beside the one who leads.
    package internal(set) var places = 0
    /// Who leads from which day on.
    package internal(set) var heads: [ShowcaseHead] = []
}

package struct ShowcaseHead: Sendable, Hashable {
    package let day: Day
    package let person: Int
}

package struct ShowcasePosition: Sendable, Hashable {
    package let name: String
    package let family: String
    package let level: Int
    package let payLeast: Money
    package let payMost: Money
    package let weight: PositionWeight
}

package struct ShowcaseEmployment: Sendable, Hashable {
    package let person: Int
    package let kind: EmploymentKind
    package let hired: Day
    package internal(set) var last: Day?
    package let previous: Int?
    package let probationEnd: Day?
    package internal(set) var confirmed: Day?
    package internal(set) var city: String
}

package struct ShowcaseAssignment: Sendable, Hashable {
    package let employment: Int
    package internal(set) var unit: Int
    package internal(set) var position: Int
    package internal(set) var level: Int
    /// The person who leads.
    package internal(set) var manager: Int?
    package let start: Day
    /// The first day it no longer holds.
    package internal(set) var end: Day?
    package internal(set) var cause: AssignmentCause
}

package struct ShowcasePay: Sendable, Hashable {
    package let employment: Int
    package let start: Day
    package internal(set) var end: Day?
    package internal(set) var monthly: Money
}

package struct ShowcaseContract: Sendable, Hashable {
    package let employment: Int
    package let kind: ContractKind
    package let start: Day
    package let last: Day?
    package let signed: Day
    package let renewals: Int
    package internal(set) var ended: Day?
}

package struct ShowcaseSeparation: Sendable, Hashable {
    package let employment: Int
    package let notice: Day
    package let last: Day
    package let reason: SeparationReason
    package let ground: EndingGround?
    package let regret: Regret.Verdict?
    /// Whether the planted rule applied when notice was given.
    package let followsRule: Bool
    /// The effects that held in that week; none where nothing has any effect.
    package let causes: [Planted.Effect]

    package var kind: SeparationKind { reason.kind }
}

/// One value of a metric, packed: there are millions.
package struct ShowcaseValue: Sendable, Hashable {
    /// A place in ``ShowcaseCompany/people``.
    package let person: Int32
    /// ``Kernel/Day/number``.
    package let day: Int32
    /// Times ten to the metric's digits.
    let scaled: Int32
    /// Days until it was known.
    let lag: Int32

    package var knownOn: Int32 { day + lag }

    package func value(of metric: ShowcaseMetric) -> Double { Double(scaled) / metric.scale }
}
