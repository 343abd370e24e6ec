import Kernel
import SQL
import Shell

/// Units one by one: paths, kinds, heads, cost centres, days of opening and closing.
package struct UnitsImport: ImportKind {
    package let code = SheetVocabulary.units.code
    package let name = SheetVocabulary.units.name
    package let summary = Phrase(
        zh: "组织单元逐个导入：按全路径识别，上级不存在时一并设立。", en: "Units one by one, found by full path; missing parents are opened too.")
    package let needs = Capability.importData
    package let fields = SheetVocabulary.units.importFields(without: ["note"])
    package let naturalKey = ["path", "parent"]
    package let tables = ["units": Phrase(zh: "组织单元", en: "Units")]

    package init() {}

    package struct Plan: ImportPlan {
        package internal(set) var counts = ImportCounts()
        var creations: [UnitPathPlan.Creation] = []
        /// What each unit named by a row becomes, by reference.
        var wanted: [Ref<OrgUnit>: Wanted] = [:]
        var rows = 0
    }

    struct Wanted: Sendable {
        var kind: UnitKind?
        var code: String?
        var head: ID<Person>?
        var partner: ID<Person>?
        var costCentre: String?
        var city: String?
        var opened: Day?
        var closed: Day?
    }

    package func check(
        _ rows: ImportRows, _ problems: ImportProblems, _ context: ImportContext, _ tx: Transaction
    ) throws -> Plan {
        let units = try UnitStore.all(tx)
        let byID = Dictionary(units.map { ($0.id, $0) }) { first, _ in first }
        let people = PeopleByText(try KnownStaff(tx))
        var places = try UnitPlaces(on: context.today, tx)
        var plan = Plan()
        plan.rows = rows.count
        for row in rows.indices {
            guard let text = rows["path"].text(row) else { continue }
            let path = rows["parent"].text(row).map { "\($0)/\(text)" } ?? text
            do {
                let place = try places.place(path)
                let wanted = wanted(rows, row, people, problems)
                if let opened = wanted.opened, let closed = wanted.closed, closed <= opened {
                    problems.refuse(row, "closed", ImportWords.closedFirst(opened, closed))
                }
                plan.wanted[place] = wanted
                if let id = place.known, let unit = byID[id] {
                    let same = Self.applied(wanted, to: unit, context.today) == unit
                    if same { plan.counts.unchanged += 1 } else { plan.counts.updated += 1 }
                } else {
                    plan.counts.created += 1
                }
            } catch {
                problems.refuse(row, "path", error.explanation)
            }
        }
        plan.creations = places.creations
        return plan
    }

    private func wanted(
        _ rows: ImportRows, _ row: Int, _ people: PeopleByText, _ problems: ImportProblems
    ) -> Wanted {
        func person(_ field: String) -> ID<Person>? {
            guard let text = rows[field].text(row) else { return nil }
            switch people.find(text) {
            case .one(let ref): return ref.known
            case .none: problems.note(row, field, ImportWords.unknownLead)
            case .several(let count): problems.refuse(row, field, ImportWords.severalLeads(count))
            }
            return nil
        }
        return Wanted(
            kind: rows["kind"].choice(row), code: rows["code"].text(row), head: person("head"),
            partner: person("partner"), costCentre: rows["cost_centre"].text(row), city: rows["city"].text(row),
            opened: rows["opened"].day(row), closed: rows["closed"].day(row))
    }

    /// Cells left blank keep what stands; a change begins today, or when a unit of the future opens.
    static func applied(_ wanted: Wanted, to unit: OrgUnit, _ today: Day) -> OrgUnit {
        var unit = unit
        if let kind = wanted.kind { unit.kind = kind }
        if let code = wanted.code { unit.code = code }
        let day = max(today, unit.opened ?? today)
        if var facts = unit.facts[day] {
            facts.head = wanted.head ?? facts.head
            facts.partner = wanted.partner ?? facts.partner
            facts.costCentre = wanted.costCentre ?? facts.costCentre
            facts.city = wanted.city ?? facts.city
            if facts != unit.facts[day] { unit.facts.set(facts, untilNextChangeFrom: day) }
        }
        if let opened = wanted.opened, let first = unit.facts.segments.first, opened < first.days.start,
            let days = DayRange(start: opened, end: first.days.start)
        {
            unit.facts.set(first.value, during: days)
        }
        if let closed = wanted.closed, unit.closed != closed { unit.facts.set(nil, from: closed) }
        return unit
    }

    package func commit(
        _ plan: Plan, _ writer: BatchWriter, _ context: ImportContext, _ tx: Transaction
    ) throws -> Reconciliation {
        let before = try UnitStore.all(tx)
        let first = plan.creations.isEmpty ? 0 : try tx.newIDs(plan.creations.count).lowerBound
        // A unit without a day of its own opens as early as any of the file, so that its parents are there.
        let opened = plan.wanted.values.compactMap(\.opened).min() ?? context.today
        var units = before
        for (place, creation) in plan.creations.enumerated() {
            let parent: ID<OrgUnit>? =
                switch creation.parent {
                case nil: nil
                case .existing(let id): id
                case .planned(let index): ID(first + Int64(index))
                }
            let start = plan.wanted[Ref(new: place)]?.opened ?? opened
            units.append(
                OrgUnit(
                    id: ID(first + Int64(place)), kind: creation.kind,
                    facts: Timeline(UnitFacts(name: creation.name, parent: parent), from: start)))
        }
        let wanted = Dictionary(plan.wanted.map { ($0.key.id(first), $0.value) }) { $1 }
        let after = units.map { unit in wanted[unit.id].map { Self.applied($0, to: unit, context.today) } ?? unit }
        try UnitWriting(writer).write(after, over: before)
        return Reconciliation(
            plan.counts,
            lines: [
                .init(name, file: .count(plan.rows), before: .count(before.count), after: .count(after.count))
            ])
    }

    package func settle(_ context: ImportContext, _ tx: Transaction) throws {
        try StaffProjection.rebuild(on: context.today, tx)
    }

    package func names(of table: String, ids: [Int64], _ tx: Transaction) throws -> [Int64: String] {
        try RecordNames.find(table, ids, tx)
    }
}

