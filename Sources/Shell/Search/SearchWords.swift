import Kernel

/// The ways a name that is not a person's is typed into the search box: in both languages, by pinyin in full and by
/// initials, from any character on.
package struct SearchWords: Hashable, Sendable {
    private let names: [[UInt8]]
    private let readings: [[UInt8]]

    package init(_ name: Phrase, code: String? = nil) {
        names = Array(Set([name.zh, name.en] + (code.map { [$0] } ?? []))).map { Array(Self.folded($0).utf8) }
        let characters = Array(name.zh)
        var readings: Set<String> = []
        for start in characters.indices {
            let rest = Pinyin(String(characters[start...]), surnameFirst: false)
            readings.formUnion([rest.full, rest.initials])
            // A word of letters is found by its beginning.
            if characters[start].isASCII { break }
        }
        self.readings = readings.filter { !$0.isEmpty }.map { Array($0.utf8) }
    }

    /// How well a typed text fits: 0 for the whole name, 1 for its beginning, 2 for a part, 3 for the reading; nil when
    /// it does not.
    package func rank(of typed: Typed) -> Int? {
        if names.contains(typed.text) { return 0 }
        if names.contains(where: { $0.starts(with: typed.text) }) { return 1 }
        if names.contains(where: { Self.holds($0, typed.text) }) { return 2 }
        return readings.contains { $0.starts(with: typed.joined) } ? 3 : nil
    }

    private static func holds(_ name: [UInt8], _ part: [UInt8]) -> Bool {
        name.count > part.count
            && (1...(name.count - part.count)).contains { start in
                name[start] == part[0] && name[start...].starts(with: part)
            }
    }

    /// What was typed, narrow and in small letters, with and without spaces.
    package struct Typed: Hashable, Sendable {
        let text: [UInt8]
        let joined: [UInt8]

        /// Nil when nothing was typed.
        package init?(_ text: String) {
            let folded = SearchWords.folded(text)
            self.text = Array(folded.utf8)
            joined = Array(folded.filter { $0 != " " && $0 != "'" }.utf8)
            if joined.isEmpty { return nil }
        }
    }

    private static func folded(_ text: String) -> String { PersonName(text).text.lowercased() }
}
