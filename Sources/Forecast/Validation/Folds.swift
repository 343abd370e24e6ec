import Kernel

/// Which rows are learned from and which are held out, time after time.
///
/// The written rule for random folds: every row (or group) gets the key
/// `SplitMix64(seed ⊕ repeat·0xD6E8FEB86659FD93)` mixed with its index in the frame; within each outcome class rows
/// are ordered by key and dealt to folds 0, 1, …, k−1 in turn, the next class going on where the last one stopped.
/// The fold of a row therefore depends on the seed, its index and the set of rows only.
public struct Folds: Sendable, Codable, Equatable {
    public struct Split: Sendable, Codable, Equatable {
        public let repetition: Int
        public let fold: Int
        public let training: [Int]
        public let held: [Int]

        public init(repetition: Int, fold: Int, training: [Int], held: [Int]) {
            self.repetition = repetition
            self.fold = fold
            self.training = training
            self.held = held
        }
    }

    public let splits: [Split]

    public init(splits: [Split]) { self.splits = splits }

    /// Folds with the outcome's classes spread evenly.
    ///
    /// - Parameter copies: for a row that repeats an earlier record, that record's row; it goes where that goes.
    public static func stratified(
        rows: [Int], outcome: [Double], count: Int = 5, repeats: Int = 1, seed: UInt64, copies: [Int: Int] = [:]
    ) -> Folds {
        Folds(
            splits: (0..<repeats).flatMap { repetition in
                let keys = RowKeys(seed: seed, repetition: repetition)
                let ordered = rows.filter { copies[$0] == nil }.map {
                    (row: $0, label: outcome[$0] == 1 ? 1 : 0, key: keys[$0])
                }
                .sorted { ($0.label, $0.key, $0.row) < ($1.label, $1.key, $1.row) }
                var fold: [Int: Int] = [:]
                fold.reserveCapacity(rows.count)
                for (position, entry) in ordered.enumerated() { fold[entry.row] = position % count }
                return cut(rows, repetition: repetition, count: count) { fold[copies[$0] ?? $0]! }
            }
        )
    }

    /// Folds that keep groups together: groups, largest first and equal ones in key order, each go to the fold with
    /// the fewest positives so far, then the fewest rows, then the lowest number.
    ///
    /// - Parameter groups: per row of the frame.
    public static func grouped(
        rows: [Int], groups: [Int], outcome: [Double], count: Int = 5, repeats: Int = 1, seed: UInt64
    ) -> Folds {
        var sizes: [Int: (rows: Int, positives: Int, first: Int)] = [:]
        for row in rows {
            let positive = outcome[row] == 1 ? 1 : 0
            let before = sizes[groups[row]] ?? (0, 0, row)
            sizes[groups[row]] = (before.rows + 1, before.positives + positive, min(before.first, row))
        }
        return Folds(
            splits: (0..<repeats).flatMap { repetition in
                let keys = RowKeys(seed: seed, repetition: repetition)
                let ordered = sizes.map { (group: $0, size: $1, key: keys[$1.first]) }
                    .sorted {
                        ($1.size.rows, $1.size.positives, $0.key, $0.size.first)
                            < ($0.size.rows, $0.size.positives, $1.key, $1.size.first)
                    }
                var load = [(positives: Int, rows: Int)](repeating: (0, 0), count: count)
                var fold: [Int: Int] = [:]
                for entry in ordered {
                    let first = entry.size.positives > 0
                    let target = load.indices.min {
                        first ? load[$0] < load[$1] : (load[$0].rows, $0) < (load[$1].rows, $1)
                    }!
                    load[target].positives += entry.size.positives
                    load[target].rows += entry.size.rows
                    fold[entry.group] = target
                }
                return cut(rows, repetition: repetition, count: count) { fold[groups[$0]]! }
            }
        )
    }

    /// Expanding windows: the rows in time order are cut into `count + 1` parts of about equal size; fold i learns
    /// from parts 0…i and is judged on part i + 1. Equal times are never split, so parts can be fewer.
    ///
    /// - Parameter order: per row of the frame; rows without a time (NaN) are left out.
    public static func timeOrdered(rows: [Int], order: [Double], count: Int = 5) -> Folds {
        let sorted = rows.filter { !order[$0].isNaN }.sorted { (order[$0], $0) < (order[$1], $1) }
        guard let first = sorted.first else { return Folds(splits: []) }
        var bounds = [0]
        for part in 1...count {
            var bound = sorted.count * part / (count + 1)
            while bound > 0, bound < sorted.count, order[sorted[bound]] == order[sorted[bound - 1]] { bound += 1 }
            if bound > bounds.last!, bound < sorted.count, order[sorted[bound]] != order[first] { bounds.append(bound) }
        }
        bounds.append(sorted.count)
        return Folds(
            splits: bounds.indices.dropFirst().dropLast().map { part in
                Split(
                    repetition: 0, fold: part - 1,
                    training: sorted[..<bounds[part]].sorted(),
                    held: sorted[bounds[part]..<bounds[part + 1]].sorted()
                )
            }
        )
    }

    /// One split: earlier rows are learned from, rows from `start` on are judged.
    public static func timeOrdered(rows: [Int], order: [Double], testFrom start: Double) -> Folds {
        Folds(
            splits: [
                Split(
                    repetition: 0, fold: 0,
                    training: rows.filter { order[$0] < start }, held: rows.filter { order[$0] >= start }
                )
            ]
        )
    }

    /// Folds given from outside, one column per repeat; a row without a fold number takes no part in that repeat.
    ///
    /// - Parameter columns: per repeat, per row of the frame.
    public static func external(rows: [Int], columns: [[Int?]]) -> Folds {
        Folds(
            splits: columns.enumerated().flatMap { repetition, column in
                let kept = rows.filter { column[$0] != nil }
                return Set(kept.map { column[$0]! }).sorted().map { fold in
                    Split(
                        repetition: repetition, fold: fold,
                        training: kept.filter { column[$0]! != fold }, held: kept.filter { column[$0]! == fold }
                    )
                }
            }
        )
    }

    private static func cut(_ rows: [Int], repetition: Int, count: Int, fold: (Int) -> Int) -> [Split] {
        var held = [[Int]](repeating: [], count: count)
        var training = held
        for row in rows {
            let own = fold(row)
            for index in 0..<count {
                if index == own { held[index].append(row) } else { training[index].append(row) }
            }
        }
        return (0..<count).filter { !held[$0].isEmpty }.map {
            Split(repetition: repetition, fold: $0, training: training[$0], held: held[$0])
        }
    }
}

/// A pseudo-random key per row index, the same on every machine.
struct RowKeys {
    private let state: UInt64

    init(seed: UInt64, repetition: Int) {
        var random = SeededRandom(seed: seed ^ (UInt64(repetition) &* 0xD6E8_FEB8_6659_FD93))
        state = random.next()
    }

    subscript(row: Int) -> UInt64 {
        var random = SeededRandom(seed: state ^ (UInt64(row) &* 0xFF51_AFD7_ED55_8CCD))
        return random.next()
    }
}