/// Writes units through a batch: only what differs.
struct UnitWriting {
    private let writer: BatchWriter
    private static let columns: [StaticString] = [
        "ends_before", "name", "parent_id", "head_id", "partner_id", "cost_centre", "city",
    ]

    init(_ writer: BatchWriter) { self.writer = writer }

    func write(_ units: [OrgUnit], over before: [OrgUnit]) throws {
        let known = Dictionary(before.map { ($0.id, $0) }) { first, _ in first }
        var (fresh, changed): ([SQLValue], [SQLValue]) = ([], [])
        var (facts, factChanges, gone): ([SQLValue], [SQLValue], [SQLValue]) = ([], [], [])
        for unit in units {
            let old = known[unit.id]
            let head = [unit.id.sqlValue, unit.kind.sqlValue, unit.code.sqlValue]
            if let old {
                if (old.kind, old.code) != (unit.kind, unit.code) { changed += head }
            } else {
                fresh += head
            }
            let (was, now) = (Self.rows(old), Self.rows(unit))
            for (start, values) in now.sorted(by: { $0.key < $1.key }) {
                let row = [unit.id.sqlValue, start.sqlValue] + values
                if let before = was[start] {
                    if before != values { factChanges += row }
                } else {
                    facts += row
                }
            }
            for start in was.keys.sorted() where now[start] == nil { gone += [unit.id.sqlValue, start.sqlValue] }
        }
        if !fresh.isEmpty { try writer.insert(into: "units", ["id", "kind", "code"], values: fresh) }
        if !changed.isEmpty { try writer.update("units", set: ["kind", "code"], values: changed) }
        if !gone.isEmpty { try writer.delete(from: "unit_facts", keys: gone) }
        if !factChanges.isEmpty { try writer.update("unit_facts", set: Self.columns, values: factChanges) }
        if !facts.isEmpty {
            try writer.insert(into: "unit_facts", ["unit_id", "starts_on"] + Self.columns, values: facts)
        }
    }

    private static func rows(_ unit: OrgUnit?) -> [Day: [SQLValue]] {
        var rows: [Day: [SQLValue]] = [:]
        for segment in unit?.facts.segments ?? [] {
            let facts = segment.value
            rows[segment.days.start] = [
                segment.days.end.sqlValue, facts.name.sqlValue, facts.parent.sqlValue, facts.head.sqlValue,
                facts.partner.sqlValue, facts.costCentre.sqlValue, facts.city.sqlValue,
            ]
        }
        return rows
    }
}
