import Kernel
import SQL
import Shell

/// A custom field as its list shows it.
struct CustomFieldRow: Codable, Hashable, Sendable {
    let field: CustomField
    let place: Int
    let retired: Bool
    /// People with a value.
    let values: Int
}

/// Custom fields as they are stored.
enum CustomFieldStore {
    /// In their order.
    static func all(showsRetired: Bool, _ tx: Transaction) throws -> [CustomFieldRow] {
        try rows(showsRetired ? "1 = 1" : "f.is_retired = 0", tx)
    }

    /// - Throws: ``Missing``.
    static func field(_ id: ID<CustomField>, _ tx: Transaction) throws -> CustomFieldRow {
        guard let found = try rows("f.id = \(id)", tx).first else { throw Missing() }
        return found
    }

    private static func rows(_ condition: Query, _ tx: Transaction) throws -> [CustomFieldRow] {
        try tx.rows(
            """
            select \(CustomField.columns), f.place, f.is_retired, coalesce(v.filled, 0)
            from custom_fields f left join (
                select field_id, count(*) as filled from custom_values group by field_id) v on v.field_id = f.id
            where \(condition) order by f.place, f.id limit 500
            """
        ) { row in
            CustomFieldRow(
                field: try CustomField(&row), place: try row.value(), retired: try row.value(),
                values: try row.value())
        }
    }
}
