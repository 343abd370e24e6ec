import Forecast
import Foundation
import Kernel
import Sheets

/// The facts of a sheet, checked: what is learned from, what was dropped and why.
struct Facts {
    let frame: Frame
    let kinds: [String: ColumnKind]
    let findings: [HygieneFinding]
    /// How the columns of another sheet become these facts.
    let preparation: Preparation
    /// The day from which days are counted back; nil when there are none.
    let snapshot: Double?
    /// Per row the number of its first exact copy (facts and outcome); nil when no row occurs twice.
    let duplicates: [Int]?
    let duplicateCount: Int

    init(_ table: Table, _ request: AnalysisRequest, outcome: [Double], also reserved: Set<String> = []) throws {
        let (frame, kinds) = Self.columns(of: table, excluding: request.roles.union(reserved))
        let checked = Hygiene.check(
            frame, kinds: kinds, outcome: try FoldPlan.outcomeBeforeTests(request, table: table, outcome: outcome),
            options: .init(
                keep: Set(request.keep), drop: Set(request.drop), categorical: Set(request.categorical),
                today: Double(Instant(Date()).day(in: .current).number)))
        guard !checked.frame.columns.isEmpty else { throw AnalysisRefusal.noFacts }
        self.frame = checked.frame
        self.kinds = checked.kinds
        findings = checked.findings
        preparation = Preparation(checked)
        snapshot = checked.snapshot
        (duplicates, duplicateCount) = Self.copies(checked.frame, outcome: outcome)
    }

    var notes: [HygieneNote] {
        findings.map {
            HygieneNote(column: $0.column ?? "", action: HygieneNote.Action($0.action), reason: $0.reason)
        }
    }

    /// Percentages are told in percent, so that "培训完成率 < 80 %" reads as it stands in the sheet.
    static func columns(of table: Table, excluding names: Set<String>) -> (Frame, [String: ColumnKind]) {
        var (frame, kinds) = Frame.reading(table, excluding: names)
        for (name, kind) in kinds where kind == .percentage {
            kinds[name] = .decimal
            frame.rewrite(name) { column in
                guard case .numeric(let shares) = column.values else { return }
                column.values = .numeric(shares.map { ($0 * 1e10).rounded() / 1e8 })
                column.unit = Phrase(verbatim: "%")
            }
        }
        return (frame, kinds)
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
            case .categorical(let codes, _):
                for row in codes.indices { mix(row, UInt64(bitPattern: Int64(codes[row]))) }
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
