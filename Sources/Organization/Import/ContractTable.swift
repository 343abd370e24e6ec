import Kernel
import SQL
import Shell

/// Contracts as a staff sheet fills them, the current one of each row; or a sheet of contracts, each of them.
struct ContractTable {
    /// kind, starts_on, last_day, signed_on, number, renewals, ended_on
    private var known: [ID<Employment>: [(id: Int64, values: [SQLValue])]] = [:]
    private var inserts: [SQLValue] = []
    private var updates: [SQLValue] = []
    private static let width = 9

    mutating func load(_ stretches: [ID<Employment>], _ tx: Transaction) throws {
        try tx.each(
            """
            select employment_id, id, kind, starts_on, last_day, signed_on, number, renewals, ended_on
            from contracts where employment_id in \(stretches) order by starts_on
            """
        ) { row in
            let employment: ID<Employment> = try row.value()
            let id: Int64 = try row.value()
            known[employment, default: []].append((id, (2..<9).map { row.stored(at: $0) }))
        }
    }

    mutating func put(_ rows: ImportRows, _ line: StaffLine, _ stretch: Stretch) -> Bool {
        let row = line.row
        let last = lastDay(rows, row)
        let stated: ContractKind? = rows["contract_kind"].choice(row)
        guard let start = rows["contract_start"].day(row) ?? (last != nil || stated != nil ? stretch.hired : nil) else {
            return false
        }
        let signed = rows["contract_signed"].day(row)
        let number = rows["contract_number"].text(row)
        let renewals = rows["contract_renewals"].integer(row)
        let all = known[stretch.employment] ?? []
        if let place = all.firstIndex(where: { $0.values[1] == start.sqlValue }) {
            var values = all[place].values
            for (column, value) in [
                (0, stated?.sqlValue), (2, last?.sqlValue), (3, signed?.sqlValue), (4, number?.sqlValue),
                (5, renewals?.sqlValue), (6, rows["ended"].day(row)?.sqlValue),
            ] {
                if let value { values[column] = value }
            }
            guard values != all[place].values else { return false }
            known[stretch.employment]?[place].values = values
            updates.append(.integer(all[place].id))
            updates += values
            return true
        }
        // A sheet without a column for the day of signing lists contracts that are signed.
        let signing = signed ?? (rows.has("contract_signed") ? nil : start)
        let values: [SQLValue] = [
            (stated ?? (last == nil ? .openEnded : .fixed)).sqlValue, start.sqlValue, last.sqlValue, signing.sqlValue,
            number.sqlValue, (renewals ?? Int64(all.count)).sqlValue, rows["ended"].day(row).sqlValue,
        ]
        // Further rows of the same person count it; it has no id yet, and no other row means it.
        known[stretch.employment, default: []].append((0, values))
        inserts += [stretch.person.sqlValue, stretch.employment.sqlValue]
        inserts += values
        return true
    }

    /// As agreed, or so many months from the start.
    private func lastDay(_ rows: ImportRows, _ row: Int) -> Day? {
        if let last = rows["contract_last"].day(row) { return last }
        guard let start = rows["contract_start"].day(row), let months = rows["term_months"].integer(row), months > 0
        else { return nil }
        return start.adding(months: Int(months)) - 1
    }

    mutating func flush(_ writer: BatchWriter, _ tx: Transaction) throws {
        if !updates.isEmpty {
            try writer.update(
                "contracts", set: ["kind", "starts_on", "last_day", "signed_on", "number", "renewals", "ended_on"],
                values: updates)
        }
        if !inserts.isEmpty {
            try writer.insert(
                into: "contracts",
                [
                    "id", "person_id", "employment_id", "kind", "starts_on", "last_day", "signed_on", "number",
                    "renewals", "ended_on",
                ],
                values: try FreshIDs.before(inserts, width: Self.width, tx))
        }
        (inserts, updates) = ([], [])
    }
}
