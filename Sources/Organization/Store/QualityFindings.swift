import Kernel
import SQL

/// Every finding of a day: one question brings the facts of everybody, and the rules are asked of each row.
struct QualityFindings: Sendable, SizedFigure {
    struct Found: Sendable {
        let person: ID<Person>
        let checks: CheckSet
    }

    /// People with at least one finding, in the order of names.
    private(set) var found: [Found] = []
    private(set) var checked = 0

    var bytes: Int { found.count * MemoryLayout<Found>.stride }

    /// - Parameter only: one person instead of everybody.
    init(on day: Day, only person: ID<Person>? = nil, _ tx: Transaction) throws {
        let shared = try Shared(person, tx)
        let circles = try Self.circles(tx)
        let tops = Set(
            try tx.rows(
                "select head_id from unit_paths where head_id is not null and (depth = 0 or kind = 'company')"
            ) { row in try row.value(ID<Person>.self) })
        let filter: Query = person.map { "where s.person_id = \($0)" } ?? .empty
        var checks: [ID<Person>: CheckSet] = [:]
        let rules = Array(QualityCheck.allCases.enumerated())
        // In no order: walking the tables as they lie is several times as fast as by name.
        try tx.each(
            """
            select s.person_id, s.number, coalesce(s.kind, 'full'), s.hired_on, s.last_day,
                case when x.id is null then 0 else 1 end, case when s.unit_id is null then 0 else 1 end,
                coalesce(u.is_open, 0), case when s.position_id is null then 0 else 1 end,
                case when s.manager_id is null then 0 when m.is_employed = 1 then 1 else 2 end,
                p.gender, p.birthday, case when p.identity_sealed is null then 0 else 1 end, p.identity_birthday,
                p.identity_gender,
                case when exists (
                    select 1 from person_contacts c where c.person_id = s.person_id and c.kind = 'phone')
                    or s.work_phone is not null then 1 else 0 end,
                case when exists (select 1 from emergency_contacts g where g.person_id = s.person_id)
                    then 1 else 0 end,
                case when p.bank_sealed is null then 0 else 1 end, s.probation_end, s.confirmed_on, s.contract_kind,
                s.contract_start, s.contract_last, k.last_day, s.first_signed, d.expires_on
            from staff s join people p on p.id = s.person_id
            left join separations x on x.employment_id = s.employment_id and s.last_day is not null
            left join unit_paths u on u.unit_id = s.unit_id
            left join staff m on m.person_id = s.manager_id
            left join contracts k on k.id = s.contract_id
            left join (\(Self.expiries)) d on d.person_id = s.person_id
            \(filter)
            """
        ) { row in
            let id: ID<Person> = try row.value()
            var facts = try PersonFacts(&row)
            if circles.contains(id) { facts.manager = .circular }
            facts.isTop = tops.contains(id)
            facts.othersWithIdentity = shared.identities[id] ?? 0
            facts.othersWithPhone = shared.phones[id] ?? 0
            facts.othersWithMail = shared.mails[id] ?? 0
            checked += 1
            var found = CheckSet.none
            for (place, check) in rules where check.applies(to: facts, on: day) {
                found.insert(place: place)
            }
            if !found.isEmpty { checks[id] = found }
        }
        found.reserveCapacity(checks.count)
        try tx.each("select s.person_id from staff s \(filter) order by s.sort_key, s.person_id") { row in
            let id: ID<Person> = try row.value()
            if let checks = checks[id] { found.append(Found(person: id, checks: checks)) }
        }
    }

    /// A newer document of the same kind takes the place of an older one; others stand for themselves. That one runs
    /// out is told with the personal fields, what is in it is not; pay documents are left out.
    private static let expiries: Query = """
        select l.person_id, min(l.expires_on) as expires_on from (
            select person_id, max(expires_on) as expires_on from documents
            where expires_on is not null and field_class <> 'pay'
            group by person_id, kind, case when kind = 'other' then id else 0 end) l
        group by l.person_id
        """

    /// Those without a reporting line whose managers lead back to themselves.
    private static func circles(_ tx: Transaction) throws -> Set<ID<Person>> {
        var managers: [ID<Person>: ID<Person>] = [:]
        try tx.each(
            """
            select person_id, manager_id from staff
            where line_path is null and status <> 'left' and manager_id is not null
            """
        ) { row in managers[try row.value()] = try row.value() }
        return Set(ReportingLines(managers).circles)
    }

    /// How many others have the same; only people who share something are in it.
    private struct Shared {
        var identities: [ID<Person>: Int] = [:]
        var phones: [ID<Person>: Int] = [:]
        var mails: [ID<Person>: Int] = [:]

        init(_ person: ID<Person>?, _ tx: Transaction) throws {
            let people: Query = person.map { "p.id = \($0)" } ?? "1 = 1"
            let contacts: Query = person.map { "p.person_id = \($0)" } ?? "1 = 1"
            identities = try Self.read(
                """
                select p.id, d.others from people p join (
                    select identity_index, count(*) - 1 as others from people where identity_index is not null
                    group by identity_index having count(*) > 1) d on d.identity_index = p.identity_index
                where \(people)
                """, tx)
            phones = try Self.contacts("phone", contacts, tx)
            mails = try Self.contacts("mail", contacts, tx)
            let work = try Self.read(
                """
                select p.id, d.others from people p join (
                    select work_mail, count(*) - 1 as others from people where work_mail is not null
                    group by work_mail having count(*) > 1) d on d.work_mail = p.work_mail
                where \(people)
                """, tx)
            mails.merge(work) { max($0, $1) }
        }

        private static func contacts(
            _ kind: String, _ people: Query, _ tx: Transaction
        ) throws -> [ID<Person>: Int] {
            try read(
                """
                select p.person_id, max(d.others) from person_contacts p join (
                    select address, count(distinct person_id) - 1 as others from person_contacts
                    where kind = \(kind) group by address having count(*) > 1) d on d.address = p.address
                where p.kind = \(kind) and d.others > 0 and \(people) group by p.person_id
                """, tx)
        }

        private static func read(_ query: Query, _ tx: Transaction) throws -> [ID<Person>: Int] {
            var counts: [ID<Person>: Int] = [:]
            try tx.each(query) { row in counts[try row.value()] = try row.value(Int.self) }
            return counts
        }
    }
}

extension PersonFacts {
    /// The columns of ``QualityFindings`` after the id.
    fileprivate init(_ row: inout Row) throws {
        self.init()
        (number, kind, hireDay) = (try row.value(), try row.value(), try row.value())
        (lastDay, hasSeparation) = (try row.value(), try row.value())
        (hasUnit, isUnitOpen, hasPosition) = (try row.value(), try row.value(), try row.value())
        manager =
            switch try row.value(Int.self) {
            case 0: .none
            case 1: .employed
            default: .left
            }
        (gender, birthday, hasIdentity) = (try row.value(), try row.value(), try row.value())
        (identityBirthday, identityGender) = (try row.value(), try row.value())
        (hasPhone, hasEmergencyContact, hasBankAccount) = (try row.value(), try row.value(), try row.value())
        (probationEnd, confirmationDay) = (try row.value(), try row.value())
        (contractKind, contractStart, contractLast) = (try row.value(), try row.value(), try row.value())
        agreedLast = try row.value()
        (firstSigned, documentExpires) = (try row.value(), try row.value())
    }
}
