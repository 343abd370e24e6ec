import Kernel
import SQL
import Shell

/// Primary posts, as a staff sheet fills them.
struct PostTable {
    private struct Segment {
        let id: ID<Assignment>
        var post: Post
        var start: Day
        var end: Day?
        let cause: AssignmentCause
    }

    private var known: [ID<Employment>: [Segment]] = [:]
    private var inserts: [SQLValue] = []
    private var updates: [SQLValue] = []
    private var deletions: [SQLValue] = []

    /// Columns without the id, which is taken when rows are written.
    private static let width = 11

    mutating func load(_ stretches: [ID<Employment>], _ tx: Transaction) throws {
        try tx.each(
            """
            select employment_id, id, unit_id, position_id, level_id, manager_id, share, starts_on, ends_before, cause
            from assignments where role = 'primary' and employment_id in \(stretches) order by starts_on
            """
        ) { row in
            known[try row.value(), default: []].append(
                Segment(
                    id: try row.value(),
                    post: Post(
                        unit: try row.value(), position: try row.value(), level: try row.value(),
                        manager: try row.value(), share: try row.value()),
                    start: try row.value(), end: try row.value(), cause: try row.value()))
        }
    }

    mutating func put(_ line: StaffLine, _ stretch: Stretch, _ ids: StaffIDs) -> Bool {
        var changed = false
        var segments = known[stretch.employment] ?? []
        if let hired = stretch.wasHired, hired != stretch.hired, segments.first?.start == hired {
            segments[0].start = stretch.hired
            update(segments[0])
            changed = true
        }
        changed = fit(&segments, to: stretch) || changed
        changed = tell(&segments, line, stretch, ids) || changed
        known[stretch.employment] = segments.isEmpty ? nil : segments
        return changed
    }

    /// Posts end with the employment.
    private mutating func fit(_ segments: inout [Segment], to stretch: Stretch) -> Bool {
        guard let end = stretch.end else { return false }
        var changed = false
        for segment in segments where segment.start >= end {
            deletions.append(segment.id.sqlValue)
            changed = true
        }
        segments.removeAll { $0.start >= end }
        if let last = segments.indices.last, segments[last].end.map({ $0 > end }) ?? true {
            segments[last].end = end
            update(segments[last])
            changed = true
        }
        return changed
    }

    private mutating func tell(
        _ segments: inout [Segment], _ line: StaffLine, _ stretch: Stretch, _ ids: StaffIDs
    ) -> Bool {
        let place = segments.lastIndex { $0.start <= stretch.moment && $0.end.map { $0 > stretch.moment } ?? true }
        guard let place else {
            guard let unit = line.unit, segments.isEmpty else { return false }
            let post = Post(
                unit: ids(unit), position: line.position.map { ids($0) }, level: line.level.map { ids($0) },
                manager: line.manager.map { ids($0) })
            insert(post, stretch.hired, stretch.end, .hire, stretch)
            return true
        }
        var wanted = segments[place].post
        if let unit = line.unit { wanted.unit = ids(unit) }
        if let position = line.position { wanted.position = ids(position) }
        if let level = line.level { wanted.level = ids(level) }
        if let manager = line.manager { wanted.manager = ids(manager) }
        let before = segments[place].post
        guard wanted != before else { return false }
        // Of a leaver only the record was wrong; of others the change begins today.
        if segments[place].start == stretch.today || stretch.moment != stretch.today {
            segments[place].post = wanted
            update(segments[place])
        } else {
            let end = segments[place].end
            segments[place].end = stretch.today
            update(segments[place])
            let cause: AssignmentCause =
                wanted.unit != before.unit || wanted.position != before.position
                ? .transfer : wanted.level != before.level ? .promotion : .newManager
            insert(wanted, stretch.today, end, cause, stretch)
        }
        return true
    }

    private mutating func insert(
        _ post: Post, _ start: Day, _ end: Day?, _ cause: AssignmentCause, _ stretch: Stretch
    ) {
        inserts += [
            stretch.person.sqlValue, stretch.employment.sqlValue, AssignmentRole.primary.sqlValue, post.unit.sqlValue,
            post.position.sqlValue, post.level.sqlValue, post.manager.sqlValue, post.share.sqlValue, start.sqlValue,
            end.sqlValue, cause.sqlValue,
        ]
    }

    private mutating func update(_ segment: Segment) {
        updates += [
            segment.id.sqlValue, segment.post.unit.sqlValue, segment.post.position.sqlValue,
            segment.post.level.sqlValue, segment.post.manager.sqlValue, segment.start.sqlValue, segment.end.sqlValue,
        ]
    }

    mutating func flush(_ writer: BatchWriter, _ tx: Transaction) throws {
        if !deletions.isEmpty { try writer.delete(from: "assignments", keys: deletions) }
        if !updates.isEmpty {
            try writer.update(
                "assignments",
                set: ["unit_id", "position_id", "level_id", "manager_id", "starts_on", "ends_before"],
                values: Self.latest(updates, width: 7))
        }
        if !inserts.isEmpty {
            try writer.insert(
                into: "assignments", EmploymentStore.assignmentColumns,
                values: try FreshIDs.before(inserts, width: Self.width, tx))
        }
        (inserts, updates, deletions) = ([], [], [])
    }

    /// A row changed twice is written once, as it is in the end.
    private static func latest(_ values: [SQLValue], width: Int) -> [SQLValue] {
        var places: [SQLValue: Int] = [:]
        for start in stride(from: 0, to: values.count, by: width) { places[values[start]] = start }
        return places.values.sorted().flatMap { Array(values[$0..<$0 + width]) }
    }
}

/// Puts fresh ids before rows that have none yet.
enum FreshIDs {
    static func before(_ values: [SQLValue], width: Int, _ tx: Transaction) throws -> [SQLValue] {
        let count = values.count / width
        guard count > 0 else { return [] }
        var next = try tx.newIDs(count).lowerBound
        var result: [SQLValue] = []
        result.reserveCapacity(count * (width + 1))
        for start in stride(from: 0, to: values.count, by: width) {
            result.append(.integer(next))
            result += values[start..<start + width]
            next += 1
        }
        return result
    }
}
