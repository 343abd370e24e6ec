import Kernel
import SQL
import Shell

/// Looks at the rows of a staff sheet against each other and against the database.
struct StaffCheck {
    private(set) var plan: StaffPlan
    private let rows: ImportRows
    private let problems: ImportProblems
    private let context: ImportContext
    private let known: KnownStaff
    private var units: UnitPlaces
    private var positions: NameList<Position>
    private var levels: NameList<Level>
    private var people: PeopleByText
    private var fresh: [String: Ref<Person>] = [:]
    /// Positions in ``StaffPlan/lines`` by person.
    private var linesOf: [Ref<Person>: [Int]] = [:]
    private let columns: Columns

    private struct Columns {
        let number, name, hired, last, state, unit, position, level, manager: ImportColumn
        let confirmed, probationEnd, probationMonths, contractStart, contractLast, contractKind: ImportColumn
        let identity, identityKind, birthday, gender, separationKind, separationReason, basePay: ImportColumn

        init(_ rows: ImportRows) {
            (number, name, hired) = (rows["number"], rows["name"], rows["hire_day"])
            (last, state, unit) = (rows["last_day"], rows["state"], rows["unit"])
            (position, level, manager) = (rows["position"], rows["level"], rows["manager"])
            (confirmed, probationEnd) = (rows["confirmation_day"], rows["probation_end"])
            probationMonths = rows["probation_months"]
            (contractStart, contractLast) = (rows["contract_start"], rows["contract_last"])
            contractKind = rows["contract_kind"]
            (identity, identityKind) = (rows["identity_number"], rows["identity_kind"])
            (birthday, gender) = (rows["birthday"], rows["gender"])
            (separationKind, separationReason) = (rows["separation_kind"], rows["separation_reason"])
            basePay = rows["base_pay"]
        }
    }

    init(
        _ rows: ImportRows, _ problems: ImportProblems, _ context: ImportContext, _ known: KnownStaff, _ tx: Transaction
    ) throws {
        (self.rows, self.problems, self.context, self.known) = (rows, problems, context, known)
        plan = StaffPlan(rows)
        units = try UnitPlaces(on: context.today, tx)
        positions = NameList(try Self.names("select name, id from positions", tx))
        levels = NameList(try Self.names("select name, id from levels", tx))
        people = PeopleByText(known)
        columns = Columns(rows)
    }

    static func names<Owner>(_ query: Query, _ tx: Transaction) throws -> [String: ID<Owner>] {
        var names: [String: ID<Owner>] = [:]
        try tx.each(query) { row in names[try row.value()] = try row.value(ID<Owner>.self) }
        return names
    }

    mutating func run(_ tx: Transaction) throws {
        for row in rows.indices { findPerson(row) }
        for row in rows.indices { take(row) }
        findManagers()
        sortStretches()
        try IdentityCheck(rows, plan.lines, known).run(problems, context, tx)
        plan.newUnits = units.creations
        plan.newPositions = positions.fresh
        plan.newLevels = levels.fresh
        plan.people = linesOf.count
    }

    /// Gives everybody of the file a reference before managers are looked for.
    private mutating func findPerson(_ row: Int) {
        guard let number = columns.number.text(row), let name = columns.name.text(row) else { return }
        let ref: Ref<Person>
        if let id = known.byNumber[number] {
            ref = Ref(id)
            if let stored = known.names[id], stored != name { problems.note(row, "name", ImportWords.renamed(stored)) }
        } else if let same = fresh[number] {
            ref = same
        } else {
            ref = Ref(new: plan.newPeople)
            plan.newPeople += 1
            fresh[number] = ref
        }
        people.add(ref, number: number, name: name)
    }

    private mutating func take(_ row: Int) {
        guard let number = columns.number.text(row), columns.name.text(row) != nil,
            let hired = columns.hired.day(row), let person = known.byNumber[number].map(Ref.init) ?? fresh[number]
        else { return }
        let last = columns.last.day(row)
        checkDays(row, hired, last)
        var unit: Ref<OrgUnit>?
        if let text = columns.unit.text(row) {
            do {
                let place = try units.place(text)
                unit = place
                if place.known == nil { plan.unitsOpen = min(plan.unitsOpen, hired) }
            } catch {
                problems.refuse(row, "unit", error.explanation)
            }
        } else if columns.position.text(row) != nil, rows.has("unit") {
            problems.note(row, "unit", ImportWords.noUnit)
        }
        plan.lines.append(
            StaffLine(
                row: row, person: person, employment: employment(person, hired, last), hired: hired, last: last,
                unit: unit, position: columns.position.text(row).map { positions.ref($0) },
                level: columns.level.text(row).map { levels.ref($0) }, manager: nil,
                probationEnd: probationEnd(row, hired)))
        linesOf[person, default: []].append(plan.lines.count - 1)
        if hired <= context.today, last.map({ $0 >= context.today }) ?? true { plan.employed += 1 }
    }

    private mutating func employment(_ person: Ref<Person>, _ hired: Day, _ last: Day?) -> Ref<Employment> {
        if let id = person.known, let stretch = known.stretch(of: id, hired: hired, last: last) {
            return Ref(stretch.id)
        }
        plan.newEmployments += 1
        return Ref(new: plan.newEmployments - 1)
    }

    private func probationEnd(_ row: Int, _ hired: Day) -> Day? {
        if let end = columns.probationEnd.day(row) { return end }
        guard let months = columns.probationMonths.integer(row), months > 0 else { return nil }
        return ProbationRules.lastDay(from: hired, months: Int(months))
    }

