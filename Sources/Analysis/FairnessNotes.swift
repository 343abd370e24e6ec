import Forecast
import Kernel
import Sheets

extension FairnessNote {
    /// Selection into the upper two tiers by protected group, single columns and pairs, from held-out scores of the first repeat.
    static func notes(
        _ request: AnalysisRequest, table: Table, probabilities: [Double], outcome: [Double]
    ) throws -> [FairnessNote] {
        let columns = try request.protected.map { name in
            let column = try ColumnRoles(table: table).column(name, option: "--protected")
            return Column(name: name, values: Column.Values(column.values)).banded()
        }
        let rows = probabilities.indices.filter { !probabilities[$0].isNaN && !outcome[$0].isNaN }
        guard !columns.isEmpty, !rows.isEmpty else { return [] }
        var selected = [Bool](repeating: false, count: probabilities.count)
        for (row, tier) in zip(rows, TierTable.assign(rows.map { probabilities[$0] })) { selected[row] = tier <= 1 }
        return FairnessTable.all(
            columns, rows: rows, predicted: probabilities, outcome: outcome, selected: selected
        ).flatMap { table in
            table.groups.map { group in
                FairnessNote(
                    column: table.columns.joined(separator: " × "), group: group.name ?? "—", count: group.count,
                    hidden: group.isHidden, selectionRate: group.selectionRate, impactRatio: group.impactRatio,
                    pValue: group.pValue, truePositiveRate: group.truePositiveRate?.value,
                    falsePositiveRate: group.falsePositiveRate?.value, predicted: group.predicted,
                    observed: group.observed.map(Estimate.init), verdict: group.verdict)
            }
        }
    }
}

extension Column {
    /// A number of many values (age) in bands of ten, so that groups have people in them.
    fileprivate func banded() -> Column {
        guard case .numeric(let numbers) = values, Set(numbers.filter { !$0.isNaN }).count > 12 else { return self }
        var copy = self
        let bands = numbers.map { $0.isNaN ? Double.nan : ($0 / 10).rounded(.down) }
        let known = Set(bands.filter { !$0.isNaN }).sorted()
        let index = Dictionary(uniqueKeysWithValues: known.enumerated().map { ($1, Int32($0)) })
        copy.values = .categorical(
            codes: bands.map { $0.isNaN ? -1 : index[$0]! },
            levels: known.map { "\(Int($0) * 10)–\(Int($0) * 10 + 9)" })
        return copy
    }
}
