import Foundation
import Synchronization

/// Turns written text into readings, character by character.
enum PinyinReader {
    struct Reading: Hashable {
        let syllable: String
        let tone: Int
    }

    static func parts(of text: String, surnameFirst: Bool) -> [Pinyin.Part] {
        let scalars = Array(text.narrowed.precomposedStringWithCompatibilityMapping.unicodeScalars)
        var parts: [Pinyin.Part] = []
        var word = String.UnicodeScalarView()
        func closeWord() {
            if !word.isEmpty { parts.append(.word(folded(String(word)))) }
            word = String.UnicodeScalarView()
        }
        let surname = surnameFirst ? Surnames.readings(opening: scalars) : []
        let readings = usual(scalars.filter(\.isHan))
        for (index, scalar) in scalars.enumerated() {
            if scalar.isHan {
                closeWord()
                if let reading = index < surname.count ? surname[index] : readings[scalar] {
                    parts.append(.syllable(reading.syllable, tone: reading.tone, scalar))
                } else {
                    parts.append(.unread(scalar))
                }
            } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || scalar.properties.generalCategory == .nonspacingMark
            {
                word.append(scalar)
            } else {
                closeWord()
            }
        }
        closeWord()
        return parts
    }

    private static func folded(_ word: String) -> String {
        let scalars = word.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars
        return String(String.UnicodeScalarView(scalars.filter { $0.properties.generalCategory != .nonspacingMark }))
    }

    /// What Foundation said about a character, kept because asking takes a thousand times as long as looking up.
    /// Bounded by the number of Chinese characters.
    private static let known = Mutex<[Unicode.Scalar: Reading?]>([:])

    private static func usual(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar: Reading] {
        known.withLock { known in
            var readings: [Unicode.Scalar: Reading] = [:]
            for scalar in scalars {
                let reading = known[scalar] ?? transformed(scalar)
                known.updateValue(reading, forKey: scalar)
                readings[scalar] = reading
            }
            return readings
        }
    }

    private static func transformed(_ scalar: Unicode.Scalar) -> Reading? {
        guard let latin = String(scalar).applyingTransform(.mandarinToLatin, reverse: false) else { return nil }
        return reading(of: latin)
    }

    /// `lǜ` → lv, 4. Nil when the text is no syllable.
    static func reading(of latin: String) -> Reading? {
        var syllable = String.UnicodeScalarView()
        var tone = 0
        for mark in latin.decomposedStringWithCanonicalMapping.unicodeScalars {
            switch mark {
            case "a"..."z": syllable.append(mark)
            case "\u{308}":
                guard syllable.last == "u" else { return nil }
                syllable.removeLast()
                syllable.append("v")
            case "\u{304}": tone = 1
            case "\u{301}": tone = 2
            case "\u{30C}": tone = 3
            case "\u{300}": tone = 4
            case "\u{302}": continue
            default: return nil
            }
        }
        return syllable.isEmpty ? nil : Reading(syllable: String(syllable), tone: tone)
    }
}

extension Unicode.Scalar {
    /// A Chinese character, 〇 included.
    var isHan: Bool { properties.isIdeographic }
}
