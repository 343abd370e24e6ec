extension Pinyin {
    /// A text whose byte order is the order of names in a list: by syllable, then tone, then character, one
    /// character after the other, so that people of one surname stand together; other scripts come after
    /// Chinese, characters without a known reading in between.
    ///
    /// Compare it bytewise (`COLLATE BINARY`, `COLLATE "C"`).
    public var sortKey: String {
        var key = ""
        for part in parts {
            // Each part opens with its group; digits stand before all letters, so `li3` files before `liu2`.
            switch part {
            case .syllable(let spelling, let tone, let scalar): key += "1\(spelling)\(tone)\(scalar)"
            case .unread(let scalar): key += "2\(scalar)"
            case .word(let word): key += (word.utf8.first?.isDigit == true ? "0" : "3") + word
            }
            key += " "
        }
        return key
    }

    /// Every key under which a search box finds the text: full and initials by the reading of surnames, the same
    /// by the most usual reading (people type 曾 as ceng too), and ü typed as `u` or `yu` besides `v`.
    public static func searchKeys(for text: String) -> [String] {
        let surname = Pinyin(text)
        let plain = Pinyin(text, surnameFirst: false)
        var keys = [surname.full, surname.initials, plain.full, plain.initials]
        for pinyin in [surname, plain] {
            let umlauts = pinyin.parts.contains {
                if case .syllable(let spelling, _, _) = $0 { spelling.contains("v") } else { false }
            }
            guard umlauts else { continue }
            for other in ["u", "yu"] {
                let spellings = pinyin.parts.map { part in
                    if case .syllable(let spelling, _, _) = part { return spelling.replacing("v", with: other) }
                    if case .word(let word) = part { return word }
                    return ""
                }
                keys.append(spellings.joined())
            }
        }
        var seen: Set<String> = []
        return keys.filter { !$0.isEmpty && seen.insert($0).inserted }
    }
}

extension PersonName {
    /// The reading of the name, surname first.
    public var pinyin: Pinyin { Pinyin(text) }

    /// See ``Pinyin/sortKey``.
    public var sortKey: String { pinyin.sortKey }

    /// See ``Pinyin/searchKeys(for:)``.
    public var searchKeys: [String] { Pinyin.searchKeys(for: text) }
}
