import Kernel

/// One thing the machine's administrator may decide: in the environment or in the configuration file, never in a page.
package struct ConfigurationKey: Sendable {
    /// `data_folder`: how the file calls it.
    package let name: String
    package let kind: ConfigurationKind
    /// What holds when nobody says otherwise; nil for what is off until it is set.
    package let initial: String?
    package let explanation: Phrase
    /// Its value is never printed, and may come from a file of its own.
    package let isSecret: Bool

    init(
        _ name: String, _ kind: ConfigurationKind, initial: String? = nil, isSecret: Bool = false,
        _ explanation: Phrase
    ) {
        self.name = name
        self.kind = kind
        self.initial = initial
        self.isSecret = isSecret
        self.explanation = explanation
    }

    /// `TENURE_DATA_FOLDER`
    package var variable: String { Self.prefix + name.uppercased() }

    static let prefix = "TENURE_"
    /// What follows the name of a secret whose value stands in a file.
    static let fileEnding = "_file"
}
