import Kernel
import SQL

/// One thing an administrator can set, with its words and what it is at first.
package struct Setting<Value: SettingValue>: Sendable {
    /// Stored, never renamed.
    package let code: String
    package let name: Phrase
    package let hint: Phrase?
    package let initial: Value

    package init(_ code: String, _ name: Phrase, hint: Phrase? = nil, initial: Value) {
        self.code = code
        self.name = name
        self.hint = hint
        self.initial = initial
    }
}

extension Setting<Bool> {
    /// Only ever switched on by the command that makes demonstration accounts.
    package static let demonstration = Setting(
        "demonstration", Phrase(zh: "演示模式", en: "Demonstration"), initial: false)
}

/// Reading and writing settings.
package enum Settings {
    /// What is set, or what it is at first.
    package static func value<Value>(of setting: Setting<Value>, _ tx: Transaction) throws -> Value {
        let stored = try tx.value("select value from settings where code = \(setting.code)", as: String.self)
        return stored.flatMap { Value(stored: $0) } ?? setting.initial
    }

    package static func set<Value>(
        _ setting: Setting<Value>, _ value: Value, by account: ID<Account>, at now: Instant, _ tx: Transaction
    ) throws {
        try tx.execute(
            """
            insert into settings (code, value, changed_at, changed_by)
            values (\(setting.code), \(value.stored), \(now), \(account))
            on conflict (code) do update set value = excluded.value, changed_at = excluded.changed_at,
                changed_by = excluded.changed_by
            """)
    }
}
