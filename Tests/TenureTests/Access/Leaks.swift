import Foundation
import Shell

/// Looks for what a visitor must not see in everything this visitor is answered.
enum Leaks {
    /// Pages of those who look after the whole system, whatever unit they were given their role for: the accounts of
    /// everybody, by name.
    static let namesEverybody = ["/accounts", "/roles", "/audit", "/imports", "/jobs"]

    /// What stands in the text and should not, in words.
    static func found(in data: Data, by visitor: Asker, at path: String) -> [String] {
        let text = SearchedText(data)
        var found: [String] = []
        if !visitor.isWhole, text.has(MarkedPerson.outsideMark), !namesEverybody.contains(where: path.hasPrefix) {
            found.append("somebody of another branch")
        }
        guard marks.contains(where: text.has) else { return found }
        for person in MarkedPerson.everybody {
            let seen = SeenClasses.seen(by: visitor, of: person, at: path)
            for secret in person.secrets where !seen.contains(secret.fieldClass) {
                guard let around = text.around(secret.text) else { continue }
                found.append("\(secret.fieldClass.rawValue) of \(person.number): \(around)")
            }
            let told = Matter.told(to: visitor, about: person, at: path)
            for secret in person.matters where !told.contains(secret.matter) {
                guard let around = text.around(secret.text) else { continue }
                found.append("\(secret.matter.rawValue) of \(person.number): \(around)")
            }
        }
        return found
    }

    private static let marks = MarkedPerson.marks + MarkedPerson.matterMarks
}
