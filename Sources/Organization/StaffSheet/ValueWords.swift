import Kernel

/// The words people write for the values of one closed list: 男, 男性, M, Male for ``Gender/male``.
package struct ValueWords: Hashable, Sendable {
    package struct Entry: Hashable, Sendable {
        /// As stored.
        package let value: String
        package let label: Phrase
        package let synonyms: [String]
    }

    /// `gender`, `employment_kind`, …
    package let code: String
    package let entries: [Entry]
    private let byWord: [HeaderText: String]

    init(_ code: String, _ entries: [Entry]) {
        (self.code, self.entries) = (code, entries)
        byWord = Dictionary(
            entries.flatMap { entry in
                ([entry.value, entry.label.zh, entry.label.en] + entry.synonyms).map { (HeaderText($0), entry.value) }
            }
        ) { first, _ in first }
    }

    init<Value: CaseIterable & RawRepresentable<String>>(
        _ code: String, _ type: Value.Type, name: (Value) -> Phrase, _ synonyms: (Value) -> [String]
    ) {
        self.init(
            code,
            type.allCases.map { Entry(value: $0.rawValue, label: name($0), synonyms: synonyms($0)) })
    }

    /// The stored value a cell stands for; nil when the word is not known.
    package func value(of cell: String) -> String? {
        HeaderText.readings(of: cell).lazy.compactMap { byWord[$0] }.first
    }

    /// The words offered to somebody whose word is not known: `男、女`.
    package var labels: Phrase {
        Phrase(
            zh: entries.map(\.label.zh).joined(separator: "、"), en: entries.map(\.label.en).joined(separator: ", "))
    }
}

extension ValueWords: CustomStringConvertible {
    package var description: String { code }
}
