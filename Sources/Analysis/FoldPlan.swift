import Forecast
import Kernel
import Sheets

/// Which rows are held out together, as the request says, and how that reads.
struct FoldPlan {
    var folds: Folds
    /// How rows are divided inside a training part.
    var inner: Resampling
    /// Per row of the table, when rows belong together; intervals then draw whole groups.
    var groups: [Int]?
    var note: ValidationNote

    init(_ request: AnalysisRequest, table: Table, rows: [Int], outcome: [Double], duplicates: [Int]?) throws {
        let roles = ColumnRoles(table: table)
        let repeats = request.repeats ?? (rows.count <= 5_000 ? 5 : rows.count <= 20_000 ? 2 : 1)
        inner = .stratified
        if !request.foldColumns.isEmpty {
            let columns = try request.foldColumns.map { try roles.column($0, option: "--fold-column") }
            let numbers = columns.map(Self.foldNumbers)
            for (column, numbers) in zip(columns, numbers)
            where Set(rows.compactMap { numbers[$0] }).count < 2 { throw AnalysisRefusal.oneFold(column: column.name) }
            folds = .external(rows: rows, columns: numbers)
            note = ValidationNote(
                scheme: .given, folds: Set(folds.splits.map(\.fold)).count, repeats: columns.count, seed: request.seed,
                explanation: Phrase(
                    zh: "按给定的折号列检验：每一折的行都由没有见过它们的模型来预测。",
                    en:
                        "Tested with the given fold columns: the rows of each fold are predicted by a model that never saw them."
                ))
        } else if let name = request.timeOrder {
            let time = TimeColumn(try roles.column(name, option: "--time-order"))
            (folds, note) = try Self.timed(request, time: time, name: name, rows: rows)
            inner = .timeOrdered(time.values)
        } else if let name = request.group {
            let numbers = Self.groupNumbers(try roles.column(name, option: "--group"))
            groups = numbers
            folds = .grouped(
                rows: rows, groups: numbers, outcome: outcome, count: request.folds, repeats: repeats,
                seed: request.seed)
            inner = .grouped(numbers)
            note = ValidationNote(
                scheme: .grouped, folds: request.folds, repeats: repeats, seed: request.seed,
                explanation: Phrase(
                    zh: "分成 \(request.folds) 折、重复 \(repeats) 次，「\(name)」相同的行始终在同一折。",
                    en: "\(request.folds) folds, \(repeats) times; rows with the same “\(name)” always share a fold."))
        } else {
            if let duplicates {
                folds = .grouped(
                    rows: rows, groups: duplicates, outcome: outcome, count: request.folds, repeats: repeats,
                    seed: request.seed)
                inner = .grouped(duplicates)
            } else {
                folds = .stratified(
                    rows: rows, outcome: outcome, count: request.folds, repeats: repeats, seed: request.seed)
            }
            note = ValidationNote(
                scheme: .stratified, folds: request.folds, repeats: repeats, seed: request.seed,
                explanation: Phrase(
                    zh: "分成 \(request.folds) 折、重复 \(repeats) 次：每一行都由没有见过它的模型来预测。",
                    en: "\(request.folds) folds, \(repeats) times: every row is predicted by a model that never saw it."
                ))
        }
    }

    /// The outcomes that may decide which facts are used: with an order in time those known before the first test begins.
    static func outcomeBeforeTests(
        _ request: AnalysisRequest, table: Table, outcome: [Double]
    ) throws -> [Double] {
        guard let name = request.timeOrder else { return outcome }
        let time = TimeColumn(try ColumnRoles(table: table).column(name, option: "--time-order"))
        let (folds, _) = try timed(request, time: time, name: name, rows: outcome.indices.filter { !outcome[$0].isNaN })
        var known = [Double](repeating: .nan, count: outcome.count)
        for row in folds.splits.first?.training ?? [] { known[row] = outcome[row] }
        return known
    }

    private static func timed(
        _ request: AnalysisRequest, time: TimeColumn, name: String, rows: [Int]
    ) throws -> (Folds, ValidationNote) {
        guard let from = request.testFrom else {
            let folds = Folds.timeOrdered(rows: rows, order: time.values, count: request.folds)
            return (
                folds,
                ValidationNote(
                    scheme: .timeOrdered, folds: folds.splits.count, repeats: 1, seed: request.seed,
                    explanation: Phrase(
                        zh: "按「\(name)」先后检验：只用更早的行预测更晚的行，共 \(folds.splits.count) 段。",
                        en: "Tested in order of “\(name)”: later rows are predicted from earlier ones only, in "
                            + "\(folds.splits.count) steps."))
            )
        }
        let start = try time.threshold(from)
        let folds = Folds.timeOrdered(rows: rows, order: time.values, testFrom: start)
        if folds.splits.first?.held.isEmpty ?? true { throw AnalysisRefusal.nothingFrom(column: name, value: from) }
        if folds.splits.first?.training.isEmpty ?? true {
            throw AnalysisRefusal.nothingBefore(column: name, value: from)
        }
        return (
            folds,
            ValidationNote(
                scheme: .heldOut, folds: 1, repeats: 1, seed: request.seed,
                explanation: Phrase(
                    zh: "用「\(name)」早于 \(from) 的行学习，预测从 \(from) 起的行。",
                    en: "Learned from rows with “\(name)” before \(from), tested on rows from \(from) on."))
        )
    }

    private static func foldNumbers(_ column: TableColumn) -> [Int?] {
        switch column.values {
        case .number(let numbers): numbers.map { $0.isNaN ? nil : Int($0) }
        case .text(let codes, _): codes.map { $0 < 0 ? nil : Int($0) }
        }
    }

    /// Equal values share a number; a blank is a group of its own.
    private static func groupNumbers(_ column: TableColumn) -> [Int] {
        var known: [Double: Int] = [:]
        var next = 0
        func number(_ key: Double) -> Int {
            if !key.isNaN, let found = known[key] { return found }
            defer { next += 1 }
            if !key.isNaN { known[key] = next }
            return next
        }
        switch column.values {
        case .number(let numbers): return numbers.map(number)
        case .text(let codes, _): return codes.map { number($0 < 0 ? .nan : Double($0)) }
        }
    }
}
