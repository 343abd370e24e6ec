import Kernel
import Shell

/// What a staff sheet does: which record each row is about, and what has to be made first.
package struct StaffPlan: ImportPlan {
    package internal(set) var counts = ImportCounts()
    let rows: ImportRows
    /// One per row that can be taken, in the order of the file.
    var lines: [StaffLine] = []
    var newPeople = 0
    var newEmployments = 0
    var newUnits: [UnitPathPlan.Creation] = []
    /// From when new units exist: the earliest day somebody works in any of them.
    var unitsOpen: Day = .last
    var newPositions: [String] = []
    var newLevels: [String] = []
    /// People in the file, and those of them employed today.
    var people = 0
    var employed = 0

    init(_ rows: ImportRows) { self.rows = rows }
}

/// One row, with the records it is about.
struct StaffLine: Sendable {
    let row: Int
    let person: Ref<Person>
    let employment: Ref<Employment>
    let hired: Day
    let last: Day?
    let unit: Ref<OrgUnit>?
    let position: Ref<Position>?
    let level: Ref<Level>?
    var manager: Ref<Person>?
    /// The stretch before, for somebody who returned.
    var previous: Ref<Employment>?
    let probationEnd: Day?
    /// Whether the row is the latest stretch of the person: it tells what the person is like.
    var isLatest = true
}
