import Kernel
import Organization

extension Simulation {
    /// Who leads somebody: the head of the unit, of the one above for heads; where nobody is, the next one up.
    private func manager(of worker: Int) -> Int? {
        var unit: Int? = workers[worker].unit
        while let place = unit {
            if let head = heads[place], head != worker { return workers[head].person }
            unit = plan.nodes[place].unit.parent
        }
        return nil
    }

    /// Writes the post as it is from that day on; nothing when it is the same.
    mutating func assign(_ worker: Int, on day: Day, _ cause: AssignmentCause) {
        let here = workers[worker]
        if let last = here.last, last < day { return }
        let position = ShowcaseCompany.place(of: here.job)
        let manager = manager(of: worker)
        if cause != .hire {
            let open = company.assignments[here.assignment]
            guard
                open.unit != here.unit || open.position != position || open.level != here.level
                    || open.manager != manager
            else { return }
            if open.manager != manager { workers[worker].managerSince = day }
            if open.start >= day {
                company.assignments[here.assignment].unit = here.unit
                company.assignments[here.assignment].position = position
                company.assignments[here.assignment].level = here.level
                company.assignments[here.assignment].manager = manager
                return
            }
            company.assignments[here.assignment].end = day
        }
        workers[worker].assignment = company.assignments.count
        company.assignments.append(
            ShowcaseAssignment(
                employment: worker, unit: here.unit, position: position, level: here.level, manager: manager,
                start: day,
                end: here.last.map { $0 + 1 }, cause: cause))
    }

    /// Ends the post, the pay and the contract with the last day.
    mutating func close(_ worker: Int, last: Day) {
        workers[worker].last = last
        company.employments[worker].last = last
        company.assignments[workers[worker].assignment].end = last + 1
        company.pay[workers[worker].payRow].end = last + 1
        if let contract = workers[worker].contract, company.contracts[contract].last.map({ $0 > last }) ?? true {
            company.contracts[contract].ended = last
        }
    }

    mutating func setPay(_ worker: Int, _ yuan: Int, on day: Day) {
        workers[worker].pay = yuan
        let monthly = Money(yuan: Int32(yuan))
        let row = workers[worker].payRow
        if day > workers[worker].hired {
            if company.pay[row].start >= day {
                company.pay[row].monthly = monthly
                return
            }
            company.pay[row].end = day
        }
        workers[worker].payRow = company.pay.count
        company.pay.append(ShowcasePay(employment: worker, start: day, end: nil, monthly: monthly))
    }

    /// 1 April and 1 October.
    func roundDay(in monday: Day) -> Day? {
        (0..<7).lazy.map { monday + $0 }.first { day in
            (day.monthOfYear == 4 || day.monthOfYear == 10) && day == day.month.firstDay && day <= today
        }
    }

    /// Raises in April, promotions of members in both rounds, a year after the last at the earliest.
    mutating func advance(on day: Day) {
        for worker in active where workers[worker].isStaying {
            let (raise, promotion) = (workers[worker].dice.unit(), workers[worker].dice.unit())
            let amount = workers[worker].dice.between(1.02, 1.06)
            guard workers[worker].hired < day - 180 else { continue }
            var factor = day.monthOfYear == 4 && raise < 0.85 ? amount : 1
            if workers[worker].job.isMember, workers[worker].level < 5, workers[worker].advanced < day - 365,
                promotion < 0.12
            {
                workers[worker].level += 1
                workers[worker].advanced = day
                factor *= 1.08
                assign(worker, on: day, .promotion)
            }
            guard factor > 1 else { continue }
            let pay = Int(Double(workers[worker].pay) * factor) / 100 * 100
            setPay(worker, min(pay, workers[worker].job.pay.upperBound), on: day)
        }
    }

    /// Now and then two who lead teams of the same department change places.
    mutating func rotate(_ monday: Day) {
        for (unit, node) in plan.nodes.enumerated() where node.unit.kind == .team {
            guard dice.happens(0.0008), let parent = node.unit.parent, let one = heads[unit] else { continue }
            let teams = plan.nodes[parent].children.filter { $0 != unit && plan.nodes[$0].unit.kind == .team }
            guard !teams.isEmpty else { continue }
            let team = dice.pick(teams)
            guard let other = heads[team], workers[one].isStaying, workers[other].isStaying else { continue }
            workers[one].unit = team
            workers[other].unit = unit
            (heads[unit], heads[team]) = (other, one)
            for (place, head) in [(unit, other), (team, one)] {
                tell(place, ledBy: head, on: monday)
                assign(head, on: monday, .transfer)
                for member in members[place] { assign(member, on: monday, .newManager) }
            }
        }
    }

    mutating func tell(_ unit: Int, ledBy worker: Int, on day: Day) {
        if company.units[unit].heads.last?.day == day { company.units[unit].heads.removeLast() }
        company.units[unit].heads.append(ShowcaseHead(day: day, person: workers[worker].person))
    }
}
