import Kernel
import SQL
import Shell

extension PersonStore {
    static func employments(of person: ID<Person>, _ tx: Transaction) throws -> [Employment] {
        try tx.rows(
            "select \(Employment.columns) from employments where person_id = \(person) order by hired_on"
        ) { row in try Employment(&row) }
    }

    static func posts(of person: ID<Person>, _ tx: Transaction) throws -> [PostRow] {
        try tx.rows(
            """
            select a.id, a.employment_id, a.role, a.cause, a.starts_on, a.ends_before, a.unit_id,
                coalesce(f.name, u.name, ''), o.name, l.name, a.manager_id, m.name, a.share
            from assignments a
            left join unit_facts f on f.unit_id = a.unit_id and f.starts_on = (
                select max(g.starts_on) from unit_facts g where g.unit_id = a.unit_id and g.starts_on <= a.starts_on)
            left join unit_paths u on u.unit_id = a.unit_id
            left join positions o on o.id = a.position_id left join levels l on l.id = a.level_id
            left join people m on m.id = a.manager_id
            where a.person_id = \(person) order by a.starts_on, a.id
            """
        ) { row in
            PostRow(
                id: try row.value(), employment: try row.value(), role: try row.value(), cause: try row.value(),
                days: try row.days(), unit: try row.value(), unitName: try row.value(), position: try row.value(),
                level: try row.value(), manager: try row.value(), managerName: try row.value(),
                share: try row.value())
        }
    }

    static func contracts(of person: ID<Person>, _ tx: Transaction) throws -> [Contract] {
        try tx.rows(
            "select \(Contract.columns) from contracts where person_id = \(person) order by starts_on, id"
        ) { row in try Contract(&row) }
    }

    static func separations(of person: ID<Person>, _ tx: Transaction) throws -> [Separation] {
        try tx.rows(
            "select \(Separation.columns) from separations where person_id = \(person) order by last_day"
        ) { row in try Separation(&row) }
    }

    /// Those of some classes.
    static func documents(
        of person: ID<Person>, _ classes: Set<FieldClass>, _ tx: Transaction
    ) throws -> [Document] {
        try tx.rows(
            """
            select id, person_id, kind, file_name, hash, byte_count, added_at, expires_on, field_class
            from documents where person_id = \(person) and field_class in \(classes.map(\.rawValue).sorted())
            order by added_at, id
            """
        ) { row in
            Document(
                id: try row.value(), person: try row.value(), kind: try row.value(), fileName: try row.value(),
                hash: try row.value(), byteCount: try row.value(), added: try row.value(), expires: try row.value(),
                fieldClass: FieldClass(rawValue: try row.value()) ?? .sensitive)
        }
    }

    static func payRates(of person: ID<Person>, _ tx: Transaction) throws -> [PayRate] {
        try tx.rows(
            "select starts_on, ends_before, monthly, remark from pay_rates where person_id = \(person) order by starts_on"
        ) { row in PayRate(days: try row.days(), monthly: try row.value(), remark: try row.value()) }
    }

    static func paidMonths(of person: ID<Person>, _ tx: Transaction) throws -> [PaidMonth] {
        let items = try tx.rows(
            """
            select month, item, amount from pay_months where person_id = \(person)
            order by month desc, item limit 2000
            """
        ) { row in
            (month: try row.value(Month.self), item: try row.value(String.self), amount: try row.value(Money.self))
        }
        return Dictionary(grouping: items, by: \.month).sorted { $0.key > $1.key }.map { month, items in
            PaidMonth(month: month, items: items.map { PaidMonth.Item(code: $0.item, amount: $0.amount) })
        }
    }

    static func customValues(
        of person: ID<Person>, _ classes: Set<FieldClass>, _ tx: Transaction
    ) throws -> [CustomValue] {
        try tx.rows(
            """
            select \(CustomField.columns), v.content from custom_values v join custom_fields f on f.id = v.field_id
            where v.person_id = \(person) and f.is_retired = 0
                and f.field_class in \(classes.map(\.rawValue).sorted())
            order by f.place, f.id
            """
        ) { row in CustomValue(field: try CustomField(&row), content: try row.value()) }
    }
}
