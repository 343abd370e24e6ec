import Kernel
import Organization

extension Simulation {
    /// The contracts of somebody who comes: three years, three years more, then without an end. What has passed by the
    /// first day is written at once.
    mutating func sign(_ worker: Int) {
        let hired = workers[worker].hired
        var late = 0
        // Of the demonstrated time only, so that the defect can be mended by those who look at it.
        if hired > start, hired + 61 < today, workers[worker].dice.happens(Planted.Blemish.lateContract) {
            late = 35 + workers[worker].dice.below(20)
        }
        let signed = min(today, hired + late - (late == 0 ? workers[worker].dice.below(4) : 0))
        addContract(worker, from: hired, signed: signed)
        while let last = workers[worker].contractLast, last < start + 30 {
            addContract(worker, from: last + 1, signed: last - 20)
        }
    }

    private mutating func addContract(_ worker: Int, from day: Day, signed: Day) {
        let before = workers[worker].contracts
        let last = before < 2 ? day.adding(years: 3) - 1 : nil
        workers[worker].contract = company.contracts.count
        workers[worker].contractLast = last
        workers[worker].contracts += 1
        company.contracts.append(
            ShowcaseContract(
                employment: worker, kind: last == nil ? .openEnded : .fixed, start: day, last: last, signed: signed,
                renewals: before, ended: nil))
    }

    /// Three to four weeks before a contract ends it is decided whether there will be another.
    mutating func renew(_ monday: Day) {
        for worker in active where workers[worker].isStaying {
            guard let last = workers[worker].contractLast, last < monday + 28 else { continue }
            let day = min(today, monday + workers[worker].dice.below(5))
            let ends = workers[worker].dice.happens(Planted.notRenewed)
            if effect == .planted, ends, workers[worker].job.isMember, last > day {
                let isRefused = workers[worker].dice.happens(0.6)
                separate(
                    worker, notice: day, last: last, isRefused ? .contractEnded : .notRenewedByEmployer,
                    followsRule: false)
            } else {
                addContract(worker, from: last + 1, signed: day)
            }
        }
    }
}
