import Kernel

/// One column a kind of file may have: how its heading may read, what its cells hold, how private it is.
package struct ImportField: Sendable {
    /// How cells are read. What a column of each kind hands out is in brackets.
    package enum Kind: Sendable {
        /// One line; runs of spaces become one. [text]
        case text(maximum: Int = 200)
        /// Several lines. [text]
        case lines(maximum: Int = 4_000)
        /// Spaces inside Chinese names are dropped. [text]
        case name
        /// Numbers of records: narrow characters, no spaces, `.0` of a spreadsheet dropped, leading zeros kept. [text]
        case code
        /// Any common form, spreadsheet serials; `至今` and `长期` are blank. [day]
        case day
        /// [month]
        case month
        /// [integer]
        case integer(ClosedRange<Int64> = -1_000_000_000...1_000_000_000)
        /// Yuan with or without separators and units. [money]
        case money
        /// `12.5%` or `0.125`. [rate]
        case rate
        /// 是/否, yes/no, √, 1/0. [flag]
        case flag
        /// One of a closed list; reads names and synonyms, hands out the code. [choice, as text]
        case choice([ImportWord])
        /// Citizen identity number, checked. [text]
        case identityNumber
        /// Mobile or fixed line. [text, as `PhoneNumber.text`]
        case phone
        /// [text, the digits]
        case bankCard
        /// [text, lower case]
        case mail
    }

    package let name: String
    package let kind: Kind
    package let label: Phrase
    /// Other headings of the same column. Case, spaces, brackets with units, `*` and punctuation never matter.
    package let synonyms: [String]
    package let fieldClass: FieldClass
    /// Whether a file must have the column and every row a value.
    package let isRequired: Bool
    package let hint: Phrase?

    package init(
        _ name: String, _ kind: Kind, _ label: Phrase, synonyms: [String] = [], _ fieldClass: FieldClass = .work,
        isRequired: Bool = false, hint: Phrase? = nil
    ) {
        self.name = name
        self.kind = kind
        self.label = label
        self.synonyms = synonyms
        self.fieldClass = fieldClass
        self.isRequired = isRequired
        self.hint = hint
    }
}

/// A word of a closed list and the ways people write it.
package struct ImportWord: Sendable {
    /// What is stored.
    package let code: String
    package let name: Phrase
    package let synonyms: [String]

    package init(_ code: String, _ name: Phrase, synonyms: [String] = []) {
        self.code = code
        self.name = name
        self.synonyms = synonyms
    }
}
