import Kernel
import SQL

/// Runs a kind's check so that what remains can be committed: rows with a problem are left out and the rest is looked at
/// again, until nothing new is found.
struct RowCheck<Kind: ImportKind> {
    let kind: Kind
    let context: ImportContext
    let tx: Transaction

    /// Leaving a row out may take away what others need; that rarely goes deeper than a few steps.
    private static var passes: Int { 8 }

    /// - Returns: the plan for the rows without problems; nil when the file cannot be taken at all.
    func run(_ reading: ImportReading) throws -> (plan: Kind.Plan?, report: CheckReport) {
        var found = reading.problems
        var refused = reading.refused
        if reading.isFileRefused { return (nil, report(reading, found, refused, nil)) }
        duplicates(reading, &found, &refused)
        var plan: Kind.Plan?
        // The first look is at all rows, so that every problem is named.
        var rows = reading.rows
        for pass in 0..<Self.passes {
            let problems = ImportProblems(
                rows, fields: kind.fields, headings: reading.headings, unread: reading.refused)
            plan = try kind.check(rows, problems, context, tx)
            // What a second look finds again was said the first time.
            found += pass == 0 ? problems.all : problems.all.filter { $0.weight == .refused }
            if problems.isFileRefused { return (nil, report(reading, found, refused, nil)) }
            let before = refused.count
            refused.formUnion(problems.refused)
            let isClean = pass == 0 ? refused.isEmpty : refused.count == before
            if isClean { break }
            plan = nil
            rows = reading.rows.without(refused)
            if rows.count == 0 { break }
        }
        return (plan, report(reading, found, refused, plan?.counts))
    }

    private func report(
        _ reading: ImportReading, _ found: [ImportProblem], _ refused: Set<Int32>, _ counts: ImportCounts?
    ) -> CheckReport {
        // Problems of one row in the order of its columns, as far as they came that way: the sort is stable.
        let sorted = found.enumerated().sorted { ($0.element.row, $0.offset) < ($1.element.row, $1.offset) }
        return CheckReport(
            rowCount: reading.rows.count, refusedRows: refused.count, problems: sorted.map(\.element), counts: counts)
    }

    /// Two rows that speak of the same record.
    private func duplicates(_ reading: ImportReading, _ found: inout [ImportProblem], _ refused: inout Set<Int32>) {
        let fields = kind.naturalKey.compactMap(kind.field)
        let columns = fields.map { reading.rows[$0.name] }
        guard !fields.isEmpty, fields.allSatisfy({ reading.rows.has($0.name) }) else { return }
        let name = Phrase.list(fields.map { Phrase(verbatim: reading.headings[$0.name] ?? $0.label.zh) })
        var first: [String: Int32] = [:]
        first.reserveCapacity(reading.rows.count)
        for row in reading.rows.indices {
            var key = ""
            var isWhole = true
            for (column, field) in zip(columns, fields) {
                guard let part = column.plain(row, field) else {
                    isWhole = false
                    break
                }
                if !key.isEmpty { key += "\u{1}" }
                key += part
            }
            guard isWhole else { continue }
            let line = reading.rows.lines[row]
            guard let earlier = first[key] else {
                first[key] = line
                continue
            }
            refused.insert(line)
            found.append(
                ImportProblem(
                    weight: .refused, row: Int(line), column: reading.headings[fields[0].name],
                    value: columns[0].shown(row, fields[0]),
                    problem: Phrase(
                        zh: "与第 \(earlier) 行的\(name.zh)相同。请合并，或删除其中一行。",
                        en: "has the same \(name.en) as row \(earlier). Merge them or remove one.")))
        }
    }
}

extension ImportColumn {
    /// A converted cell for comparing; nil when blank.
    func plain(_ row: Int, _ field: ImportField) -> String? {
        switch storage {
        case .texts, .words: text(row)
        case .numbers(let numbers): numbers[row] == Self.nothing ? nil : String(numbers[row])
        case .absent: nil
        }
    }
}
