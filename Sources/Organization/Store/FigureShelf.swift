import SQL

/// A figure that may be large says how much memory it takes, roughly.
protocol SizedFigure {
    var bytes: Int { get }
}

/// Answers by their questions, bounded in number and in memory: what was asked for longest ago goes first.
struct FigureShelf<Entry> {
    private struct Place {
        let entry: Entry
        let bytes: Int
        var used: Int
    }

    private let most: Int
    private let mostBytes: Int
    private var places: [Query: Place] = [:]
    private var uses = 0
    /// What the entries and their questions take together, roughly.
    private(set) var bytes = 0

    init(most: Int, bytes: Int) { (self.most, mostBytes) = (most, bytes) }

    var count: Int { places.count }

    mutating func entry(_ question: Query) -> Entry? {
        guard let place = places.index(forKey: question) else { return nil }
        uses += 1
        places.values[place].used = uses
        return places.values[place].entry
    }

    mutating func put(_ entry: Entry, _ question: Query, bytes more: Int) {
        let whole = more + question.pieces.reduce(256) { $0 + 32 + $1.utf8.count } + question.values.count * 32
        uses += 1
        bytes += whole - (places[question]?.bytes ?? 0)
        places[question] = Place(entry: entry, bytes: whole, used: uses)
        while places.count > most || bytes > mostBytes,
            let oldest = places.min(by: { $0.value.used < $1.value.used })
        {
            bytes -= oldest.value.bytes
            places[oldest.key] = nil
        }
    }

    mutating func removeAll() {
        places.removeAll()
        bytes = 0
    }
}
