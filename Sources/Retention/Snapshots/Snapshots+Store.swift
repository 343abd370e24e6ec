import Foundation
import Kernel
import SQL
import Shell

extension Snapshots {
    /// Keeps a snapshot, over an earlier one of the same day.
    package static func store(_ snapshot: Snapshot, at now: Instant, _ tx: Transaction) throws {
        try remove(snapshot.population, snapshot.day, tx)
        let id = try tx.newID(Snapshot.self)
        try tx.execute(
            """
            insert into snapshots (id, population, day, subject_count, subjects, taken_at)
            values (\(id), \(snapshot.population), \(snapshot.day), \(snapshot.subjects.count),
                \(SubjectCodec.bytes(snapshot.subjects)), \(now))
            """)
        var values: [SQLValue] = []
        for (place, column) in snapshot.columns.enumerated() {
            values += [
                id.sqlValue, place.sqlValue, column.code.sqlValue, column.name.zh.sqlValue, column.name.en.sqlValue,
                .text(column.unit.rawValue), .text(try levels(column.levels)), (column.missing?.zh).sqlValue,
                (column.missing?.en).sqlValue,
                (column.missing == nil ? ColumnCodec.bytes(column.values) : nil).sqlValue,
            ]
        }
        try tx.insert(
            into: "snapshot_columns",
            [
                "snapshot_id", "place", "code", "name_zh", "name_en", "unit", "levels", "missing_zh", "missing_en",
                "content",
            ], values: values)
    }

    /// The snapshot of a day; nil when none is kept.
    /// - Parameter codes: only these columns; all with nil.
    package static func load(
        _ population: Population, _ day: Day, codes: [String]? = nil, _ tx: Transaction
    ) throws -> Snapshot? {
        let head = try tx.first(
            "select id, subjects from snapshots where population = \(population) and day = \(day)"
        ) { row in (try row.value(ID<Snapshot>.self), try SubjectCodec.subjects(row.value())) }
        guard let (id, subjects) = head else { return nil }
        let only: Query = codes.map { "code in \($0)" } ?? "1 = 1"
        let columns = try tx.rows(
            """
            select code, name_zh, name_en, unit, levels, missing_zh, missing_en, content from snapshot_columns
            where snapshot_id = \(id) and \(only) order by place
            """
        ) { row in try SnapshotColumn(&row, count: subjects.count) }
        return Snapshot(population: population, day: day, subjects: subjects, columns: columns)
    }

    /// The days there are snapshots of, oldest first.
    package static func days(_ population: Population, _ tx: Transaction) throws -> [Day] {
        try tx.rows("select day from snapshots where population = \(population) order by day") { row in
            try row.value()
        }
    }

    /// The newest day there is a snapshot of.
    package static func latestDay(_ population: Population, _ tx: Transaction) throws -> Day? {
        try tx.value(
            "select day from snapshots where population = \(population) order by day desc limit 1", as: Day.self)
    }

    static func remove(_ population: Population, _ day: Day, _ tx: Transaction) throws {
        let known = try tx.value(
            "select id from snapshots where population = \(population) and day = \(day)", as: ID<Snapshot>.self)
        guard let known else { return }
        try tx.execute("delete from snapshot_columns where snapshot_id = \(known)")
        try tx.execute("delete from snapshots where id = \(known)")
    }

    private static func levels(_ levels: [String]) throws -> String {
        String(decoding: try JSONEncoder().encode(levels), as: UTF8.self)
    }
}

extension SnapshotColumn {
    fileprivate init(_ row: inout Row, count: Int) throws {
        let code: String = try row.value()
        let name = Phrase(zh: try row.value(), en: try row.value())
        let unitWord: String = try row.value()
        guard let unit = FactUnit(rawValue: unitWord) else { throw row.unreadable(3, "unit") }
        let levels = try JSONDecoder().decode([String].self, from: Data(try row.value(String.self).utf8))
        let (zh, en) = (try row.value(String?.self), try row.value(String?.self))
        let content = try row.value([UInt8]?.self)
        self.init(
            code: code, name: name, unit: unit, levels: levels,
            values: try content.map { try ColumnCodec.values($0, count: count) }
                ?? [Float](repeating: .nan, count: count),
            missing: zh.map { Phrase(zh: $0, en: en ?? $0) })
    }
}
