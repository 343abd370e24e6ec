import Foundation
import Kernel
import SQL
import Shell

extension Snapshots {
    /// One known value of one person.
    struct Entry: Sendable {
        let code: String
        let unit: FactUnit
        let levels: [String]
        let value: Double
    }

    /// What a snapshot holds of one person, without unpacking everybody's values; nil when the person is not in it.
    /// - Parameter codes: only these facts; all with nil.
    static func row(
        _ population: Population, _ day: Day, of subject: Int64, codes: [String]? = nil, _ tx: Transaction
    ) throws -> [Entry]? {
        let head = try tx.first(
            "select id, subjects from snapshots where population = \(population) and day = \(day)"
        ) { row in (try row.value(ID<Snapshot>.self), try SubjectCodec.subjects(row.value())) }
        guard let (id, subjects) = head,
            let place = Snapshot(population: population, day: day, subjects: subjects, columns: []).place(of: subject)
        else { return nil }
        let only: Query = codes.map { "code in \($0)" } ?? "1 = 1"
        return try tx.rows(
            """
            select code, unit, levels, content from snapshot_columns
            where snapshot_id = \(id) and content is not null and \(only) order by place
            """
        ) { row -> Entry? in
            let (code, word) = (try row.value(String.self), try row.value(String.self))
            let levels = try JSONDecoder().decode([String].self, from: Data(try row.value(String.self).utf8))
            let value = try ColumnCodec.value(at: place, of: subjects.count, in: try row.value([UInt8].self))
            guard let unit = FactUnit(rawValue: word), value.isFinite else { return nil }
            return Entry(code: code, unit: unit, levels: levels, value: Double(value))
        }.compactMap { $0 }
    }
}
