import Kernel
import Shell

@testable import Retention

/// A generated population with month ends: what is planted, what follows by chance, and who left.
struct PlantedPopulation {
    let snapshots: [Snapshot]
    let leavings: Leavings
    let today: Day

    /// Every month somebody leaves with the chance the rule gives: training under 80 % and a mentor rated under 7 raise
    /// it eightfold; `zodiac` and `noise` say nothing.
    /// - Parameter effect: 0 for a population in which nothing tells who leaves.
    init(people: Int = 500, months: Int = 16, effect: Double = 1, seed: UInt64, missing: Double = 0.03) {
        var random = SplitMix(seed)
        let start = Day(year: 2024, month: 1, day: 31)!
        var gone: [Int64: [Leavings.Leaving]] = [:]
        var snapshots: [Snapshot] = []
        let traits = (0..<people).map { _ in
            (
                training: 40 + 60 * random.unit(), mentor: 4 + 6 * random.unit(), zodiac: Double(random.below(12)),
                tenure: Double(random.below(60))
            )
        }
        for month in 0..<months {
            let day = start.month.adding(month).lastDay
            let present = (0..<people).filter { gone[Int64($0 + 1)] == nil }
            var columns: [[Float]] = [[], [], [], [], []]
            for person in present {
                let own = traits[person]
                let values = [own.training / 100, own.mentor, own.zodiac, own.tenure + Double(month), random.unit()]
                for (place, value) in values.enumerated() {
                    columns[place].append(random.unit() < missing ? .nan : Float(value))
                }
            }
            snapshots.append(
                Snapshot(
                    population: .employees, day: day, subjects: present.map { Int64($0 + 1) },
                    columns: [
                        column("training", Phrase(zh: "培训完成率", en: "Training completion"), .share, columns[0]),
                        column("mentor", Phrase(zh: "导师评分", en: "Mentor rating"), .score, columns[1]),
                        column("zodiac", Phrase(zh: "生肖", en: "Zodiac"), .score, columns[2]),
                        column("tenure_months", Phrase(zh: "司龄", en: "Tenure"), .months, columns[3]),
                        column("noise", Phrase(zh: "噪声", en: "Noise"), .score, columns[4]),
                    ]))
            for person in present {
                let own = traits[person]
                let isPlanted = own.training < 80 && own.mentor < 7
                let chance = 0.012 * (isPlanted ? 1 + 7 * effect : 1)
                guard random.unit() < chance else { continue }
                let last = day.number + 1 + random.below(28)
                gone[Int64(person + 1)] = [
                    .init(lastDay: last, notice: last - 20, isVoluntary: random.unit() < 0.9)
                ]
            }
        }
        self.snapshots = snapshots
        leavings = Leavings(gone)
        today = start.month.adding(months + 3).lastDay
    }

    func rows(seed: UInt64 = 7) -> TrainingRows {
        var rows = TrainingRows(horizon: 90, without: [], seed: seed)
        for snapshot in snapshots where snapshot.day + 90 <= today { rows.append(snapshot, leavings) }
        return rows
    }

    func trained(_ approach: RiskTraining.Approach = .logistic) throws -> TrainedModel {
        try RiskTraining(programme: "employees", today: today, shares: .usual, approach: approach)
            .fit(rows(), protected: [])
    }
}

private func column(_ code: String, _ name: Phrase, _ unit: FactUnit, _ values: [Float]) -> SnapshotColumn {
    SnapshotColumn(code: code, name: name, unit: unit, values: values)
}

/// The same numbers on every machine.
struct SplitMix {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &* 0x2545_F491_4F6C_DD1D &+ 1 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func unit() -> Double { Double(next() >> 11) / Double(1 << 53) }
    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
