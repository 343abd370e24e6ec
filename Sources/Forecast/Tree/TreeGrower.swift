/// Grows a tree by Gini impurity with exact search over all thresholds.
struct TreeGrower {
    let columns: [ResolvedColumn]
    let levelCounts: [Int?]
    let outcome: [Double]
    let weights: [Double]
    let maximumDepth: Int
    let leastLeaf: Int

    /// A grown node that still remembers what splitting was worth.
    indirect enum Grown: Sendable {
        case leaf(Tally)
        case branch(Tally, TreeCondition, yes: Grown, no: Grown)

        var tally: Tally {
            switch self {
            case .leaf(let tally): tally
            case .branch(let tally, _, _, _): tally
            }
        }
    }

    /// Weighted positives and total, and plain rows.
    struct Tally: Sendable {
        var positives = 0.0
        var total = 0.0
        var count = 0

        mutating func add(_ outcome: Double, _ weight: Double) {
            positives += outcome * weight
            total += weight
            count += 1
        }

        static func + (a: Tally, b: Tally) -> Tally {
            Tally(positives: a.positives + b.positives, total: a.total + b.total, count: a.count + b.count)
        }

        static func - (a: Tally, b: Tally) -> Tally {
            Tally(positives: a.positives - b.positives, total: a.total - b.total, count: a.count - b.count)
        }

        /// Weighted Gini impurity: total · 2p(1−p).
        var impurity: Double { total > 0 ? 2 * positives * (total - positives) / total : 0 }
    }

    private struct Split {
        var gain: Double
        var condition: TreeCondition
    }

    /// - Parameter rows: training rows.
    func grow(_ rows: [Int]) -> Grown {
        let sorted = columns.indices.map { feature -> [Int32] in
            guard case .numbers(let numbers) = columns[feature] else { return [] }
            return rows.filter { !numbers[$0].isNaN }
                .sorted { (numbers[$0], $0) < (numbers[$1], $1) }
                .map(Int32.init)
        }
        var side = [Bool](repeating: false, count: (rows.max() ?? -1) + 1)
        return grow(rows, sorted: sorted, depth: 0, side: &side)
    }

    private func grow(_ rows: [Int], sorted: [[Int32]], depth: Int, side: inout [Bool]) -> Grown {
        var tally = Tally()
        for row in rows { tally.add(outcome[row], weights[row]) }
        guard depth < maximumDepth, rows.count >= 2 * leastLeaf, tally.impurity > 1e-12 else { return .leaf(tally) }
        var best: Split?
        for feature in columns.indices {
            let found =
                if levelCounts[feature] != nil {
                    categorical(feature, rows, tally)
                } else {
                    numeric(feature, sorted[feature], tally)
                }
            if let found, found.gain > (best?.gain ?? 1e-9) + 1e-12 { best = found }
        }
        guard let best else { return .leaf(tally) }
        let column = columns[best.condition.feature]
        for row in rows { side[row] = best.condition.holds(column, row: row) }
        let (yes, no) = (rows.filter { side[$0] }, rows.filter { !side[$0] })
        let sortedYes = sorted.map { $0.filter { side[Int($0)] } }
        let sortedNo = sorted.map { $0.filter { !side[Int($0)] } }
        return .branch(
            tally, best.condition,
            yes: grow(yes, sorted: sortedYes, depth: depth + 1, side: &side),
            no: grow(no, sorted: sortedNo, depth: depth + 1, side: &side)
        )
    }

    private func numeric(_ feature: Int, _ sorted: [Int32], _ tally: Tally) -> Split? {
        guard case .numbers(let numbers) = columns[feature], sorted.count > 1 else { return nil }
        var known = Tally()
        for row in sorted { known.add(outcome[Int(row)], weights[Int(row)]) }
        let missing = tally - known
        var best: Split?
        var below = Tally()
        for index in 0..<sorted.count - 1 {
            let row = Int(sorted[index])
            below.add(outcome[row], weights[row])
            let (value, next) = (numbers[row], numbers[Int(sorted[index + 1])])
            guard value < next else { continue }
            consider(below, tally, missing) { gain, missingIsYes in
                if gain > (best?.gain ?? 0) {
                    best = Split(
                        gain: gain,
                        condition: TreeCondition(
                            feature: feature, test: .below(between(value, next)), missingIsYes: missingIsYes
                        )
                    )
                }
            }
        }
        return best
    }

    private func categorical(_ feature: Int, _ rows: [Int], _ tally: Tally) -> Split? {
        guard let levelCount = levelCounts[feature] else { return nil }
        var levels = [Tally](repeating: Tally(), count: levelCount)
        var missing = Tally()
        for row in rows {
            let code = columns[feature].code(row)
            if code < 0 {
                missing.add(outcome[row], weights[row])
            } else {
                levels[Int(code)].add(outcome[row], weights[row])
            }
        }
        let ordered = levels.indices.filter { levels[$0].total > 0 }
            .sorted {
                let (a, b) = (levels[$0].positives / levels[$0].total, levels[$1].positives / levels[$1].total)
                return (a, $0) < (b, $1)
            }
        var best: Split?
        var among = Tally()
        for index in ordered.indices.dropLast() {
            among = among + levels[ordered[index]]
            consider(among, tally, missing) { gain, missingIsYes in
                if gain > (best?.gain ?? 0) {
                    best = Split(
                        gain: gain,
                        condition: TreeCondition(
                            feature: feature, test: .among(ordered[...index].map(Int32.init).sorted()),
                            missingIsYes: missingIsYes
                        )
                    )
                }
            }
        }
        return best
    }

    /// Tries both sides for the missing rows; without any, they go where most rows go.
    private func consider(_ yes: Tally, _ all: Tally, _ missing: Tally, _ body: (Double, Bool) -> Void) {
        let choices = missing.count > 0 ? [true, false] : [2 * yes.count > all.count]
        for missingIsYes in choices {
            let left = missingIsYes ? yes + missing : yes
            let right = all - left
            guard left.count >= leastLeaf, right.count >= leastLeaf else { continue }
            body(all.impurity - left.impurity - right.impurity, missingIsYes)
        }
    }

    /// A threshold with as few digits as possible, above `low` and at most `high`.
    private func between(_ low: Double, _ high: Double) -> Double {
        let middle = low + (high - low) / 2
        var scale = 1.0
        if low == low.rounded(), high == high.rounded() { return high }
        for _ in 0..<8 {
            let candidate = (middle * scale).rounded() / scale
            if candidate > low, candidate <= high { return candidate }
            scale *= 10
        }
        return middle > low ? middle : high
    }
}
