import Kernel
import SQL
import Shell

/// Separations as a staff sheet, or a sheet of leavers, fills them: only where it says why or how somebody left.
struct SeparationTable {
    /// last_day, kind, reason, notice_day, regret_by_people, remark
    private var known: [ID<Employment>: (id: Int64, values: [SQLValue])] = [:]
    private var inserts: [SQLValue] = []
    private var updates: [SQLValue] = []
    private static let width = 9

    mutating func load(_ stretches: [ID<Employment>], _ tx: Transaction) throws {
        try tx.each(
            """
            select employment_id, id, last_day, kind, reason, notice_day, regret_by_people, remark
            from separations where employment_id in \(stretches)
            """
        ) { row in
            known[try row.value()] = (try row.value(), (2..<8).map { row.stored(at: $0) })
        }
    }

    mutating func put(
        _ rows: ImportRows, _ line: StaffLine, _ stretch: Stretch, _ context: ImportContext
    ) -> Bool {
        guard let last = stretch.last else { return false }
        let reason: SeparationReason? = rows["separation_reason"].choice(line.row)
        let kind: SeparationKind? = rows["separation_kind"].choice(line.row)
        let more = [
            rows["notice_day"].day(line.row)?.sqlValue, rows["regret"].text(line.row)?.sqlValue,
            remark(rows, line.row)?.sqlValue,
        ]
        if let standing = known[stretch.employment] {
            var values = standing.values
            values[0] = last.sqlValue
            if let kind { values[1] = kind.sqlValue }
            if let reason { values[2] = reason.sqlValue }
            for (place, value) in zip(3..., more) { if let value { values[place] = value } }
            guard values != standing.values else { return false }
            known[stretch.employment] = (standing.id, values)
            updates.append(.integer(standing.id))
            updates += values
            return true
        }
        guard let decided = kind ?? reason?.kind else { return false }
        inserts += [
            stretch.person.sqlValue, stretch.employment.sqlValue, last.sqlValue, decided.sqlValue, reason.sqlValue,
            more[0] ?? .null, more[1] ?? .null, more[2] ?? .null, context.now.sqlValue,
        ]
        return true
    }

    /// The note of a staff sheet is about the person; one of a sheet of leavers, with the destination, about leaving.
    private func remark(_ rows: ImportRows, _ row: Int) -> String? {
        guard !rows.has("hire_day") else { return nil }
        let parts = [rows["destination"].text(row), rows["note"].text(row)].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: "；")
    }

    mutating func flush(_ writer: BatchWriter, _ tx: Transaction) throws {
        if !updates.isEmpty {
            try writer.update(
                "separations", set: ["last_day", "kind", "reason", "notice_day", "regret_by_people", "remark"],
                values: updates)
        }
        if !inserts.isEmpty {
            try writer.insert(
                into: "separations",
                [
                    "id", "person_id", "employment_id", "last_day", "kind", "reason", "notice_day", "regret_by_people",
                    "remark", "recorded_at",
                ],
                values: try FreshIDs.before(inserts, width: Self.width, tx))
        }
        (inserts, updates) = ([], [])
    }
}
