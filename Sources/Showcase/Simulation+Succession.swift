import Kernel
import Organization

extension Simulation {
    /// Those whose last day has passed leave their places; whoever led is followed by somebody on the next day.
    mutating func depart(before day: Day) {
        var gone: [Int] = []
        active.removeAll { worker in
            guard let last = workers[worker].last, last < day else { return false }
            gone.append(worker)
            return true
        }
        var orphaned: [(unit: Int, day: Day)] = []
        for worker in gone {
            guard let last = workers[worker].last else { continue }
            let unit = workers[worker].unit
            if workers[worker].job.isMember {
                members[unit].removeAll { $0 == worker }
                vacancies.append(Vacancy(unit: unit, due: last + 1 + dice.below(21)))
                if workers[worker].kind == .full, company.employments[worker].previous == nil { former.append(worker) }
            } else {
                heads[unit] = nil
                orphaned.append((unit, last + 1))
            }
        }
        for (unit, day) in orphaned.sorted(by: { ($0.day, $0.unit) < ($1.day, $1.unit) }) { follow(unit, on: day) }
    }

    /// Somebody of the level below takes over, and leaves a place in turn; where nobody can, somebody comes from outside.
    private mutating func follow(_ unit: Int, on day: Day) {
        let node = plan.nodes[unit]
        let leaders = node.children.compactMap { heads[$0] }.filter { workers[$0].isStaying && workers[$0].hired < day }
        let own = members[unit].filter { workers[$0].isStaying && workers[$0].hired < day - 365 }
        let candidates = leaders.isEmpty ? own : leaders
        guard !candidates.isEmpty else {
            let worker = employ(node.head, in: unit, on: day)
            heads[unit] = worker
            tell(unit, ledBy: worker, on: day)
            assign(worker, on: day, .hire)
            return announce(unit, on: day)
        }
        // Of those at the highest level, whoever is longest here.
        let chosen = candidates.min { one, other in
            (-workers[one].level, workers[one].hired, one) < (-workers[other].level, workers[other].hired, other)
        }
        guard let chosen else { return }
        let left = workers[chosen].unit
        let wasMember = workers[chosen].job.isMember
        workers[chosen].unit = unit
        workers[chosen].job = node.head
        workers[chosen].level = node.head.level
        workers[chosen].city = node.city
        workers[chosen].advanced = day
        heads[unit] = chosen
        tell(unit, ledBy: chosen, on: day)
        assign(chosen, on: day, .promotion)
        let band = node.head.pay
        let pay = workers[chosen].pay * 115 / 100 / 100 * 100
        setPay(chosen, min(band.upperBound, max(band.lowerBound, pay)), on: day)
        if wasMember {
            members[left].removeAll { $0 == chosen }
            vacancies.append(Vacancy(unit: left, due: day + 7 + dice.below(21)))
        } else {
            heads[left] = nil
            follow(left, on: day)
        }
        announce(unit, on: day)
    }

    /// Those who are led by a new head are told so from that day on.
    private mutating func announce(_ unit: Int, on day: Day) {
        for worker in members[unit] where heads[unit] != worker { assign(worker, on: day, .newManager) }
        for child in plan.nodes[unit].children {
            if let head = heads[child] { assign(head, on: day, .newManager) }
        }
    }
}
