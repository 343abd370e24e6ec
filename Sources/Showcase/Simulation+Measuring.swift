import Kernel
import Organization

extension Simulation {
    /// What is measured in a week: of sellers on its Sunday, of everybody on the last day of a month that lies in it.
    mutating func measure(_ monday: Day) {
        let sunday = monday + 6
        guard sunday <= today else { return }
        // The first full week of a quarter.
        let opensQuarter = monday.monthOfYear % 3 == 1 && monday - monday.month.firstDay < 7
        let monthEnd = (0..<7).lazy.map { monday + $0 }.first { $0 == $0.month.lastDay }
        for worker in active {
            let last = workers[worker].last ?? .last
            if workers[worker].isSeller, workers[worker].hired <= sunday, last >= sunday {
                measureSeller(worker, sunday, opensQuarter: opensQuarter)
            }
            if let monthEnd, workers[worker].hired <= monthEnd - 10, last >= monthEnd { measureMonth(worker, monthEnd) }
        }
    }

    private mutating func measureSeller(_ worker: Int, _ day: Day, opensQuarter: Bool) {
        var (habits, dice) = (workers[worker].habits, workers[worker].dice)
        let growth = habits.sell(opensQuarter: opensQuarter, &dice)
        let visits = 8 + dice.below(9)
        (workers[worker].habits, workers[worker].dice) = (habits, dice)
        note(.trainingCompletion, habits.completion, worker, day)
        note(.mentorRating, habits.mentor, worker, day)
        note(.sales, habits.sales, worker, day)
        note(.growth, growth, worker, day)
        note(.visits, Double(visits), worker, day)
    }

    private mutating func measureMonth(_ worker: Int, _ day: Day) {
        var habits = workers[worker].habits
        habits.overtime = max(0, habits.overtimeHabit + 6 * workers[worker].dice.normal())
        let conditions = workers[worker].isSeller ? habits.conditions : 0
        let engagement = 7.2 + 1.2 * workers[worker].dice.normal() - 0.5 * Double(conditions)
        let late = workers[worker].dice.weighted([(70, 0), (18, 1), (8, 2), (3, 3), (1, 5)])
        workers[worker].habits = habits
        note(.engagement, min(10, max(0, engagement)), worker, day)
        note(.overtimeHours, habits.overtime, worker, day)
        note(.lateDays, Double(late), worker, day)
        note(.commute, Double(habits.commute), worker, day)
        note(.luckyNumber, Double(1 + workers[worker].dice.below(99)), worker, day)
    }

    /// Keeps a value as it comes in: mostly two days later, some late, some wrong at first. What is not known yet is not
    /// there.
    private mutating func note(_ metric: ShowcaseMetric, _ value: Double, _ worker: Int, _ day: Day) {
        let chance = workers[worker].dice.unit()
        guard day >= factsFrom else { return }
        let scaled = Int32((value * metric.scale).rounded())
        let isLate = chance < Planted.lateValues
        let isCorrected = !isLate && chance < Planted.lateValues + Planted.correctedValues
        keep(metric, isCorrected ? scaled / 2 : scaled, worker, day, lag: isLate ? 9 + Int32(chance * 400) : 2)
        if isCorrected { keep(metric, scaled, worker, day, lag: 21) }
    }

    private mutating func keep(_ metric: ShowcaseMetric, _ scaled: Int32, _ worker: Int, _ day: Day, lag: Int32) {
        guard day.number + Int(lag) <= today.number else { return }
        company.values[metric.place].append(
            ShowcaseValue(
                person: Int32(workers[worker].person), day: Int32(day.number), scaled: scaled, lag: lag))
    }
}
