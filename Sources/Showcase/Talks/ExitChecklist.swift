import Kernel
import Organization

/// The final checklists of those who left in the last year and of those who leave: done for the former, half done for the
/// latter.
struct ExitChecklist {
    struct Line: Sendable, Hashable {
        /// The place of the separation.
        let separation: Int
        let task: ExitTask
        let due: Day
        let done: Day?
    }

    let lines: [Line]

    init(_ company: ShowcaseCompany) {
        let dice = Dice(seed: company.seed).split(-5)
        var lines: [Line] = []
        var underNotice = 0
        for (place, separation) in company.separations.enumerated() where separation.last > company.today - 365 {
            var own = dice.split(place)
            let isLeaving = separation.last >= company.today
            // How many of the first lines are done: two, one or none, in turn.
            let ready = separation.notice < company.today ? 2 - underNotice % 3 : 0
            if isLeaving { underNotice += 1 }
            let basis = separation.ground.flatMap {
                NoticeRules.basis($0, daysGiven: separation.last - separation.notice)
            }
            for (line, task) in ExitTask.list(compensationOwed: basis != nil).enumerated() {
                let due = task.due(lastDay: separation.last)
                let late = own.happens(0.06) ? 1 + own.below(4) : 0
                let early = own.below(3)
                let done =
                    isLeaving
                    ? (line < ready ? max(separation.notice, company.today - 1 - early) : nil)
                    : max(separation.notice, due - early + late)
                lines.append(
                    Line(
                        separation: place, task: task, due: due,
                        done: done.flatMap { $0 <= company.today ? $0 : nil }))
            }
        }
        self.lines = lines
    }
}
