import Foundation
import Kernel
import Testing

/// A row of hr_examples.csv: inputs and expected values as JSON.
struct HRExample: Sendable, CustomTestStringConvertible {
    let id: String
    let kind: String
    private let inputsText: String
    private let expectedText: String

    var testDescription: String { id }

    var inputs: [String: Any] { get throws { try Self.object(inputsText) } }
    var expected: [String: Any] { get throws { try Self.object(expectedText) } }

    /// All rows of the copy beside the tests.
    static func all() throws -> [HRExample] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Data/hr_examples.csv")
        let lines = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline).map(fields)
        return lines.dropFirst().map {
            HRExample(id: $0[0], kind: $0[1], inputsText: $0[2], expectedText: $0[3])
        }
    }

    private static func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    private static func fields(of line: Substring) -> [String] {
        var (fields, quoted, previous) = ([""], false, Character?.none)
        for character in line where character != "\u{FEFF}" {
            if character == "\"" {
                if previous == "\"", !quoted { fields[fields.count - 1].append("\"") }
                quoted.toggle()
            } else if character == ",", !quoted {
                fields.append("")
            } else {
                fields[fields.count - 1].append(character)
            }
            previous = character
        }
        return fields
    }
}

extension [String: Any] {
    func count(_ key: String) throws -> Int { try #require(self[key] as? Int, "\(key)") }
    func text(_ key: String) throws -> String { try #require(self[key] as? String, "\(key)") }
    func money(_ key: String) throws -> Money { try Money(text(key)) }
    func rate(_ key: String) throws -> Rate { try Rate(text(key)) }
    func rates(_ key: String) throws -> [Rate] {
        try #require(self[key] as? [String], "\(key)").map { try Rate($0) }
    }
    func rows(_ key: String) throws -> [[String: Any]] { try #require(self[key] as? [[String: Any]], "\(key)") }
}
