import Kernel

/// Everything under which a search box finds somebody: the name and each of its endings, the reading in full and by
/// initials of the name and of the given name, former names alike, the staff number, the last four digits of phones.
struct SearchKeys {
    private(set) var open: Set<String> = []
    /// Of the private phone: found only by those who see personal fields.
    private(set) var hidden: Set<String> = []

    init(name: PersonName, former: [PersonName] = [], number: String, workPhone: String?, phones: [String]) {
        for name in [name] + former { add(name) }
        open.insert(Self.folded(number))
        if let workPhone { open.insert(Self.tail(workPhone)) }
        for phone in phones { hidden.insert(Self.tail(phone)) }
        hidden.subtract(open)
        open.remove("")
        hidden.remove("")
    }

    private mutating func add(_ name: PersonName) {
        let text = Self.folded(name.text)
        var ending = text[...]
        while !ending.isEmpty, open.count < 40 {
            open.insert(String(ending))
            // Words of a Latin name are found by their beginnings, not by every letter.
            if ending.utf8.first.map({ $0 < 0x80 }) ?? false {
                guard let gap = ending.firstIndex(of: " ") else { break }
                ending = ending[ending.index(after: gap)...]
            } else {
                ending = ending.dropFirst()
            }
        }
        open.formUnion(name.searchKeys)
        let pinyin = name.pinyin
        guard text.utf8.first.map({ $0 >= 0x80 }) ?? false, pinyin.spaced.contains(" ") else { return }
        let syllables = pinyin.spaced.split(separator: " ")
        for start in 1..<syllables.count {
            open.insert(syllables[start...].joined())
            open.insert(String(syllables[start...].compactMap(\.first)))
        }
    }

    /// As keys are stored and as what is typed is looked for: narrow and in small letters.
    static func folded(_ text: String) -> String { PersonName(text).text.lowercased() }

    private static func tail(_ phone: String) -> String { String(phone.filter(\.isNumber).suffix(4)) }
}
