/// A key in the spelling of the file (`roc_auc`) or of the type (`rocAUC`).
struct JSONKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }

    /// `rocAUC` → `roc_auc`, `eceBefore` → `ece_before`.
    init(snakeCased name: String) {
        var result = ""
        var previousIsCapital = true
        for character in name {
            if character.isUppercase, !previousIsCapital { result.append("_") }
            previousIsCapital = character.isUppercase
            result += character.lowercased()
        }
        stringValue = result
    }

    /// `roc_auc` → `rocAUC`, `ece_before` → `eceBefore`.
    init(camelCased name: String) {
        let parts = name.split(separator: "_").map(String.init)
        let rest = parts.dropFirst().map {
            Self.acronyms.contains($0) ? $0.uppercased() : $0.prefix(1).uppercased() + $0.dropFirst()
        }
        stringValue = (parts.prefix(1) + rest).joined()
    }

    private static let acronyms: Set<String> = ["auc"]
}
