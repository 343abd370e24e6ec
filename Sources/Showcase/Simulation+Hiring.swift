import Kernel
import Organization

extension Simulation {
    /// Places that are due are filled: by a colleague from another team, by somebody who returns, mostly from outside.
    mutating func fillVacancies(_ monday: Day) {
        var left: [Vacancy] = []
        for vacancy in vacancies {
            let day = monday + dice.below(5)
            guard vacancy.due <= monday, day <= today else {
                left.append(vacancy)
                continue
            }
            let choice = dice.unit()
            if choice < 0.12, let moved = colleague(for: vacancy.unit, day) {
                left.append(Vacancy(unit: workers[moved].unit, due: day + 7 + dice.below(14)))
                transfer(moved, to: vacancy.unit, on: day)
            } else if choice < 0.14, let back = returning(to: vacancy.unit, day) {
                hire(into: vacancy.unit, on: day, returning: back)
            } else {
                hire(into: vacancy.unit, on: day)
            }
        }
        vacancies = left
    }

    /// Somebody of the same trade in another team, half a year here or longer.
    private mutating func colleague(for unit: Int, _ day: Day) -> Int? {
        guard let trade = plan.nodes[unit].trade, let teams = teamsByTrade[trade], teams.count > 1 else { return nil }
        for _ in 0..<4 {
            let team = dice.pick(teams)
            guard team != unit, members[team].count > 2 else { continue }
            let worker = dice.pick(members[team])
            if workers[worker].isStaying, workers[worker].hired < day - 180 { return worker }
        }
        return nil
    }

    private mutating func transfer(_ worker: Int, to unit: Int, on day: Day) {
        members[workers[worker].unit].removeAll { $0 == worker }
        members[unit].append(worker)
        workers[worker].unit = unit
        workers[worker].city = plan.nodes[unit].city
        company.employments[worker].city = plan.nodes[unit].city.rawValue
        workers[worker].habits.commute = Habits.commute(plan.nodes[unit].city, &workers[worker].dice)
        assign(worker, on: day, .transfer)
    }

    /// A former employee of the trade who left half a year ago or longer.
    private mutating func returning(to unit: Int, _ day: Day) -> Int? {
        for _ in 0..<4 where !former.isEmpty {
            let place = dice.below(former.count)
            let worker = former[place]
            guard workers[worker].job.trade == plan.nodes[unit].trade, let last = workers[worker].last, last < day - 180
            else { continue }
            former.swapAt(place, former.count - 1)
            former.removeLast()
            return worker
        }
        return nil
    }

    /// - Parameter before: the employment before, of somebody who returns.
    @discardableResult
    mutating func hire(into unit: Int, on day: Day, returning before: Int? = nil) -> Int {
        guard let trade = plan.nodes[unit].trade else { preconditionFailure("members work in departments") }
        let worker = employ(.member(trade), in: unit, on: day, returning: before)
        // Whoever is to come holds no place yet.
        if day <= today { members[unit].append(worker) }
        assign(worker, on: day, .hire)
        return worker
    }

    /// Makes the person, the employment, the first contract and the first pay.
    mutating func employ(_ job: Job, in unit: Int, on day: Day, returning before: Int? = nil) -> Int {
        let index = workers.count
        let city = plan.nodes[unit].city
        var own = dice.split(index)
        let person = before.map { workers[$0].person } ?? company.people.count
        if before == nil {
            let age = job.isMember ? 21 + min(own.below(18), own.below(18)) : 27 + own.below(9)
            let birthday = day.adding(years: -age) - own.below(364) - 1
            company.people.append(ShowcasePerson(person, birthday: birthday, city: city, &own, &identities))
        }
        let kind: EmploymentKind = job == .member(.warehouse) && own.happens(0.08) ? .dispatch : .full
        // A probation may be agreed once only (Labour Contract Law art. 19).
        let months = kind != .full || before != nil ? 0 : job == .member(.research) || !job.isMember ? 6 : 3
        let probationEnd = months == 0 ? nil : day.adding(months: months) - 1
        let isNew = day >= start - 60
        var worker = Worker(
            employment: index, person: person, kind: kind, hired: day, probationEnd: probationEnd, dice: own,
            unit: unit,
            job: job, level: job.level, city: city, advanced: day,
            habits: Habits(isNew: isNew, city: city, &own))
        if job.isMember {
            let years = max(0, start - day) / 365
            worker.level = min(5, years / 2 + own.below(3))
        }
        worker.pay = Self.pay(job, worker.level, &own)
        worker.dice = own
        workers.append(worker)
        company.employments.append(
            ShowcaseEmployment(
                person: person, kind: kind, hired: day, last: nil, previous: before, probationEnd: probationEnd,
                confirmed: nil, city: city.rawValue))
        if kind == .full { sign(index) }
        setPay(index, worker.pay, on: day)
        if day <= today { active.append(index) }
        return index
    }

    /// Somewhere in the band, higher with the level; whole hundreds of yuan.
    private static func pay(_ job: Job, _ level: Int, _ dice: inout Dice) -> Int {
        let band = job.pay
        let place = job.isMember ? 0.13 * Double(level) + dice.between(0.05, 0.3) : dice.between(0.15, 0.75)
        return (band.lowerBound + Int(Double(band.upperBound - band.lowerBound) * place)) / 100 * 100
    }
}
