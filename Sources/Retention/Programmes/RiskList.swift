import Kernel
import Markup
import Organization
import SQL
import Shell

/// What the list of risks is narrowed to.
struct RiskFilter: Sendable {
    var programme = "employees"
    var tier: RiskTier?
    var unit: ID<OrgUnit>?
    /// Only whose tier is higher than in the last run.
    var hasRisen = false
    /// Only these people; nil for everybody.
    var people: [Int64]?

    static let fields = [
        FormField("q", .text(maximum: 100), Phrase(zh: "姓名、拼音、工号", en: "Name, pinyin, number")),
        FormField(
            "programme", .choice(Population.allCases.map { Choice($0.rawValue, $0.name) }), RiskWords.programme),
        FormField(
            "tier", .choice(RiskTier.allCases.reversed().map { Choice($0.rawValue, $0.name) }), RiskWords.tier),
        FormField("unit", .text(), Phrase(zh: "部门（名称或编号）", en: "Unit, by name or id")),
        FormField(
            "change", .choice([Choice("risen", Phrase(zh: "层级上升", en: "Tier has risen"))]), RiskWords.changed),
    ]

    /// Nothing but the programme is asked for.
    var isWhole: Bool { tier == nil && unit == nil && !hasRisen && people == nil }

    init() {}

    /// - Throws: ``Missing`` for words no filter has.
    init(_ query: FormFields, _ viewer: Viewer, _ tx: Transaction) throws {
        if let word = query["programme"] {
            guard let population = Population(rawValue: word) else { throw Missing() }
            programme = population.rawValue
        }
        if let word = query["tier"] {
            guard let found = RiskTier(rawValue: word) else { throw Missing() }
            tier = found
        }
        if let word = query["change"] {
            guard word == "risen" else { throw Missing() }
            hasRisen = true
        }
        if let word = query["unit"] {
            unit =
                try ID<OrgUnit>(word)
                ?? tx.value(
                    "select unit_id from unit_paths where name = \(word) order by is_open desc, depth, path limit 1",
                    as: ID<OrgUnit>.self)
            if unit == nil { people = [] }
        }
        if let text = query["q"] {
            people = try Directory.search(text, limit: 50, as: viewer, tx).map(\.id.rawValue)
        }
    }
}

/// One person on the list of risks.
struct RiskRow: Sendable, Codable {
    let person: ID<Person>
    /// As the viewer counts: without a gap where oneself would stand.
    fileprivate(set) var place: Int
    let name: String
    let number: String
    let unit: String?
    let position: String?
    let tier: RiskTier
    /// Nil while signals are counted, and for the unknown.
    let probability: Double?
    let low: Double?
    let high: Double?
    let change: Double?
    let hasRisen: Bool
    let drivers: [DriverLine]
    /// Twelve times the monthly pay; nil for viewers who do not see pay.
    let yearlyPay: Money?
    let seesPay: Bool
    /// An item about this risk waits in somebody's inbox.
    let isOpen: Bool
}

/// The list of risks, as it lies ready since the last run.
enum RiskList {
    struct Page: Sendable {
        let rows: [RiskRow]
        /// The place the next page begins after.
        let next: Int?
        /// Nil when counting would cost more than the page.
        let count: Int?
    }

    static let length = 50

    /// Columns that say which classes of fields the viewer sees of `staff s`, in the order of ``told``.
    static func seenClasses(_ viewer: Viewer) -> Query {
        told.dropFirst().reduce(into: seenClass(told[0], viewer)) { all, fieldClass in
            all += ", "
            all += seenClass(fieldClass, viewer)
        }
    }

    private static func seenClass(_ fieldClass: FieldClass, _ viewer: Viewer) -> Query {
        "case when \(Visibility.condition(viewer, .readPeople, showing: fieldClass)) then 1 else 0 end"
    }

    /// Classes a fact may belong to, beside the public one.
    private static let told: [FieldClass] = [.work, .personal, .sensitive, .pay]

    /// Reads ``seenClasses(_:)``.
    static func classes(_ row: inout Row) throws -> Set<FieldClass> {
        var seen: Set<FieldClass> = [.public]
        for fieldClass in told where try row.value(Bool.self) { seen.insert(fieldClass) }
        return seen
    }

    /// Whom the viewer may see the risk of: never oneself.
    static func visible(_ viewer: Viewer) -> Query {
        let seen = Visibility.condition(viewer, .readRisk, showing: .risk)
        guard let subject = viewer.subject else { return seen }
        return seen == everybody ? "s.person_id <> \(subject)" : "(" + seen + ") and s.person_id <> \(subject)"
    }

    static let everybody: Query = "1 = 1"

