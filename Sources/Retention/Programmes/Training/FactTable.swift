import Forecast
import Kernel
import Shell

/// Columns of facts as learning takes them, gathered from one snapshot or from many, one below the other.
struct FactTable: Sendable {
    fileprivate struct Gathered: Sendable {
        let code: String
        let name: Phrase
        let unit: FactUnit
        var numbers: [Double] = []
        var codes: [Int32] = []
        var levels: [String] = []
        var places: [String: Int32] = [:]
    }

    private(set) var rowCount = 0
    private var columns: [Gathered] = []
    private var places: [String: Int] = [:]
    private let leftOut: Set<String>

    init(without leftOut: Set<String>) {
        self.leftOut = leftOut
    }

    /// Adds rows of a snapshot. A fact that one of the snapshots does not have is missing there.
    mutating func append(_ snapshot: Snapshot, rows: [Int]) {
        for column in snapshot.columns where !leftOut.contains(column.code) {
            let place = places[column.code] ?? columns.count
            if place == columns.count {
                var fresh = Gathered(code: column.code, name: column.name, unit: column.unit)
                if column.unit == .kind {
                    fresh.codes = [Int32](repeating: -1, count: rowCount)
                } else {
                    fresh.numbers = [Double](repeating: .nan, count: rowCount)
                }
                columns.append(fresh)
                places[column.code] = place
            }
            guard columns[place].unit == column.unit else { continue }
            columns[place].add(column, rows)
        }
        rowCount += rows.count
        for place in columns.indices { columns[place].pad(to: rowCount) }
    }

    var frame: Frame {
        Frame(
            rowCount: rowCount,
            columns: columns.map { column in
                Column(
                    name: column.code, label: column.name, unit: column.unit.written,
                    values: column.unit == .kind
                        ? .categorical(codes: column.codes, levels: column.levels) : .numeric(column.numbers))
            })
    }

    var kinds: [String: ColumnKind] {
        Dictionary(columns.map { ($0.code, $0.unit.columnKind) }) { first, _ in first }
    }
}

extension FactTable.Gathered {
    fileprivate mutating func add(_ column: SnapshotColumn, _ rows: [Int]) {
        guard unit == .kind else {
            let scale = unit.scale
            numbers.reserveCapacity(numbers.count + rows.count)
            for row in rows { numbers.append(Double(column.values[row]) * scale) }
            return
        }
        let known = column.levels.map { level -> Int32 in
            if let place = places[level] { return place }
            let place = Int32(levels.count)
            (places[level], levels) = (place, levels + [level])
            return place
        }
        for row in rows {
            let value = column.values[row]
            codes.append(value.isNaN || !known.indices.contains(Int(value)) ? -1 : known[Int(value)])
        }
    }

    fileprivate mutating func pad(to count: Int) {
        if unit == .kind {
            while codes.count < count { codes.append(-1) }
        } else {
            while numbers.count < count { numbers.append(.nan) }
        }
    }
}

extension FactUnit {
    /// Shares are told in per cent and money in yuan, as people write them.
    var scale: Double {
        switch self {
        case .share: 100
        case .money: 0.01
        default: 1
        }
    }

    var columnKind: ColumnKind {
        switch self {
        case .flag: .yesNo
        case .kind: .text
        case .money: .money
        case .count: .integer
        default: .decimal
        }
    }

    /// What stands behind the number.
    var written: Phrase? {
        switch self {
        case .days: Phrase(zh: "天", en: "days")
        case .months: Phrase(zh: "个月", en: "months")
        case .years: Phrase(zh: "年", en: "years")
        case .hours: Phrase(zh: "小时", en: "hours")
        case .share: Phrase(verbatim: "%")
        case .score: Phrase(zh: "分", en: "points")
        case .money: Phrase(zh: "元", en: "yuan")
        case .count, .flag, .kind: nil
        }
    }
}
