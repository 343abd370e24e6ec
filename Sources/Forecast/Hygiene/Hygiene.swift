import Kernel

/// The check every frame passes before anything is learned from it. Nothing happens silently: each change is a finding.
///
///     let checked = Hygiene.check(frame, kinds: kinds, outcome: left, options: .init(today: today))
///     checked.frame      // what to learn from
///     checked.findings   // what was dropped, converted or flagged, and why
public struct Hygiene: Sendable {
    public struct Options: Sendable {
        /// Columns to use whatever the check thinks of them.
        public var keep: Set<String>
        /// Columns not to use.
        public var drop: Set<String>
        /// Numbers that are codes of categories.
        public var categorical: Set<String>
        /// The day the facts describe, as days since 1970-01-01; nil = the newest day found that is not after `today`.
        public var snapshot: Double?
        /// Today, as days since 1970-01-01; nil = no limit on what may count as the snapshot.
        public var today: Double?
        /// Columns missing in a larger share of the rows are dropped. Facts that are measured of some people only, by
        /// design, say much about those: they are kept with a larger share.
        public var mostMissing: Double

        public init(
            keep: Set<String> = [], drop: Set<String> = [], categorical: Set<String> = [],
            snapshot: Double? = nil, today: Double? = nil, mostMissing: Double = 0.6
        ) {
            self.keep = keep
            self.drop = drop
            self.categorical = categorical
            self.snapshot = snapshot
            self.today = today
            self.mostMissing = mostMissing
        }
    }

    /// The columns to learn from, cleaned.
    public internal(set) var frame: Frame
    /// In the order of the columns; findings about rows last.
    public internal(set) var findings: [HygieneFinding]
    /// The kind of every column of ``frame``; days stay `.day` although they are now counted back from ``snapshot``.
    public internal(set) var kinds: [String: ColumnKind]
    /// The day from which days are counted back; nil when there are no days.
    public internal(set) var snapshot: Double?

    /// - Parameters:
    ///   - frame: the facts, without the outcome.
    ///   - kinds: by column name; inferred where absent.
    ///   - outcome: per row 0 or 1; NaN rows do not count for the search for leaks. Nil = no such search.
    ///
    /// Rows beyond 40,000 are sampled evenly for everything but counts of missing values and repeated rows,
    /// so a million rows take less than a second.
    public static func check(
        _ frame: Frame, kinds: [String: ColumnKind] = [:], outcome: [Double]? = nil, options: Options = Options()
    ) -> Hygiene {
        let sample = HygieneSample(rowCount: frame.rowCount, outcome: outcome)
        // One column does not depend on another here, so all cores share the work.
        let columns = frame.columns
        let verdicts: [ColumnVerdict] = Parallel.columns(columns.count) { index in
            let column = columns[index]
            let kind = kinds[column.name] ?? ColumnKind(inferring: column.values)
            return ColumnCheck(column: column, kind: kind, sample: sample, options: options).verdict()
        }
        var result = Hygiene(frame: frame, findings: [], kinds: [:], snapshot: nil)
        let copies = CopySearch(columns, verdicts.map(\.profile), sample: sample)
            .findings(excluding: Set(verdicts.filter(\.isDropped).map(\.column.name)).union(options.keep))
        var kept: [ColumnVerdict] = []
        for verdict in verdicts {
            let found = verdict.findings + (copies[verdict.column.name].map { [$0] } ?? [])
            result.findings += found
            if !found.contains(where: { $0.action == .dropped }) { kept.append(verdict) }
        }
        result.frame = Frame(rowCount: frame.rowCount, columns: kept.map(\.column))
        result.kinds = Dictionary(kept.map { ($0.column.name, $0.kind) }) { first, _ in first }
        result.countDaysBack(options)
        result.countRepeatedRows(of: frame, outcome)
        return result
    }
}

extension Parallel {
    /// `map` for work that cannot fail.
    static func columns<Value: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Value) -> [Value] {
        (try? map(count, body)) ?? []
    }
}
