import Forecast
import Kernel

/// How a model is tested: as it is used. What is judged lies after everything that was known when it was learned.
struct TrainingFolds: Sendable {
    enum Scheme: String, Sendable, Codable, CaseIterable {
        /// Learned from snapshots whose horizon had passed, judged on later ones.
        case timeOrdered = "time_ordered"
        /// The history is too short for that: other people are judged than were learned from.
        case people

        var explanation: Phrase {
            switch self {
            case .timeOrdered:
                Phrase(
                    zh: "按时间检验：只用当时结果已经明确的快照训练，去预测之后的快照，再与实际比较。",
                    en:
                        "Tested in time order: learned only from snapshots whose outcome was known by then, judged on later ones."
                )
            case .people:
                Phrase(
                    zh: "历史还不够长，暂时按人检验：每个人都由没有见过此人的模型来预测。历史满一年后改为按时间检验。",
                    en:
                        "The history is too short for a test in time order: everybody is predicted by a model that never saw the person."
                )
            }
        }
    }

    let scheme: Scheme
    let folds: Folds

    /// How many leavers both sides of a test need.
    private static let enough = 20
    /// And how many rows that left whatever is learned from needs.
    private static let enoughRows = 30
    /// A model of few leavers says too much: judged is only what learned from this share of all that are known now, as
    /// the model that will be used did from all of them.
    private static let leastShare = 0.35

    /// - Parameters:
    ///   - people: see ``TrainingRows/people``.
    ///   - count: how many stretches of time are judged at most.
    init(_ rows: TrainingRows, people: [Int], count: Int = 4, seed: UInt64) {
        let days = Array(Set(rows.days)).sorted()
        let places = Dictionary(grouping: rows.days.indices) { rows.days[$0] }
        func leavers(_ days: some Sequence<Int>) -> Int {
            var found: Set<Int64> = []
            for day in days {
                for row in places[day] ?? [] where rows.outcome[row] == 1 { found.insert(rows.subjects[row]) }
            }
            return found.count
        }
        func events(_ days: some Sequence<Int>) -> Int {
            days.reduce(0) { sum, day in sum + (places[day] ?? []).count { rows.outcome[$0] == 1 } }
        }
        let wanted = max(Self.enough, Int(Self.leastShare * Double(rows.leavers)))
        let start = days.indices.first { place in
            let known = days[..<place].filter { $0 + rows.horizon <= days[place] }
            return leavers(known) >= wanted && events(known) >= Self.enoughRows
        }
        guard let start, leavers(days[start...]) >= Self.enough else {
            scheme = .people
            folds = .grouped(rows: Array(rows.days.indices), groups: people, outcome: rows.outcome, seed: seed)
            return
        }
        scheme = .timeOrdered
        let judged = Array(days[start...])
        let blocks = min(count, judged.count)
        folds = Folds(
            splits: (0..<blocks).map { block in
                let own = judged[judged.count * block / blocks..<judged.count * (block + 1) / blocks]
                return Folds.Split(
                    repetition: 0, fold: block,
                    training: days.filter { $0 + rows.horizon <= own.first! }.flatMap { places[$0] ?? [] }.sorted(),
                    held: own.flatMap { places[$0] ?? [] }.sorted())
            })
    }
}
