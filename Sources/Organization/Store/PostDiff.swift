import Kernel
import SQL
import Shell

/// Posts as they will be, held against posts as they are stored: those that did not change keep their ids and causes.
struct PostDiff {
    typealias Part = (role: AssignmentRole, post: Post, days: DayRange)

    private(set) var gone: [ID<Assignment>] = []
    /// Stored posts whose days changed.
    private(set) var kept: [Assignment] = []
    private(set) var fresh: [(employment: Employment, part: Part, cause: AssignmentCause)] = []

    /// - Parameters:
    ///   - cause: why a post begins that day, where no stored one tells.
    ///   - final: what a post is once it is written.
    mutating func add(
        _ parts: [Part], of employment: Employment, over stored: [Assignment], cause: (Day) -> AssignmentCause,
        final: (Post) -> Post = { $0 }
    ) {
        var left = stored
        for part in parts {
            let same = left.firstIndex {
                $0.role == part.role && $0.post == part.post && $0.days.start == part.days.start
            }
            if let same {
                var assignment = left.remove(at: same)
                guard assignment.days != part.days else { continue }
                assignment.days = part.days
                kept.append(assignment)
            } else {
                // What follows a change put in before it goes on for the reason it began.
                let former = stored.last { $0.role == part.role && $0.post == part.post }
                fresh.append(
                    (employment, (part.role, final(part.post), part.days), former?.cause ?? cause(part.days.start)))
            }
        }
        gone += left.map(\.id)
    }

    private func freshValues(_ tx: Transaction) throws -> [SQLValue] {
        guard !fresh.isEmpty else { return [] }
        let first = try tx.newIDs(fresh.count).lowerBound
        return fresh.enumerated().flatMap { place, entry in
            Assignment(
                id: ID(first + Int64(place)), person: entry.employment.person, role: entry.part.role,
                post: entry.part.post, days: entry.part.days, cause: entry.cause
            ).values(of: entry.employment.id)
        }
    }

    func write(_ tx: Transaction) throws {
        for chunk in gone.chunks(of: 400) { try tx.execute("delete from assignments where id in \(chunk)") }
        for assignment in kept {
            try tx.execute("update assignments set ends_before = \(assignment.days.end) where id = \(assignment.id)")
        }
        try tx.insert(into: "assignments", EmploymentStore.assignmentColumns, values: try freshValues(tx))
    }

    /// The same so that it can be undone.
    func write(_ writer: BatchWriter, _ tx: Transaction) throws {
        if !gone.isEmpty { try writer.delete(from: "assignments", keys: gone.map(\.sqlValue)) }
        if !kept.isEmpty {
            try writer.update(
                "assignments", set: ["ends_before"], values: kept.flatMap { [$0.id.sqlValue, $0.days.end.sqlValue] })
        }
        if !fresh.isEmpty {
            try writer.insert(into: "assignments", EmploymentStore.assignmentColumns, values: try freshValues(tx))
        }
    }
}
