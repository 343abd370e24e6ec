import Kernel

/// Finds columns that say the same as another: repeated, recoded (学历 and 学历编码) or rescaled (monthly and yearly pay).
struct CopySearch {
    let columns: [Column]
    let profiles: [ColumnProfile]
    let sample: HygieneSample

    init(_ columns: [Column], _ profiles: [ColumnProfile], sample: HygieneSample) {
        self.columns = columns
        self.profiles = profiles
        self.sample = sample
    }

    /// By the name of the superfluous column.
    func findings(excluding: Set<String>) -> [String: HygieneFinding] {
        var originals: [Int: [Int]] = [:]
        var found: [String: HygieneFinding] = [:]
        for index in columns.indices
        where !excluding.contains(columns[index].name) && profiles[index].present >= 30 && profiles[index].distinct > 1
        {
            let profile = profiles[index]
            if let place = originals[profile.distinct]?.firstIndex(where: { isCopy(index, of: $0) }),
                let original = originals[profile.distinct]?[place]
            {
                // Of a name and its code, people want to read the name.
                let keepsNewer =
                    ColumnNames.saysCode(columns[original].name) && !ColumnNames.saysCode(columns[index].name)
                let (copy, kept) = keepsNewer ? (original, index) : (index, original)
                if keepsNewer { originals[profile.distinct]?[place] = index }
                found[columns[copy].name] = finding(columns[copy].name, copyOf: columns[kept].name)
            } else {
                originals[profile.distinct, default: []].append(index)
            }
        }
        return found
    }

    private func isCopy(_ index: Int, of other: Int) -> Bool {
        let (mine, theirs) = (profiles[index], profiles[other])
        guard mine.present == theirs.present, mine.missingCount == theirs.missingCount,
            mine.pattern == theirs.pattern
        else { return false }
        // Where nearly every value is different, any two columns are recodings of each other: ask for a straight line.
        return mine.distinctShare <= 0.5 || isLine(columns[index], columns[other])
    }

    private func isLine(_ column: Column, _ other: Column) -> Bool {
        guard case .numeric(let x) = column.values, case .numeric(let y) = other.values else { return false }
        let rows = sample.rows.filter { !x[$0].isNaN && !y[$0].isNaN }
        return abs(Correlation.pearson(x, y, rows: rows)) > 0.999_999
    }

    private func finding(_ name: String, copyOf kept: String) -> HygieneFinding {
        HygieneFinding(
            column: name, action: .dropped, cause: .copy,
            reason: Phrase(zh: "与“\(kept)”一一对应，内容重复", en: "Says the same as “\(kept)”, value for value"))
    }
}

/// Linear association of two columns.
enum Correlation {
    /// NaN when one of them does not vary on these rows.
    static func pearson(_ x: [Double], _ y: [Double], rows: [Int]) -> Double {
        let count = Double(rows.count)
        let meanX = rows.reduce(0) { $0 + x[$1] } / count
        let meanY = rows.reduce(0) { $0 + y[$1] } / count
        var (xx, yy, xy) = (0.0, 0.0, 0.0)
        for row in rows {
            let (dx, dy) = (x[row] - meanX, y[row] - meanY)
            xx += dx * dx
            yy += dy * dy
            xy += dx * dy
        }
        return xy / (xx * yy).squareRoot()
    }
}
