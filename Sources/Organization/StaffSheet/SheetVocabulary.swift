import Kernel

/// The columns of one kind of sheet, and the columns that are known and left out on purpose.
package struct SheetVocabulary: Hashable, Sendable {
    /// What a header means.
    package enum Meaning: Hashable, Sendable {
        case field(SheetField)
        /// Known, and not taken: the reason is shown beside the column.
        case leftOut(Phrase)
        case unknown
    }

    /// A group of headers that are left out for one reason.
    package struct LeftOut: Hashable, Sendable {
        package let reason: Phrase
        package let headers: [String]
    }

    /// `staff`, `units`, `assignments`, `contracts`, `separations`, `pay`.
    package let code: String
    package let name: Phrase
    package let fields: [SheetField]
    package let leftOut: [LeftOut]
    private let byHeader: [HeaderText: SheetField]
    private let reasons: [HeaderText: Phrase]

    init(_ code: String, _ zh: String, _ en: String, _ fields: [SheetField], leftOut: [LeftOut] = []) {
        (self.code, name, self.fields, self.leftOut) = (code, Phrase(zh: zh, en: en), fields, leftOut)
        byHeader = Dictionary(
            fields.flatMap { field in field.words.map { (HeaderText($0), field) } }
        ) { first, _ in first }
        reasons = Dictionary(
            leftOut.flatMap { group in group.headers.map { (HeaderText($0), group.reason) } }
        ) { first, _ in first }
    }

    /// What the header of a column means here, by the first of its readings that is known.
    package func meaning(of header: String) -> Meaning {
        for candidate in HeaderText.readings(of: header) {
            if let field = byHeader[candidate] { return .field(field) }
            if let reason = reasons[candidate] { return .leftOut(reason) }
        }
        return .unknown
    }

    /// The field with that code.
    package func field(_ code: String) -> SheetField? { fields.first { $0.code == code } }

    /// The fields for a row of headers, each field once: the first header that means it gets it.
    package func mapping(of headers: [String]) -> [SheetField?] {
        var taken: Set<String> = []
        return headers.map { header in
            guard case .field(let field) = meaning(of: header), taken.insert(field.code).inserted else { return nil }
            return field
        }
    }

    /// All kinds of sheets.
    package static let all: [SheetVocabulary] = [staff, units, assignments, contracts, separations, pay]

    /// The kind a sheet most likely is: the one that knows most of its headers and has all its required ones. Nil when
    /// none has.
    package static func guess(for headers: [String]) -> SheetVocabulary? {
        let scored = all.compactMap { vocabulary -> (vocabulary: SheetVocabulary, known: Int)? in
            let found = vocabulary.mapping(of: headers).compactMap(\.?.code)
            let required = vocabulary.fields.filter { $0.need == .required }.map(\.code)
            return Set(found).isSuperset(of: required) ? (vocabulary, found.count) : nil
        }
        let most = scored.map(\.known).max()
        return scored.first { $0.known == most }?.vocabulary
    }
}

extension SheetVocabulary: CustomStringConvertible {
    package var description: String { code }
}
