import Kernel
import SQL

/// Reading and writing settings inside a transaction. Outside of one ask ``House/setting(_:)``, which costs nothing.
package enum Settings {
    /// What is set, or what it is at first.
    package static func value<Value>(of setting: Setting<Value>, _ tx: Transaction) throws -> Value {
        let stored = try tx.value("select value from settings where code = \(setting.code)", as: String.self)
        return stored.flatMap { Value(stored: $0) } ?? setting.initial
    }

    package static func set<Value>(
        _ setting: Setting<Value>, _ value: Value, by account: ID<Account>, at now: Instant, _ tx: Transaction
    ) throws {
        try set([(setting.code, value.stored)], by: account, at: now, tx)
    }

    static func set(
        _ values: [(code: String, stored: String)], by account: ID<Account>, at now: Instant, _ tx: Transaction
    ) throws {
        try tx.insert(
            into: "settings", ["code", "value", "changed_at", "changed_by"],
            values: values.flatMap { [$0.code.sqlValue, $0.stored.sqlValue, now.sqlValue, account.sqlValue] },
            ending: """
                on conflict (code) do update set value = excluded.value, changed_at = excluded.changed_at,
                    changed_by = excluded.changed_by
                """)
    }

    /// Everything that is set.
    static func all(_ tx: Transaction) throws -> [String: String] {
        Dictionary(
            uniqueKeysWithValues: try tx.rows("select code, value from settings") { row in
                (try row.value(String.self), try row.value(String.self))
            })
    }
}

extension House {
    /// What is set, from memory: right away for changes made by this process, within seconds for those of others.
    package func setting<Value>(_ setting: Setting<Value>) -> Value { settings.value(of: setting) }
}
