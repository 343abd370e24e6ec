import Kernel
import Organization
import SQL

extension CompanyWriter {
    /// Units with who led them when, levels, positions and the places of every unit.
    func writeUnits(_ tx: Transaction) throws {
        try insert(company.units, into: "units", ["id", "kind", "code"], tx) { place, node in
            [unit(place), node.kind.sqlValue, .text("QM" + ShowcasePerson.padded(place + 1, 4))]
        }
        try insert(
            facts, into: "unit_facts", ["unit_id", "starts_on", "ends_before", "name", "parent_id", "head_id", "city"],
            tx
        ) { _, fact in
            let node = company.units[fact.unit]
            return [
                unit(fact.unit), fact.start.sqlValue, fact.end.sqlValue, node.name.sqlValue,
                node.parent.map(unit) ?? .null, fact.head.map { .integer(person($0)) } ?? .null, node.city.sqlValue,
            ]
        }
        try insert(company.levels, into: "levels", ["id", "name", "rank"], tx) { place, name in
            [level(place), name.sqlValue, (place + 1).sqlValue]
        }
        try insert(
            company.positions, into: "positions",
            ["id", "name", "code", "family", "level_id", "pay_least", "pay_most", "weight", "probation_months"], tx
        ) { place, post in
            [
                position(place), post.name.sqlValue, .text("P" + ShowcasePerson.padded(place + 1, 3)),
                post.family.sqlValue, level(post.level), post.payLeast.sqlValue, post.payMost.sqlValue,
                post.weight.sqlValue, .integer(3),
            ]
        }
        // Position 0 stands for any; whoever leads has a place too.
        let planned = Array(company.units.indices)
        try insert(
            planned, into: "headcount_plans", ["unit_id", "position_id", "starts_on", "places"], tx
        ) { _, place in
            [unit(place), .integer(0), company.start.sqlValue, (company.units[place].places + 1).sqlValue]
        }
    }

    private struct Fact {
        let unit: Int
        let start: Day
        let end: Day?
        let head: Int?
    }

    /// What holds from day to day: until somebody leads a unit, nobody does.
    private var facts: [Fact] {
        company.units.enumerated().flatMap { place, node -> [Fact] in
            var facts: [Fact] = []
            let first = node.heads.first?.day
            if first.map({ $0 > company.founded }) ?? true {
                facts.append(Fact(unit: place, start: company.founded, end: first, head: nil))
            }
            for (index, head) in node.heads.enumerated() {
                let next = index + 1 < node.heads.count ? node.heads[index + 1].day : nil
                facts.append(Fact(unit: place, start: head.day, end: next, head: head.person))
            }
            return facts
        }
    }
}
