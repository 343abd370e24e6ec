/// How many choices somebody made who typed this password: a run over the keyboard, a repetition, a common word or a
/// year is one choice, any other character one each.
enum Guessability {
    /// Rows, columns and diagonals of a keyboard and of a number pad, and the alphabet; taken in both directions.
    private static let paths: [[Character]] = [
        "`1234567890-=", "~!@#$%^&*()_+", "qwertyuiop[]\\", "asdfghjkl;'", "zxcvbnm,./", "abcdefghijklmnopqrstuvwxyz",
        "1qaz", "2wsx", "3edc", "4rfv", "5tgb", "6yhn", "7ujm", "8ik,", "9ol.", "0p;/", "!qaz", "@wsx", "#edc", "$rfv",
        "147", "258", "369", "159", "357", "9876543210",
    ].map { Array($0) }

    private struct Step: Hashable {
        let from: Character
        let to: Character
    }

    private static let steps: Set<Step> = {
        var steps: Set<Step> = []
        for path in paths {
            for (from, to) in zip(path, path.dropFirst()) {
                steps.insert(Step(from: from, to: to))
                steps.insert(Step(from: to, to: from))
            }
        }
        return steps
    }()

    /// The fewest choices the characters can be made of, counted no further than `enough` asks for.
    static func pieces(_ letters: [Character], enough: Int) -> Int {
        let whole = unrepeated(letters)
        let halves = [0, 1].map { start in stride(from: start, to: whole.count, by: 2).map { whole[$0] } }
        // Two runs typed in turn: a1b2c3d4e5.
        let woven = halves.reduce(0) { $0 + runs($1) }
        // No run and no word is longer than this, so what is much longer needs no look.
        guard whole.count <= enough * max(CommonPasswords.longestWord, 64) else { return min(runs(whole), woven) }
        return min(woven, cheapest(whole))
    }

    /// One unit of a text that is nothing but repetitions of it: `abcabcabc` gives `abc`.
    private static func unrepeated(_ letters: [Character]) -> [Character] {
        for length in stride(from: 1, through: letters.count / 2, by: 1) {
            if (length..<letters.count).allSatisfy({ letters[$0] == letters[$0 - length] }) {
                return Array(letters.prefix(length))
            }
        }
        return letters
    }

    private static func continues(_ from: Character, _ to: Character) -> Bool {
        from == to || steps.contains(Step(from: from, to: to))
    }

    private static func runs(_ letters: [Character]) -> Int {
        letters.isEmpty ? 0 : 1 + zip(letters, letters.dropFirst()).count { !continues($0, $1) }
    }

    /// The cheapest way to cut the text into runs, words, years and single characters; a piece used again is free.
    private static func cheapest(_ letters: [Character]) -> Int {
        var best = Array(repeating: 0, count: letters.count + 1)
        for end in 1...max(1, letters.count) where end <= letters.count {
            best[end] = best[end - 1] + 1
            var start = end - 1
            while start > 0, continues(letters[start - 1], letters[start]) { start -= 1 }
            if end - start >= 3 { best[end] = min(best[end], best[start] + 1) }
            for length in stride(from: 3, through: min(end, CommonPasswords.longestWord), by: 1) {
                let piece = Array(letters[(end - length)..<end])
                guard best[end - length] + 1 <= best[end], isWord(piece) else { continue }
                let isAgain = occurs(piece, before: end - length, in: letters)
                best[end] = min(best[end], best[end - length] + (isAgain ? 0 : 1))
            }
        }
        return best[letters.count]
    }

    private static func occurs(_ piece: [Character], before end: Int, in letters: [Character]) -> Bool {
        guard end >= piece.count else { return false }
        return (0...(end - piece.count)).contains { letters[$0..<($0 + piece.count)].elementsEqual(piece) }
    }

    private static func isWord(_ piece: [Character]) -> Bool {
        let text = String(piece)
        if piece.count == 4, let year = Int(text), (1900...2099).contains(year) { return true }
        return CommonPasswords.words.contains(text)
            || piece.count >= 4 && CommonPasswords.words.contains(String(CommonPasswords.undisguised(piece)))
    }
}
