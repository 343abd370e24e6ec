import Kernel

/// Turns the texts of one column into values, one cell after the other.
protocol CellConverter {
    /// Takes the next cell, trimmed and not blank.
    /// - Throws: ``CellRefusal`` when it cannot be used; then ``blank()`` follows.
    mutating func take(_ text: String) throws(CellRefusal)
    /// The next cell holds nothing.
    mutating func blank()
    /// All cells, and what only the whole column could tell.
    mutating func finish() -> ConvertedColumn
}

/// Why one cell cannot be used; the sentence holds the cell's text, if at all, as people may see it.
struct CellRefusal: Error {
    let problem: Phrase

    init(_ problem: Phrase) {
        self.problem = problem
    }

    /// A refusal of a value type, whose sentence holds the text as it was typed.
    init(_ refusal: some Refusal, hiding text: String, as shown: String) {
        let words = refusal.explanation
        problem =
            text == shown
            ? words
            : Phrase(zh: words.zh.replacing(text, with: shown), en: words.en.replacing(text, with: shown))
    }
}

struct ConvertedColumn {
    var column: ImportColumn
    /// Rows refused once the whole column was seen.
    var late: [(row: Int, text: String, problem: Phrase)] = []
    /// Rows worth a look.
    var notes: [(row: Int, text: String, problem: Phrase)] = []
}

extension ImportField {
    func converter(today: Day) -> any CellConverter {
        switch kind {
        case .text(let maximum): TextConverter(field: self, maximum: maximum, form: .line)
        case .lines(let maximum): TextConverter(field: self, maximum: maximum, form: .lines)
        case .name: TextConverter(field: self, maximum: 100, form: .name)
        case .code: CodeConverter(field: self)
        case .mail: MailConverter(field: self)
        case .phone: PhoneConverter(field: self)
        case .bankCard: BankCardConverter(field: self)
        case .identityNumber: IdentityConverter(field: self, today: today)
        case .day: DayConverter(field: self)
        case .month: NumberConverter(field: self, read: Self.month)
        case .integer(let range):
            NumberConverter(field: self) { text, field throws(CellRefusal) in
                try Self.integer(text, field, range)
            }
        case .money: NumberConverter(field: self, read: Self.money)
        case .rate: NumberConverter(field: self, read: Self.rate)
        case .flag: FlagConverter(field: self)
        case .choice(let words): ChoiceConverter(field: self, words: words)
        }
    }
}
