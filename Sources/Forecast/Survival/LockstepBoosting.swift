/// Boosters of several inner folds trained round by round together, so that one number of rounds, judged on all held-out rows,
/// holds for all of them.
struct LockstepBoosting {
    struct Part {
        let training: DMatrix
        let held: DMatrix
        /// Loss of the held-out margins, to be averaged over parts.
        let loss: ([Float]) -> Double
    }

    /// - Parameter parameters: per part (seeds differ).
    /// - Returns: per part the booster after the best round, and its held-out margins.
    static func train(
        _ parts: [Part], parameters: (Int) -> [String: String], mostRounds: Int = 1_000, patience: Int = 40
    ) throws -> (boosters: [Booster], held: [[Double]], rounds: Int) {
        let boosters = try parts.enumerated().map { index, part in
            try Booster(parameters: parameters(index), cache: [part.training, part.held])
        }
        var best = (round: 0, loss: Double.infinity)
        for round in 0..<mostRounds {
            var loss = 0.0
            for (booster, part) in zip(boosters, parts) {
                try booster.update(round: round, on: part.training)
                loss += part.loss(try booster.margins(part.held)) / Double(parts.count)
            }
            if loss < best.loss - 1e-6 { best = (round, loss) }
            if round - best.round >= patience { break }
        }
        let kept = try boosters.map { try $0.prefix(rounds: best.round + 1) }
        let held = try zip(kept, parts).map { try $0.margins($1.held).map(Double.init) }
        return (kept, held, best.round + 1)
    }
}
