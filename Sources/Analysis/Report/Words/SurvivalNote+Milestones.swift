extension SurvivalNote {
    /// Four round times over the observed range, for a table a person can take in.
    var milestones: [Double] {
        guard let last = curve.last?.time, last > 0, last.isFinite else { return [] }
        var seen: Set<Double> = []
        return [0.25, 0.5, 0.75, 1].map { share in
            let time = last * share
            return share == 1 || time < 4 ? time : time.rounded()
        }.filter { seen.insert($0).inserted }
    }
}

extension [SurvivalNote.Step] {
    /// The share still there at a time; 1 before the first step, unknown after the last.
    func surviving(at time: Double) -> Double {
        guard let last, time <= last.time else { return .nan }
        return self.last { $0.time <= time }?.surviving.value ?? 1
    }
}
