import Kernel

struct ChoiceConverter: CellConverter {
    let field: ImportField
    let words: [ImportWord]
    private let places: [String: Int16]
    /// Texts already seen, so that most cells cost one look-up.
    private var known: [String: Int16] = [:]
    private var chosen: [Int16] = []

    init(field: ImportField, words: [ImportWord]) {
        self.field = field
        self.words = words
        var places: [String: Int16] = [:]
        for (index, word) in words.enumerated() {
            for spelling in [word.code, word.name.zh, word.name.en] + word.synonyms {
                let key = CellText.key(spelling)
                if places[key] == nil { places[key] = Int16(index) }
            }
        }
        self.places = places
    }

    mutating func take(_ text: String) throws(CellRefusal) {
        if let place = known[text] {
            chosen.append(place)
        } else if let place = places[CellText.key(text)] {
            known[text] = place
            chosen.append(place)
        } else {
            throw CellRefusal(CellWords.choice(field.shown(text), words))
        }
    }

    mutating func blank() { chosen.append(-1) }

    mutating func finish() -> ConvertedColumn {
        ConvertedColumn(column: ImportColumn(.words(chosen, codes: words.map(\.code))))
    }
}
