import Foundation

/// The rows and outcomes a boosted model is trained on.
struct BoostedTask: Sendable {
    let columns: [ResolvedColumn]
    let schema: FeatureSchema
    let outcome: [Double]
    let weights: [Double]?
    let seed: UInt64

    /// One inner fold, encoded once for every setting.
    struct Fold: Sendable {
        let split: Folds.Split
        let encoding: TreeEncoding
        let training: DenseMatrix
        let held: DenseMatrix
        let seed: UInt64
    }

    /// One booster per fold, all with the same number of rounds.
    struct Ensemble: Sendable {
        let rounds: Int
        /// Per fold, XGBoost's JSON.
        let boosters: [String]
        /// Per fold, log-odds of its held-out rows.
        let heldMargins: [[Double]]
    }

    func prepare(_ split: Folds.Split, stream: UInt64) -> Fold {
        let (encoding, matrix, own) = encode(split.training, stream: stream)
        return Fold(
            split: split, encoding: encoding, training: matrix, held: encoding.encode(columns, rows: split.held),
            seed: own
        )
    }

    /// Trains the folds side by side and stops all of them at the round where their common held-out loss is least:
    /// steadier than stopping each by its own few rows.
    ///
    /// Everything stays on the calling thread, because XGBoost keeps its running predictions per thread.
    func train(_ folds: [Fold], _ settings: BoostedSettings) throws -> Ensemble {
        let running = try folds.map { try RunningFold(self, $0, settings) }
        let total = running.reduce(0) { $0 + $1.share }
        var best = (round: 0, loss: Double.infinity)
        var round = 0
        while round < settings.mostRounds, round - best.round <= settings.patience {
            let loss = try running.reduce(0) { try $0 + $1.share / total * $1.advance(round) }
            if loss < best.loss - 1e-6 { best = (round, loss) }
            round += 1
        }
        let rounds = best.round + 1
        let cut = try running.map { fold in
            let booster = try fold.booster.prefix(rounds: rounds)
            return (try booster.text(), try booster.margins(fold.held).map(Double.init))
        }
        return Ensemble(rounds: rounds, boosters: cut.map(\.0), heldMargins: cut.map(\.1))
    }

    /// A fold while it is being trained.
    private struct RunningFold {
        let booster: Booster
        let training: DMatrix
        let held: DMatrix
        let outcome: [Double]
        let weights: [Double]?
        /// Weight of its held-out rows.
        let share: Double

        init(_ task: BoostedTask, _ fold: Fold, _ settings: BoostedSettings) throws {
            training = try task.dmatrix(fold.training, fold.split.training)
            held = try task.dmatrix(fold.held, fold.split.held)
            outcome = fold.split.held.map { task.outcome[$0] }
            weights = task.weights.map { weights in fold.split.held.map { weights[$0] } }
            share = weights?.reduce(0, +) ?? Double(outcome.count)
            booster = try Booster(
                parameters: settings.parameters(baseRate: task.baseRate(fold.split.training), seed: fold.seed),
                cache: [training, held]
            )
        }

        /// One more round; the loss on the held-out rows after it.
        func advance(_ round: Int) throws -> Double {
            try booster.update(round: round, on: training)
            return meanLogLoss(margins: try booster.margins(held), outcome: outcome, weights: weights)
        }
    }

    /// Learns from all rows for a fixed number of rounds.
    func refit(
        _ rows: [Int], _ settings: BoostedSettings, rounds: Int, stream: UInt64
    ) throws -> (encoding: TreeEncoding, booster: String) {
        let (encoding, matrix, own) = encode(rows, stream: stream)
        let trained = try Booster.train(
            on: dmatrix(matrix, rows), parameters: settings.parameters(baseRate: baseRate(rows), seed: own),
            rounds: rounds
        )
        return (encoding, try trained.booster.text())
    }

    private func encode(_ rows: [Int], stream: UInt64) -> (TreeEncoding, DenseMatrix, UInt64) {
        var random = SeededRandom(seed: seed).stream(stream)
        let own = random.next()
        let (encoding, matrix) = TreeEncoding.fit(
            columns, schema: schema, rows: rows, outcome: outcome, weights: weights, seed: own
        )
        return (encoding, matrix, own)
    }

    private func dmatrix(_ matrix: DenseMatrix, _ rows: [Int]) throws -> DMatrix {
        try DMatrix(
            matrix, labels: rows.map { Float(outcome[$0]) }, weights: weights.map { w in rows.map { Float(w[$0]) } }
        )
    }

    private func baseRate(_ rows: [Int]) -> Double {
        let events = rows.reduce(0) { $0 + outcome[$1] } / Double(rows.count)
        return min(max(events, 0.001), 0.999)
    }
}
