import Kernel
import Organization
import SQL
import Shell

/// What replacing a leaver costs as a multiple of yearly pay, by level; people on key positions have one of their own.
struct CostMultiples: Codable, Hashable, Sendable {
    /// As the source has them, until the company says otherwise.
    static let usual = Rate.percent(150)
    static let usualForKey = Rate.percent(500)

    /// For every level without one of its own.
    var ordinary = usual
    var key = usualForKey
    /// By the id of the level.
    var levels: [Int64: Rate] = [:]

    func multiple(of level: Int64?, isKey: Bool) -> Rate {
        isKey ? key : level.flatMap { levels[$0] } ?? ordinary
    }

    init() {}

    init(_ tx: Transaction) throws {
        try tx.each("select level_id, multiple from turnover_multiples") { row in
            let (level, multiple) = (try row.value(Int64.self), Rate(billionths: try row.value()))
            switch level {
            case Self.ordinaryRow: ordinary = multiple
            case Self.keyRow: key = multiple
            default: levels[level] = multiple
            }
        }
    }

    func save(_ tx: Transaction) throws {
        try tx.execute("delete from turnover_multiples")
        var values: [SQLValue] = [
            Self.ordinaryRow.sqlValue, ordinary.billionths.sqlValue, Self.keyRow.sqlValue, key.billionths.sqlValue,
        ]
        for (level, multiple) in levels.sorted(by: { $0.key < $1.key }) {
            values += [level.sqlValue, multiple.billionths.sqlValue]
        }
        try tx.insert(into: "turnover_multiples", ["level_id", "multiple"], values: values)
    }

    private static let ordinaryRow: Int64 = 0
    private static let keyRow: Int64 = -1
}

/// As JSON: multiples of levels by the id of the level.
extension CostMultiples {
    private enum Key: String, CodingKey {
        case ordinary, key, levels
    }

    init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        ordinary = try members.decode(Rate.self, forKey: .ordinary)
        key = try members.decode(Rate.self, forKey: .key)
        for (id, multiple) in try members.decode([String: Rate].self, forKey: .levels) {
            if let level = Int64(id) { levels[level] = multiple }
        }
    }

    func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        try members.encode(ordinary, forKey: .ordinary)
        try members.encode(key, forKey: .key)
        let named = Dictionary(uniqueKeysWithValues: levels.map { (String($0.key), $0.value) })
        try members.encode(named, forKey: .levels)
    }
}

/// Mean monthly pay of the people of a level, where there are enough of them not to be recognised.
struct LevelPay: Sendable, Hashable {
    let people: Int
    let monthly: Money

    var yearly: Money? { try? monthly * 12 }

    /// Of the people employed at the end of a day; those without a level under nil.
    static func all(on day: Day, _ tx: Transaction) throws -> [ID<Level>?: LevelPay] {
        var found: [ID<Level>?: LevelPay] = [:]
        try tx.each(
            """
            select a.level_id, count(*), cast(sum(p.monthly) as bigint)
            from employments e
            join assignments a on a.employment_id = e.id and a.role = 'primary' and a.starts_on <= \(day)
                and (a.ends_before is null or a.ends_before > \(day))
            join pay_rates p on p.person_id = e.person_id and p.starts_on <= \(day)
                and (p.ends_before is null or p.ends_before > \(day))
            where e.hired_on <= \(day) and (e.last_day is null or e.last_day >= \(day))
            group by a.level_id
            """
        ) { row in
            let (level, people): (ID<Level>?, Int) = (try row.value(), try row.value())
            let sum = Money(fen: try row.value())
            guard people >= SmallGroups.least,
                let mean = try? sum.multiplied(by: Fraction(1, over: Int128(people)), rounding: .halfAwayFromZero)
            else { return }
            found[level] = LevelPay(people: people, monthly: mean)
        }
        return found
    }
}
