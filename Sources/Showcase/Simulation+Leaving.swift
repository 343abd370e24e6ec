import Kernel
import Organization

extension Simulation {
    /// Everybody who has not given notice may give it this week. Whoever leads the company stays.
    mutating func resign(_ monday: Day) {
        for worker in active where workers[worker].isStaying && workers[worker].hired < monday {
            guard workers[worker].job != .chief else { continue }
            let follows = followsRule(worker)
            let probability = effect == .none ? Planted.flatWeekly : hazard(worker, follows, monday)
            guard workers[worker].dice.happens(probability) else { continue }
            // Not before what happened earlier in the week.
            let settled = max(
                company.assignments[workers[worker].assignment].start, company.pay[workers[worker].payRow].start)
            let day = max(monday + workers[worker].dice.below(5), settled)
            guard day <= today else { continue }
            let reason = reason(worker, follows, monday)
            guard let last = lastDay(worker, notice: day, reason) else { continue }
            let causes = effect == .none ? [] : effects(on: worker, monday)
            separate(worker, notice: day, last: last, reason, followsRule: follows, causes: causes)
        }
    }

    /// Three days from the notice in probation, else a few weeks. Nobody works on after the contract, or after a probation
    /// that was not passed. Whoever leads hands over on a Monday; nil when that would be after the contract.
    private mutating func lastDay(_ worker: Int, notice day: Day, _ reason: SeparationReason) -> Day? {
        let isOnProbation = workers[worker].isOnProbation(day)
        let days = Planted.notice.lowerBound + workers[worker].dice.below(Planted.notice.count)
        let agreed = day + (isOnProbation ? NoticeRules.resignationDays(inProbation: true) : days)
        let contractLast = workers[worker].contractLast ?? .last
        guard workers[worker].job.isMember else {
            let sunday = agreed + (7 - agreed.weekday.rawValue)
            return sunday <= contractLast ? sunday : nil
        }
        let last = max(day, min(agreed, contractLast))
        guard reason == .probationNotPassed, let end = workers[worker].probationEnd else { return last }
        return min(last, end)
    }

    func followsRule(_ worker: Int) -> Bool { workers[worker].isSeller && workers[worker].habits.conditions == 3 }

    /// See ``Planted``.
    private func hazard(_ worker: Int, _ followsRule: Bool, _ monday: Day) -> Double {
        if followsRule { return Planted.ruleWeekly }
        return effects(on: worker, monday).reduce(Planted.weekly) { $0 * $1.factor }
    }

    private func effects(on worker: Int, _ monday: Day) -> [Planted.Effect] {
        let here = workers[worker]
        var effects: [Planted.Effect] = []
        if here.isSeller {
            if here.habits.isPoorlyTrained { effects.append(.lowTraining) }
            if here.habits.isPoorlyMentored { effects.append(.lowMentor) }
            if here.habits.isFlat { effects.append(.flatSales) }
        }
        let days = monday - here.hired
        if days < 7 * 26 { effects.append(.newcomer) }
        if days >= 365 * 3 { effects.append(.longService) }
        if here.habits.commute > 60 { effects.append(.longCommute) }
        if here.city == .shenzhen { effects.append(.branch) }
        if here.habits.overtime > 36 { effects.append(.overtime) }
        if here.payPosition < 0.25 { effects.append(.lowPay) }
        if let last = here.contractLast, last < monday + 60 { effects.append(.contractEnds) }
        if let since = here.managerSince, since > monday - 90 { effects.append(.newManager) }
        return effects
    }

    /// What is said in the exit talk: mostly what it was, sometimes something else.
    private mutating func reason(_ worker: Int, _ followsRule: Bool, _ monday: Day) -> SeparationReason {
        var choices: [(weight: Int, value: SeparationReason)] = [
            (16, .career), (14, .betterPay), (8, .family), (4, .health), (3, .study), (4, .ownBusiness), (5, .content),
            (4, .culture), (5, .manager), (5, .workload), (4, .mutualAgreement), (2, .performance), (1, .misconduct),
        ]
        if effect == .planted {
            let found = effects(on: worker, monday)
            if followsRule { choices += [(40, .career), (30, .manager), (20, .betterPay), (15, .performance)] }
            if found.contains(.longCommute) { choices.append((40, .commute)) }
            if found.contains(.overtime) { choices.append((30, .workload)) }
            if found.contains(.lowPay) { choices.append((20, .betterPay)) }
            if found.contains(.newManager) { choices.append((15, .manager)) }
        }
        if workers[worker].job.isMember, workers[worker].isOnProbation(monday + 4) {
            choices.append((25, .probationNotPassed))
        }
        return workers[worker].dice.weighted(choices)
    }

    mutating func separate(
        _ worker: Int, notice: Day, last: Day, _ reason: SeparationReason, followsRule: Bool,
        causes: [Planted.Effect] = []
    ) {
        close(worker, last: last)
        let weight = ShowcaseCompany.weight(of: workers[worker].job)
        company.separations.append(
            ShowcaseSeparation(
                employment: worker, notice: notice, last: last, reason: reason, ground: reason.usualGround,
                regret: Regret.rule(reason.kind, position: weight, amongBestRated: workers[worker].level == 5),
                followsRule: followsRule, causes: causes))
    }
}

extension SeparationReason {
    /// The ground in law, where the reason leaves no doubt.
    fileprivate var usualGround: EndingGround? {
        switch self {
        case .probationNotPassed: .probationUnfit
        case .performance: .incompetent
        case .misconduct: .seriousBreach
        case .notRenewedByEmployer: .expiryNotRenewed
        case .redundancy: .layoff
        default: kind == .voluntary ? .resignation : nil
        }
    }
}
