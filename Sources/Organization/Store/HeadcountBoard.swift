import Kernel
import SQL
import Shell

/// Who came, went and moved, month by month and unit by unit, with the span of control and open places.
package struct HeadcountBoard: Codable, Hashable, Sendable {
    /// The definitions of ``StaffMovement``.
    package struct Movement: Codable, Hashable, Sendable {
        package var opening = 0
        package var joiners = 0
        package var leavers = 0
        package var transfersIn = 0
        package var transfersOut = 0
        /// Employed at the end of the last day; who leaves that day still counts.
        package var closing = 0
    }

    package struct MonthRow: Codable, Hashable, Sendable {
        package let month: Month
        package let movement: Movement
    }

    package struct UnitRow: Codable, Hashable, Sendable {
        package let unit: ID<OrgUnit>
        package let name: String
        package let movement: Movement
        /// Places planned; nil without a plan.
        package let places: Int?

        package var vacancies: Int? { places.map { max(0, $0 - movement.closing) } }
    }

    package struct Span: Codable, Hashable, Sendable {
        package let managers: Int
        package let mean: Double?
        package let median: Double?
        package let layers: Int
    }

    /// Nil for the whole company, as far as the viewer sees it.
    package let unit: ID<OrgUnit>?
    package let months: [MonthRow]
    /// All months together.
    package let whole: Movement
    /// The units directly below (of the whole company: below its top, if there is one alone), and the people of the unit
    /// itself under its own name.
    package let units: [UnitRow]
    /// On the last day.
    package let span: Span
    /// Units on the last day that nobody heads.
    package let unitsWithoutHead: Int
}

extension HeadcountBoard: SizedFigure {
    var bytes: Int {
        units.count * (MemoryLayout<UnitRow>.stride + 32) + months.count * MemoryLayout<MonthRow>.stride + 256
    }
}