    /// - Parameter after: the last place of the page before.
    static func page(
        _ filter: RiskFilter, _ run: RiskRuns.Line, after: Int = 0, limit: Int = length, today: Day,
        as viewer: Viewer, _ tx: Transaction
    ) throws -> Page {
        var scores: [Query] = ["r.run_id = \(run.id)"]
        if let tier = filter.tier { scores.append("r.tier = \(tier)") }
        // Spelled out: an index holds only these.
        if filter.hasRisen { scores.append("r.has_risen = 1") }
        let narrowing = try narrowing(filter, viewer, tx)
        // Joined crosswise, so that the table that leads is the one that is named first.
        let (source, count) = try source(filter, run, narrowing, scores, viewer, tx)
        let paySeen = Visibility.condition(viewer, .readPeople, showing: .pay)
        // A gap in the places would tell one's own tier, and nearly the probability.
        let own = try viewer.subject.flatMap {
            try tx.value("select place from risk_scores where run_id = \(run.id) and subject_id = \($0)", as: Int.self)
        }
        let reached = own.map { after < $0 ? after : after + 1 } ?? after
        let found = try tx.rows(
            """
            select s.person_id, r.place, s.name, s.number, s.unit_name, s.position, r.tier, r.probability, r.low, r.high,
                r.change, r.has_risen, r.drivers, \(seenClasses(viewer)),
                case when \(paySeen) then (
                    select p.monthly from pay_rates p where p.person_id = s.person_id and p.starts_on <= \(today)
                    order by p.starts_on desc limit 1) end,
                case when exists (
                    select 1 from inbox_notices n where n.done_at is null
                        and n.key = \(RiskAlerts.prefix(filter.programme)) || cast(s.person_id as text)) then 1 else 0 end
            from (
                select r.subject_id, r.place from \(source)
                where s.person_id = r.subject_id and \(Query.all(of: scores)) and \(narrowing) and r.place > \(reached)
                order by r.place limit \(limit + 1)) f
            join risk_scores r on r.run_id = \(run.id) and r.subject_id = f.subject_id
            join staff s on s.person_id = f.subject_id order by f.place
            """
        ) { row in try RiskRow(&row) }
        let rows = found.prefix(limit).map { row in
            var row = row
            if let own, own < row.place { row.place -= 1 }
            return row
        }
        return Page(rows: rows, next: found.count > limit ? rows.last?.place : nil, count: count)
    }

    private static func narrowing(_ filter: RiskFilter, _ viewer: Viewer, _ tx: Transaction) throws -> Query {
        var parts = [visible(viewer)]
        if let unit = filter.unit {
            parts.append(
                """
                s.unit_path >= (select path from unit_paths where unit_id = \(unit))
                and s.unit_path < (select path_end from unit_paths where unit_id = \(unit))
                """)
        }
        if let people = filter.people { parts.append("s.person_id in \(people)") }
        return .all(of: parts)
    }

    /// Which table leads. Large parts of the company are read by place until a page is full; small ones are gathered
    /// from the staff list first, so that nobody's page walks past a hundred thousand others.
    private static func source(
        _ filter: RiskFilter, _ run: RiskRuns.Line, _ narrowing: Query, _ scores: [Query], _ viewer: Viewer,
        _ tx: Transaction
    ) throws -> (Query, Int?) {
        let byPlace: Query = "risk_scores r cross join staff s"
        let isWhole =
            filter.unit == nil && filter.people == nil
            && Visibility.condition(viewer, .readRisk, showing: .risk) == everybody
        let joined: Query = "s.person_id = r.subject_id"
        if isWhole {
            var count: Int? = filter.tier.map { run.count($0) } ?? run.people
            if filter.hasRisen {
                count = try tx.value(
                    "select count(*) from risk_scores r where \(Query.all(of: scores))", as: Int.self)
            }
            // Oneself stands in the run but not on one's list.
            if let subject = viewer.subject, let known = count {
                let own = try tx.value(
                    """
                    select 1 from risk_scores r where \(Query.all(of: scores)) and r.subject_id = \(subject)
                    """, as: Int.self)
                count = known - (own ?? 0)
            }
            return (byPlace, count)
        }
        let size = try tx.value(
            "select count(*) from (select 1 as one from staff s where \(narrowing) limit 4001) few", as: Int.self)
        guard let size, size <= 4_000 else { return (byPlace, nil) }
        let count = try tx.value(
            """
            select count(*) from staff s cross join risk_scores r
            where \(joined) and \(Query.all(of: scores)) and \(narrowing)
            """, as: Int.self)
        return ("staff s cross join risk_scores r", count)
    }
}

extension RiskRow {
    fileprivate init(_ row: inout Row) throws {
        (person, place) = (try row.value(), try row.value())
        (name, number, unit, position) = (try row.value(), try row.value(), try row.value(), try row.value())
        (tier, probability, low, high) = (try row.value(), try row.value(), try row.value(), try row.value())
        (change, hasRisen) = (try row.value(), try row.value())
        let lines = DriverLine.lines(try row.value())
        let classes = try RiskList.classes(&row)
        drivers = lines.map { $0.seen(with: classes) }
        seesPay = classes.contains(.pay)
        yearlyPay = try row.value(Money?.self).map { Money(fen: $0.fen * 12) }
        isOpen = try row.value()
    }
}
