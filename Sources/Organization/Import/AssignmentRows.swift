import Kernel
import SQL
import Shell

/// Reads the rows of a sheet of posts: who, where, when.
struct AssignmentRows {
    struct Line {
        let row: Int
        let role: AssignmentRole
        let post: Post
        let days: DayRange
        let hasEnd: Bool
        let cause: AssignmentCause
    }

    private(set) var rowsOf: [ID<Employment>: [Line]] = [:]
    private(set) var unitsOpen: Day = .last
    private let rows: ImportRows
    private let problems: ImportProblems
    private let known: KnownStaff
    private let people: PeopleByText
    private var units: UnitPlaces
    private var positionList: NameList<Position>
    private var levelList: NameList<Level>

    init(
        _ rows: ImportRows, _ problems: ImportProblems, _ known: KnownStaff, _ people: PeopleByText, on day: Day,
        _ tx: Transaction
    ) throws {
        (self.rows, self.problems, self.known, self.people) = (rows, problems, known, people)
        units = try UnitPlaces(on: day, tx)
        positionList = NameList(try StaffCheck.names("select name, id from positions", tx))
        levelList = NameList(try StaffCheck.names("select name, id from levels", tx))
    }

    var creations: [UnitPathPlan.Creation] { units.creations }
    var positions: [String] { positionList.fresh }
    var levels: [String] { levelList.fresh }

    mutating func read() {
        let (numbers, names, starts, ends) = (rows["number"], rows["name"], rows["from"], rows["through"])
        for row in rows.indices {
            guard let number = numbers.text(row), let start = starts.day(row), let path = rows["unit"].text(row) else {
                continue
            }
            guard let person = known.byNumber[number] else {
                problems.refuse(row, "number", ImportWords.unknownPerson)
                continue
            }
            if let name = names.text(row), let stored = known.names[person], PersonName(name).text != stored {
                problems.refuse(row, "name", ImportWords.nameDiffers(stored))
            }
            guard let stretch = known.stretches[person]?.last(where: { $0.hired <= start && start <= $0.last ?? .last })
            else {
                problems.refuse(row, "from", ImportWords.notEmployed(start))
                continue
            }
            let end = [ends.day(row), stretch.last].compactMap { $0 }.min()
            guard let days = DayRange(start: start, end: end.map { $0 + 1 }) else {
                problems.refuse(row, "through", ImportWords.postEndsFirst(start, end ?? start))
                continue
            }
            do {
                let unit = try units.place(path)
                if unit.known == nil { unitsOpen = min(unitsOpen, start) }
                let line = Line(
                    row: row, role: rows["role"].choice(row) ?? .primary, post: post(row, unit, person), days: days,
                    hasEnd: ends.day(row) != nil, cause: rows["cause"].choice(row) ?? cause(start, stretch))
                rowsOf[stretch.id, default: []].append(line)
            } catch {
                problems.refuse(row, "unit", error.explanation)
            }
        }
    }

    private func cause(_ start: Day, _ stretch: KnownStaff.Stretch) -> AssignmentCause {
        start == stretch.hired ? .hire : .transfer
    }

    private mutating func post(_ row: Int, _ unit: Ref<OrgUnit>, _ person: ID<Person>) -> Post {
        var manager: ID<Person>?
        if let text = rows["manager"].text(row) {
            switch people.find(text) {
            case .one(let found) where found.known == person:
                problems.refuse(row, "manager", AssignmentRefusal.ownManager.explanation)
            case .one(let found): manager = found.known
            case .none: problems.note(row, "manager", ImportWords.unknownManager)
            case .several(let count): problems.refuse(row, "manager", ImportWords.severalManagers(count))
            }
        }
        return Post(
            unit: ID(unit.code), position: rows["position"].text(row).map { ID(positionList.ref($0).code) },
            level: rows["level"].text(row).map { ID(levelList.ref($0).code) }, manager: manager,
            share: rows["share"].rate(row) ?? .one)
    }
}
