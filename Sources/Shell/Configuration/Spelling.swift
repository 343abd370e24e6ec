/// How far two words are from each other.
package enum Spelling {
    /// The fewest letters to insert, remove, replace or swap with their neighbour (restricted Damerau–Levenshtein).
    package static func distance(_ first: String, _ second: String) -> Int {
        let (first, second) = (Array(first.unicodeScalars), Array(second.unicodeScalars))
        var before: [Int] = []
        var last = Array(0...second.count)
        for row in 0..<first.count {
            var next = [row + 1]
            for column in 0..<second.count {
                var best = min(next[column] + 1, last[column + 1] + 1)
                best = min(best, last[column] + (first[row] == second[column] ? 0 : 1))
                if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
                    best = min(best, before[column - 1] + 1)
                }
                next.append(best)
            }
            (before, last) = (last, next)
        }
        return last[second.count]
    }

    /// The word nearest to what was typed, if it is near enough to be meant.
    package static func nearest(to typed: String, in words: [String]) -> String? {
        let found = words.map { ($0, distance(typed.lowercased(), $0.lowercased())) }.min { $0.1 < $1.1 }
        guard let (word, distance) = found, distance <= max(2, typed.count / 2) else { return nil }
        return word
    }
}
