import Kernel
import SQL
import Shell

extension Capability {
    /// Metrics: defining them and sending their values.
    package static let editFacts = Capability(
        "facts.edit", Phrase(zh: "维护指标数据", en: "Maintain metrics"), reaches: [.company], showsFields: false)
}

/// Metrics and snapshots, as pieces of the room.
enum RetentionFacts {
    static let migrations: [Migration] = [.metrics, .snapshots]
    static let capabilities: [Capability] = [.editFacts]
    static let grants: [DefaultGrant] = DefaultGrant.each([.hr], .editFacts)
}
