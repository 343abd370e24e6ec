/// The two spellings of a key: `roc_auc` in the file, `rocAUC` in the type.
///
/// Both sort alike: an underscore and a capital both come before every small letter and after every digit.
enum JSONKey {
    /// `rocAUC` → `roc_auc`, `eceBefore` → `ece_before`.
    static func snakeCase(_ name: String) -> String {
        var result = ""
        var previousIsCapital = true
        for character in name {
            if character.isUppercase, !previousIsCapital { result.append("_") }
            previousIsCapital = character.isUppercase
            result += character.lowercased()
        }
        return result
    }

    /// `roc_auc` → `rocAUC`, `ece_before` → `eceBefore`.
    static func camelCase(_ name: String) -> String {
        let parts = name.split(separator: "_").map(String.init)
        let rest = parts.dropFirst().map {
            acronyms.contains($0) ? $0.uppercased() : $0.prefix(1).uppercased() + $0.dropFirst()
        }
        return (parts.prefix(1) + rest).joined()
    }

    private static let acronyms: Set<String> = ["auc"]
}
