import Foundation
import Shell

/// Looks for what a visitor must not see in everything this visitor is answered.
enum Leaks {
    /// Pages of those who look after the whole system, whatever unit they were given their role for: the accounts of
    /// everybody, by name.
    static let namesEverybody = ["/accounts", "/roles", "/audit", "/imports", "/jobs"]

    /// What stands in the text and should not, in words.
    static func found(in text: Data, by visitor: Asker, at path: String) -> [String] {
        var found: [String] = []
        if !visitor.isWhole, text.range(of: outside) != nil, !namesEverybody.contains(where: path.hasPrefix) {
            found.append("somebody of another branch")
        }
        guard marks.contains(where: { text.range(of: $0) != nil }) else { return found }
        for person in MarkedPerson.everybody {
            let seen = SeenClasses.seen(by: visitor, of: person, at: path)
            for secret in person.secrets where !seen.contains(secret.fieldClass) {
                guard let around = place(of: secret.text, in: text) else { continue }
                found.append("\(secret.fieldClass.rawValue) of \(person.number): \(around)")
            }
            let told = Matter.told(to: visitor, about: person, at: path)
            for secret in person.matters where !told.contains(secret.matter) {
                guard let around = place(of: secret.text, in: text) else { continue }
                found.append("\(secret.matter.rawValue) of \(person.number): \(around)")
            }
        }
        return found
    }

    /// Where a text stands, with what stands around it.
    private static func place(of secret: String, in text: Data) -> String? {
        guard let place = text.range(of: Data(secret.utf8)) else { return nil }
        return String(
            decoding: text[max(text.startIndex, place.lowerBound - 40)..<min(text.endIndex, place.upperBound + 40)],
            as: UTF8.self)
    }

    private static let outside = Data(MarkedPerson.outsideMark.utf8)
    private static let marks = (MarkedPerson.marks + MarkedPerson.matterMarks).map { Data($0.utf8) }
}
