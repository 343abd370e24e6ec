import Kernel
import Organization

extension Simulation {
    /// The share of the places for members that is filled on the first day.
    private static let filled = 0.86

    /// The company as it is on the first day: whoever leads came before those who are led.
    mutating func found() {
        for (unit, node) in plan.nodes.enumerated() {
            let above = node.unit.parent.flatMap { heads[$0] }.map { workers[$0].hired }
            let earliest = above ?? start.adding(years: -13)
            let latest = start.adding(years: -4) - node.unit.kind.lateness
            let span = max(1, min(730, latest - earliest))
            lead(unit, hired: earliest + dice.below(span))
        }
        var places: [Int] = []
        for (unit, node) in plan.nodes.enumerated() { places += Array(repeating: unit, count: node.unit.places) }
        // Fisher and Yates, written out: how the standard library shuffles may change.
        for place in places.indices.reversed() where place > 0 { places.swapAt(place, dice.below(place + 1)) }
        let count = Int(Double(places.count) * Self.filled)
        for unit in places.prefix(count).sorted() {
            let earliest = heads[unit].map { workers[$0].hired } ?? start.adding(years: -4)
            let days = min(365 * 5, start - earliest)
            // More people came lately than long ago.
            hire(into: unit, on: start - 1 - Int(Double(dice.below(max(1, days - 1))) * dice.unit()))
        }
        unopened = Array(places.dropFirst(count))
    }

    private mutating func lead(_ unit: Int, hired: Day) {
        let worker = employ(plan.nodes[unit].head, in: unit, on: hired)
        heads[unit] = worker
        company.units[unit].heads.append(ShowcaseHead(day: hired, person: workers[worker].person))
        assign(worker, on: hired, .hire)
    }
}

extension UnitKind {
    /// Those who lead large units came longer ago.
    fileprivate var lateness: Int {
        switch self {
        case .company: 365 * 7
        case .branch: 365 * 5
        case .department: 365 * 2
        case .team: 0
        }
    }
}
