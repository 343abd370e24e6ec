import Kernel

/// One thing the check of a frame found, with what was done about it.
public struct HygieneFinding: Sendable, Codable, Equatable {
    /// What happened to the column.
    public enum Action: String, Sendable, Codable {
        /// Not used for learning.
        case dropped
        /// Used in another form.
        case converted
        /// Used as it is; a person should look.
        case flagged
    }

    public enum Cause: String, Sendable, Codable, CaseIterable {
        case requested, constant, identifier, leakageByName, leakageByValue, leakageByMissing, copy, mostlyMissing
        case tooManyLevels, day, afterSnapshot, asCategory, duplicateRows
    }

    /// The column; nil when the finding is about rows.
    public let column: String?
    public let action: Action
    public let cause: Cause
    public let reason: Phrase

    public init(column: String?, action: Action, cause: Cause, reason: Phrase) {
        self.column = column
        self.action = action
        self.cause = cause
        self.reason = reason
    }
}
