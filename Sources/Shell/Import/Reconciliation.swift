import Kernel

/// What a commit did, in figures someone can compare with the file: counts, sums, before and after.
package struct Reconciliation: Sendable, Codable, Hashable {
    package var counts: ImportCounts
    package var lines: [Line]

    package init(_ counts: ImportCounts, lines: [Line] = []) {
        self.counts = counts
        self.lines = lines
    }

    /// One figure: `在职人数`, in the file, and in the database before and after.
    package struct Line: Sendable, Codable, Hashable {
        package let title: Phrase
        package let file: Figure?
        package let before: Figure?
        package let after: Figure?

        package init(_ title: Phrase, file: Figure? = nil, before: Figure? = nil, after: Figure? = nil) {
            self.title = title
            self.file = file
            self.before = before
            self.after = after
        }
    }

    package enum Figure: Sendable, Codable, Hashable {
        case count(Int)
        case money(Money)
        case day(Day)

        package var phrase: Phrase {
            switch self {
            case .count(let count): Phrase(verbatim: String(count))
            case .money(let money): money.phrase
            case .day(let day): Phrase(verbatim: day.iso)
            }
        }
    }
}