    private func checkDays(_ row: Int, _ hired: Day, _ last: Day?) {
        let state: EmploymentState? = columns.state.choice(row)
        if let last, last < hired { problems.refuse(row, "last_day", ImportWords.leftBeforeHired(hired, last)) }
        if state == .left, last == nil { problems.refuse(row, "last_day", ImportWords.leftWithoutDay) }
        if let last, last < context.today, state == .regular || state == .probation {
            problems.refuse(row, "state", ImportWords.leftButPresent(last))
        }
        if let last, last >= context.today, state == .left {
            problems.note(row, "state", ImportWords.leavesLater(last))
        }
        if hired > context.today.adding(years: 1) || hired.year < 1950 {
            problems.refuse(row, "hire_day", ImportWords.implausibleHire(hired))
        }
        if let confirmed = columns.confirmed.day(row), confirmed < hired {
            problems.refuse(row, "confirmation_day", ImportWords.confirmedBeforeHired(hired, confirmed))
        }
        if let end = columns.probationEnd.day(row), end < hired {
            problems.refuse(row, "probation_end", ImportWords.probationBeforeHire(hired, end))
        }
        if let start = columns.contractStart.day(row) ?? columns.contractLast.day(row).map({ _ in hired }),
            let end = columns.contractLast.day(row), end < start
        {
            problems.refuse(row, "contract_last", ImportWords.contractEndsFirst(start, end))
        }
        if columns.contractKind.choice(row, ContractKind.self) == .openEnded, columns.contractLast.day(row) != nil {
            problems.note(row, "contract_last", ImportWords.openEndedWithEnd)
        }
        if last == nil, columns.separationKind.text(row) != nil || columns.separationReason.text(row) != nil {
            problems.refuse(row, "last_day", ImportWords.reasonWithoutDay)
        }
        if let pay = columns.basePay.money(row), pay.isNegative {
            problems.refuse(row, "base_pay", StaffRefusal.negativePay.explanation)
        }
    }

    private mutating func findManagers() {
        for place in plan.lines.indices {
            let line = plan.lines[place]
            guard let text = columns.manager.text(line.row) else { continue }
            switch people.find(text) {
            case .one(let manager) where manager == line.person:
                problems.refuse(line.row, "manager", AssignmentRefusal.ownManager.explanation)
            case .one(let manager): plan.lines[place].manager = manager
            case .none: problems.note(line.row, "manager", ImportWords.unknownManager)
            case .several(let count): problems.refuse(line.row, "manager", ImportWords.severalManagers(count))
            }
        }
        noteCircles()
    }

    private func noteCircles() {
        var managers: [ID<Person>: ID<Person>] = [:]
        var lines: [ID<Person>: Int] = [:]
        // References stand in for ids here: they are as different from each other as those.
        for line in plan.lines where line.last.map({ $0 >= context.today }) ?? true {
            guard let manager = line.manager else { continue }
            managers[ID(line.person.code)] = ID(manager.code)
            lines[ID(line.person.code)] = line.row
        }
        guard !managers.isEmpty else { return }
        for person in Circles.members(managers) {
            if let row = lines[person] { problems.note(row, "manager", ImportWords.managerCircle) }
        }
    }

    /// Stretches of one person follow each other; the latest tells about the person.
    private mutating func sortStretches() {
        for (person, places) in linesOf where places.count > 1 || person.known != nil { sort(places, of: person) }
        // Earlier stretches are written first: the later ones point to them.
        guard plan.lines.contains(where: { !$0.isLatest }) else { return }
        plan.lines = plan.lines.filter { !$0.isLatest }.sorted { $0.hired < $1.hired } + plan.lines.filter(\.isLatest)
    }

    private mutating func sort(_ places: [Int], of person: Ref<Person>) {
        let sorted = places.sorted { plan.lines[$0].hired < plan.lines[$1].hired }
        if let first = sorted.first, let id = person.known {
            plan.lines[first].previous =
                known.stretches[id]?.last { $0.hired < plan.lines[first].hired }.map { Ref($0.id) }
            // Somebody on record with a later stretch than any row of the file.
            if let last = sorted.last, let later = known.stretches[id]?.last, later.hired > plan.lines[last].hired,
                Ref(later.id) != plan.lines[last].employment
            {
                plan.lines[last].isLatest = false
            }
        }
        for (one, next) in zip(sorted, sorted.dropFirst()) {
            plan.lines[one].isLatest = false
            plan.lines[next].previous = plan.lines[one].employment
            let (before, after) = (plan.lines[one], plan.lines[next])
            if before.last.map({ $0 >= after.hired }) ?? true {
                problems.refuse(after.row, "hire_day", ImportWords.stretchesOverlap(rows.line(before.row), before.last))
            }
            if columns.name.text(before.row) != columns.name.text(after.row) {
                problems.refuse(after.row, "name", ImportWords.sameNumberOtherName(rows.line(before.row)))
            }
        }
    }
}

/// People who report to themselves, directly or in a circle; each line is walked once.
enum Circles {
    static func members(_ managers: [ID<Person>: ID<Person>]) -> [ID<Person>] {
        var state: [ID<Person>: Int] = [:]
        var found: [ID<Person>] = []
        for (turn, start) in managers.keys.enumerated() where state[start] == nil {
            var line: [ID<Person>] = []
            var next: ID<Person>? = start
            while let person = next, state[person] == nil {
                state[person] = turn
                line.append(person)
                next = managers[person]
            }
            if let person = next, state[person] == turn, let first = line.firstIndex(of: person) {
                found += line[first...]
            }
        }
        return found
    }
}
