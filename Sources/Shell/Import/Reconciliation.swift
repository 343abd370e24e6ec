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

/// As JSON an object with one member, named for what is counted.
extension Reconciliation.Figure {
    private enum Key: String, CodingKey {
        case count, money, day
    }

    package init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        let count = try members.decodeIfPresent(Int.self, forKey: .count)
        let money = try members.decodeIfPresent(Money.self, forKey: .money)
        let day = try members.decodeIfPresent(Day.self, forKey: .day)
        self = money.map { .money($0) } ?? day.map { .day($0) } ?? .count(count ?? 0)
    }

    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        switch self {
        case .count(let count): try members.encode(count, forKey: .count)
        case .money(let money): try members.encode(money, forKey: .money)
        case .day(let day): try members.encode(day, forKey: .day)
        }
    }
}
