/// How one score came about: log-odds from the base through the strongest facts, and all others together, to the score.
struct ScoreDetail: Sendable, Hashable {
    struct Part: Sendable, Hashable {
        /// Place among the facts of the model.
        let fact: Int
        /// In log-odds.
        let amount: Float
        /// The value the person had; NaN when unknown.
        let value: Float
    }

    /// What the probability would be if one fact were as usual.
    struct Change: Sendable, Hashable {
        let fact: Int
        let probability: Float
    }

    let base: Float
    let parts: [Part]
    /// Of all other facts together.
    let rest: Float
    let changes: [Change]
    /// The leaf of the readable tree; nil when there is none.
    let leaf: Int?

    static let shown = 9

    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(16 + parts.count * 12 + changes.count * 8)
        func put(_ bits: UInt32) {
            for shift in stride(from: 0, to: 32, by: 8) { bytes.append(UInt8((bits >> shift) & 255)) }
        }
        put(base.bitPattern)
        put(rest.bitPattern)
        put(UInt32(bitPattern: Int32(leaf ?? -1)))
        put(UInt32(parts.count) | UInt32(changes.count) << 16)
        for part in parts {
            put(UInt32(part.fact))
            put(part.amount.bitPattern)
            put(part.value.bitPattern)
        }
        for change in changes {
            put(UInt32(change.fact))
            put(change.probability.bitPattern)
        }
        return bytes
    }
}

extension ScoreDetail {
    /// Nil for bytes that are no detail.
    init?(_ bytes: [UInt8]) {
        guard bytes.count >= 16, bytes.count.isMultiple(of: 4) else { return nil }
        func word(_ place: Int) -> UInt32 {
            (0..<4).reduce(0) { $0 | UInt32(bytes[place * 4 + $1]) << (8 * $1) }
        }
        func number(_ place: Int) -> Float { Float(bitPattern: word(place)) }
        let (partCount, changeCount) = (Int(word(3) & 0xFFFF), Int(word(3) >> 16))
        guard bytes.count == 4 * (4 + 3 * partCount + 2 * changeCount) else { return nil }
        base = number(0)
        rest = number(1)
        let leaf = Int(Int32(bitPattern: word(2)))
        self.leaf = leaf < 0 ? nil : leaf
        parts = (0..<partCount).map { index in
            let start = 4 + 3 * index
            return Part(fact: Int(word(start)), amount: number(start + 1), value: number(start + 2))
        }
        changes = (0..<changeCount).map { index in
            let start = 4 + 3 * partCount + 2 * index
            return Change(fact: Int(word(start)), probability: number(start + 1))
        }
    }
}
