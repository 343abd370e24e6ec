import Forecast
import Kernel
import Sheets

/// The facts of a sheet, checked: what is learned from, what was dropped and why.
struct Facts {
    var frame: Frame
    var kinds: [String: ColumnKind]
    var notes: [HygieneNote]
    /// Per row the number of its first exact copy (facts and outcome); nil when no row occurs twice.
    var duplicates: [Int]?
    var duplicateCount: Int

    init(_ table: Table, _ request: AnalysisRequest, outcome: [Double], also reserved: Set<String> = []) throws {
        let excluded = request.roles.union(reserved)
        let (frame, kinds) = table.frame(excluding: excluded)
        let checked = Hygiene.check(
            frame, kinds: kinds, outcome: outcome,
            options: .init(
                keep: Set(request.keep), drop: Set(request.drop), categorical: Set(request.categorical)))
        guard !checked.frame.columns.isEmpty else { throw AnalysisRefusal.noFacts }
        self.frame = checked.frame
        self.kinds = checked.kinds
        notes = checked.findings.map { finding in
            HygieneNote(
                column: finding.column ?? "", action: HygieneNote.Action(finding.action), reason: finding.reason)
        }
        (duplicates, duplicateCount) = Self.copies(checked.frame, outcome: outcome)
    }

    /// Rows that agree in every fact and in the outcome.
    private static func copies(_ frame: Frame, outcome: [Double]) -> ([Int]?, Int) {
        var hashes = [UInt64](repeating: 0x9E37_79B9_7F4A_7C15, count: frame.rowCount)
        func mix(_ row: Int, _ bits: UInt64) {
            hashes[row] = (hashes[row] ^ bits) &* 0xFF51_AFD7_ED55_8CCD
            hashes[row] ^= hashes[row] >> 29
        }
        for column in frame.columns {
            switch column.values {
            case .numeric(let numbers): for row in numbers.indices { mix(row, numbers[row].bitPattern) }
            case .categorical(let codes, _): for row in codes.indices { mix(row, UInt64(bitPattern: Int64(codes[row]))) }
            }
        }
        for row in outcome.indices { mix(row, outcome[row].bitPattern) }
        var first: [UInt64: Int] = [:]
        first.reserveCapacity(frame.rowCount)
        var groups = [Int](repeating: 0, count: frame.rowCount)
        var count = 0
        for row in hashes.indices {
            if let earlier = first[hashes[row]] {
                groups[row] = earlier
                count += 1
            } else {
                first[hashes[row]] = row
                groups[row] = row
            }
        }
        return (count > 0 ? groups : nil, count)
    }
}

extension HygieneNote.Action {
    init(_ action: HygieneFinding.Action) {
        switch action {
        case .dropped: self = .dropped
        case .converted: self = .converted
        case .flagged: self = .flagged
        }
    }
}
