import Kernel
import SQL
import Shell

/// Drafts of reorganisations as they are stored.
enum ReorganizationStore {
    /// Drafts the viewer may see, the newest first: their own, and everybody's for those who may change every unit.
    static func list(
        after: ID<ReorganizationDraft>?, limit: Int, as viewer: Viewer, _ tx: Transaction
    ) throws -> [ReorganizationDraft] {
        let start: Query = after.map { "and r.id < \($0)" } ?? .empty
        return try tx.rows(
            "\(selection) where \(try visible(viewer, tx)) \(start) order by r.id desc limit \(limit)"
        ) { row in try draft(&row) }
    }

    /// - Throws: ``Missing``.
    static func draft(
        _ id: ID<ReorganizationDraft>, as viewer: Viewer, _ tx: Transaction
    ) throws -> ReorganizationDraft {
        let found = try tx.first("\(selection) where r.id = \(id) and \(try visible(viewer, tx))") { row in
            try draft(&row)
        }
        guard let found else { throw Missing() }
        return found
    }

    static func steps(of id: ID<ReorganizationDraft>, _ tx: Transaction) throws -> [ReorganizationStep] {
        try tx.rows(
            """
            select s.id, s.kind, s.unit_id, s.target_id, s.person_id, s.name, u.names, t.names, p.name
            from reorganization_steps s left join unit_paths u on u.unit_id = s.unit_id
            left join unit_paths t on t.unit_id = s.target_id left join people p on p.id = s.person_id
            where s.reorganization_id = \(id) order by s.id
            """
        ) { row in
            let (id, kind) = (try row.value(ID<ReorganizationStep>.self), try row.value(String.self))
            return ReorganizationStep(
                id: id, kind: ReorganizationStep.Kind(rawValue: kind) ?? .move, unit: try row.value(),
                target: try row.value(), person: try row.value(), name: try row.value(), unitName: try row.value(),
                targetName: try row.value(), personName: try row.value())
        }
    }

    /// Posts on a day in some units and below them, and those of some people wherever they are.
    static func members(
        of units: Set<ID<OrgUnit>>, and people: [ID<Person>], on day: Day, _ tx: Transaction
    ) throws -> [(person: ID<Person>, unit: ID<OrgUnit>)] {
        var found: [(person: ID<Person>, unit: ID<OrgUnit>)] = []
        let holds: Query = "a.starts_on <= \(day) and (a.ends_before is null or a.ends_before > \(day))"
        for chunk in units.sorted().chunks(of: 5_000) {
            try tx.each("select a.person_id, a.unit_id from assignments a where a.unit_id in \(chunk) and \(holds)") {
                row in found.append((try row.value(), try row.value()))
            }
        }
        let others = try tx.rows(
            "select a.person_id, a.unit_id from assignments a where a.person_id in \(people) and \(holds)"
        ) { row in (person: try row.value(ID<Person>.self), unit: try row.value(ID<OrgUnit>.self)) }
        return found + others.filter { !units.contains($0.unit) }
    }

    /// Who has rights over the people of one unit and below it on a day.
    static func grants(on day: Day, _ tx: Transaction) throws -> [(holder: ID<Account>, unit: ID<OrgUnit>)] {
        try tx.rows(
            """
            select distinct r.account_id, r.unit_id from account_roles r join accounts c on c.id = r.account_id
            where r.unit_id <> 0 and c.is_active = 1 and (r.until_day is null or r.until_day >= \(day))
            """
        ) { row in (try row.value(), try row.value()) }
    }

    private static let selection: Query = """
        select r.id, r.name, r.takes_effect, r.state, r.remark, r.account_name,
            (select count(*) from reorganization_steps s where s.reorganization_id = r.id)
        from reorganizations r
        """

    private static func visible(_ viewer: Viewer, _ tx: Transaction) throws -> Query {
        try UnitScope(viewer, .editUnits, tx).isEverything ? "1 = 1" : "r.account_id = \(viewer.account)"
    }

    private static func draft(_ row: inout Row) throws -> ReorganizationDraft {
        let (id, name, day) = (
            try row.value(ID<ReorganizationDraft>.self), try row.value(String.self), try row.value(Day.self)
        )
        let state = ReorganizationDraft.State(rawValue: try row.value(String.self)) ?? .discarded
        return ReorganizationDraft(
            id: id, name: name, day: day, state: state, remark: try row.value(), by: try row.value(),
            steps: try row.value())
    }
}

extension Reorganisation {
    /// What the steps of a draft come to on a day.
    /// - Parameter units: the unit of each person's primary post on that day.
    init(_ steps: [ReorganizationStep], on day: Day, units: [ID<Person>: ID<OrgUnit>]) {
        self.init(day: day)
        for step in steps {
            switch (step.kind, step.unit, step.target) {
            case (.move, let unit?, let target): moves[unit] = .some(target)
            case (.rename, let unit?, _): names[unit] = step.name
            case (.merge, let unit?, let target?): mergers[unit] = target
            case (.close, let unit?, _): closures.insert(unit)
            case (.person, _, let target?):
                if let person = step.person, let from = units[person] {
                    people[person] = Transfer(from: from, to: target)
                }
            default: continue
            }
        }
    }
}
