import Kernel
import Organization
import Shell

/// The company week by week: who leaves, who follows, what is measured. Everything it makes is in the arrays of
/// ``ShowcaseCompany``.
struct Simulation {
    let plan: CompanyPlan
    let start: Day
    let today: Day
    let effect: ShowcaseEffect
    /// Metrics are kept from this day on.
    let factsFrom: Day
    var dice: Dice

    var company: ShowcaseCompany
    var workers: [Worker] = []
    /// Those who have not left, in the order they came.
    var active: [Int] = []
    /// By unit.
    var members: [[Int]]
    var heads: [Int?]
    var vacancies: [Vacancy] = []
    var identities: Set<String> = []
    /// Former employees who may come back.
    var former: [Int] = []
    let teamsByTrade: [Trade: [Int]]
    /// Places that are not open yet, in the order in which they open.
    var unopened: [Int] = []
    var opened = 0

    struct Vacancy {
        let unit: Int
        /// Filled from this day on.
        let due: Day
    }

    init(people: Int, months: Int, seed: UInt64, effect: ShowcaseEffect, today: Day, valuesAtMost: Int) {
        plan = CompanyPlan(people: people)
        let first = today.adding(months: -months)
        start = first + (8 - first.weekday.rawValue) % 7
        (self.today, self.effect) = (today, effect)
        dice = Dice(seed: seed)
        let sellers = plan.nodes.reduce(0) { $0 + ($1.trade == .sales ? $1.unit.places : 0) }
        let weekly =
            Double(sellers * ShowcaseMetric.of(.week).count)
            + Double(people * ShowcaseMetric.of(.month).count) / 4.35
        let weeks = max(13, Int(Double(valuesAtMost) / max(1, weekly)))
        factsFrom = max(start, today - 7 * weeks)
        company = ShowcaseCompany(seed: seed, effect: effect, start: start, today: today, plan)
        members = plan.nodes.map { _ in [] }
        heads = plan.nodes.map { _ in nil }
        var teams: [Trade: [Int]] = [:]
        for (unit, node) in plan.nodes.enumerated() where node.unit.places > 0 {
            if let trade = node.trade { teams[trade, default: []].append(unit) }
        }
        teamsByTrade = teams
        identities.reserveCapacity(people * 2)
    }

    /// - Returns: the company with everything that happened.
    static func run(
        people: Int, months: Int, seed: UInt64, effect: ShowcaseEffect, today: Day, valuesAtMost: Int
    ) -> ShowcaseCompany {
        var simulation = Simulation(
            people: people, months: months, seed: seed, effect: effect, today: today, valuesAtMost: valuesAtMost)
        simulation.found()
        var monday = simulation.start
        while monday <= today {
            simulation.week(monday)
            monday += 7
        }
        simulation.finish(lastMonday: monday - 7)
        return simulation.company
    }

    private mutating func week(_ monday: Day) {
        depart(before: monday)
        open(monday)
        fillVacancies(monday)
        if let round = roundDay(in: monday) { advance(on: round) }
        rotate(monday)
        renew(monday)
        resign(monday)
        measure(monday)
    }

    /// The company grows to its full size in even steps.
    private mutating func open(_ monday: Day) {
        let share = Double(monday - start) / Double(max(1, today - start))
        let wanted = Int(Double(unopened.count) * share)
        while opened < wanted {
            vacancies.append(Vacancy(unit: unopened[opened], due: monday))
            opened += 1
        }
    }

    /// Everybody it was made for is there on the last day, and posts that are about to be free are given away.
    private mutating func finish(lastMonday: Day) {
        depart(before: today)
        while opened < unopened.count {
            vacancies.append(Vacancy(unit: unopened[opened], due: lastMonday))
            opened += 1
        }
        for vacancy in vacancies {
            hire(into: vacancy.unit, on: min(today, lastMonday + dice.below(5)))
        }
        vacancies = []
        promise()
        confirm()
        for (unit, node) in plan.nodes.enumerated() { company.units[unit].places = node.unit.places }
    }

    /// Contracts with people who are to come: for some who are about to leave, and a few more.
    private mutating func promise() {
        for worker in active where workers[worker].job.isMember {
            guard let last = workers[worker].last, last >= today, dice.happens(0.4) else { continue }
            hire(into: workers[worker].unit, on: last + 1 + dice.below(10))
        }
        let more = max(1, unopened.count / 20)
        for _ in 0..<more where !unopened.isEmpty { hire(into: dice.pick(unopened), on: today + 1 + dice.below(30)) }
    }

    /// Whoever passed the probation is confirmed on the day after it.
    private mutating func confirm() {
        for worker in workers {
            guard let end = worker.probationEnd, end < today, worker.last.map({ $0 > end }) ?? true else { continue }
            company.employments[worker.employment].confirmed = end + 1
        }
    }
}
