import Kernel
import Shell

/// One column a sheet may have: what it is called, in which words people write it, and what its cells hold.
package struct SheetField: Hashable, Sendable {
    /// What stands in a cell.
    package enum Kind: Hashable, Sendable {
        case text
        case name
        case day
        case month
        case money
        case count
        case decimal
        case rate
        case identityNumber
        case phone
        case mail
        case bankCard
        /// A unit by its full path or by its name.
        case unitPath
        /// Somebody else, by staff number or by name.
        case person
        /// One of the words of a ``ValueWords`` list.
        case words(ValueWords)
    }

    package enum Need: String, Sendable, Hashable, Codable {
        /// Without it no row can be taken.
        case required
        case optional
    }

    /// Stable and unique inside its vocabulary, for saved mappings: `hire_day`.
    package let code: String
    package let label: Phrase
    /// Beside the labels; compared as ``HeaderText``.
    package let synonyms: [String]
    package let kind: Kind
    package let fieldClass: FieldClass
    package let need: Need

    init(
        _ code: String, _ zh: String, _ en: String, _ kind: Kind, _ fieldClass: FieldClass = .work,
        _ need: Need = .optional, _ synonyms: [String] = []
    ) {
        (self.code, label, self.synonyms) = (code, Phrase(zh: zh, en: en), synonyms)
        (self.kind, self.fieldClass, self.need) = (kind, fieldClass, need)
    }

    /// Every way to write it.
    package var words: [String] { [label.zh, label.en] + synonyms }
}
