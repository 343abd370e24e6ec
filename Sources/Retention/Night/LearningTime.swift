import Shell

/// About how long learning takes, from the size of the company and from how fast it goes.
struct LearningTime: Sendable {
    let people: Int

    /// Seconds each job takes on two cores, in their order.
    private var steps: [(kind: String, seconds: Double)] {
        let people = Double(people)
        let days = Double(Population.allCases.reduce(0) { $0 + Snapshots.mostDays(of: $1, people: self.people) })
        let rows = min(Double(TrainingRun.mostRows), people * Double(Snapshots.historyMonths))
        return [
            (SnapshotJob.code, days * (0.05 + people * 0.000_06)),
            (SignalJob.job.code, Double(1 + SignalPast.weeks) * (0.1 + people * 0.000_05)),
            (RiskJobs.training.code, 10 + rows * 0.005), (RiskJobs.scoring.code, 1 + people * 0.000_1),
        ]
    }

    /// - Parameters:
    ///   - kind: the job that runs, or waits to.
    ///   - share: how far it is.
    ///   - elapsed: for how many seconds it runs; nil while it waits.
    /// - Returns: minutes until everything is done, at least 1.
    func minutes(during kind: String, share: Double?, after elapsed: Double?) -> Int {
        let steps = steps
        guard let place = steps.firstIndex(where: { $0.kind == kind }) else { return 1 }
        var left = steps[(place + 1)...].reduce(0) { $0 + $1.seconds }
        if let share, let elapsed, share >= 0.05, elapsed > 0 {
            left += elapsed * (1 - min(1, share)) / share
        } else {
            left += max(0, steps[place].seconds - (elapsed ?? 0))
        }
        return max(1, Int((left / 60).rounded(.up)))
    }
}
