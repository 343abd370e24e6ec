import Kernel
import Shell

extension SheetField {
    /// The column as the import takes it.
    /// - Parameter prefixes: words that many systems put in front of every heading of such a sheet.
    func importField(prefixes: [String]) -> ImportField {
        ImportField(
            code, importKind, label, synonyms: synonyms + prefixes.flatMap { prefix in words.map { prefix + $0 } },
            fieldClass, isRequired: need == .required)
    }

    private var importKind: ImportField.Kind {
        switch kind {
        case .text: code == "number" || code == "identity_number" ? .code : .text()
        case .name: .name
        case .day: .day
        case .month: .month
        case .money, .decimal: .money
        case .count: .integer(0...9_999)
        case .rate: .rate
        case .identityNumber: .identityNumber
        case .phone: .phone
        case .mail: .mail
        case .bankCard: .bankCard
        case .unitPath, .person: .text()
        case .words(let words):
            .choice(words.entries.map { ImportWord($0.value, $0.label, synonyms: $0.synonyms) })
        }
    }
}

extension SheetVocabulary {
    /// The columns an import takes; the rest is shown as not taken.
    func importFields(without left: Set<String> = []) -> [ImportField] {
        let prefixes = code == "pay" ? ["本月", "当月"] : ["员工"]
        return fields.filter { !left.contains($0.code) }.map { $0.importField(prefixes: prefixes) }
    }
}
