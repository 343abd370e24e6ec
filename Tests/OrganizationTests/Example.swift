import Foundation
import Kernel
import Testing

@testable import Organization

/// A row of labour_examples.csv or hr_examples.csv: inputs and expected values as JSON.
struct Example: Sendable, CustomTestStringConvertible {
    let id: String
    let kind: String
    let inputs: [String: Fact]
    let expected: [String: Fact]

    var testDescription: String { id }

    enum Fact: Decodable, Sendable {
        case text(String)
        case number(Double)
        case flag(Bool)
        case pairs([[String]])
        case nothing

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if container.decodeNil() {
                self = .nothing
            } else if let flag = try? container.decode(Bool.self) {
                self = .flag(flag)
            } else if let number = try? container.decode(Double.self) {
                self = .number(number)
            } else if let text = try? container.decode(String.self) {
                self = .text(text)
            } else {
                self = .pairs(try container.decode([[String]].self))
            }
        }
    }

    /// The rows of one kind, from the copy beside the tests.
    static func all(_ kind: String) throws -> [Example] {
        let rows = try records(in: Self.folder.appending(path: "Data/examples.csv"))
        return try rows.filter { $0["kind"] == kind }.map(Example.init)
    }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    static let shared = folder.appending(path: "../../../shared").standardizedFileURL

    private init(_ row: [String: String]) throws {
        id = row["id"] ?? ""
        kind = row["kind"] ?? ""
        inputs = try JSONDecoder().decode([String: Fact].self, from: Data((row["inputs_json"] ?? "").utf8))
        expected = try JSONDecoder().decode([String: Fact].self, from: Data((row["expected_json"] ?? "").utf8))
    }

    /// The records of a CSV file, by column name; quoted fields hold commas and doubled quotes, but no line ends.
    static func records(in file: URL) throws -> [[String: String]] {
        let lines = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline).map(fields)
        let header = lines.first ?? []
        return lines.dropFirst().map { Dictionary(zip(header, $0)) { first, _ in first } }
    }

    static func fields(of line: Substring) -> [String] {
        var fields = [""]
        var quoted = false
        var previous: Character?
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

extension Dictionary<String, Example.Fact> {
    func text(_ key: String) -> String? {
        if case .text(let text) = self[key] { return text }
        return nil
    }

    func count(_ key: String) -> Int? {
        if case .number(let number) = self[key] { return Int(number) }
        return nil
    }

    func flag(_ key: String) -> Bool? {
        if case .flag(let flag) = self[key] { return flag }
        return nil
    }

    func pairs(_ key: String) -> [[String]] {
        if case .pairs(let pairs) = self[key] { return pairs }
        return []
    }

    func day(_ key: String) -> Day? { text(key).flatMap { Day(iso: $0) } }

    func money(_ key: String) throws -> Money? { try text(key).map { try Money($0) } }
}

/// Reads a day in a test.
func day(_ iso: String, _ location: SourceLocation = #_sourceLocation) throws -> Day {
    try #require(Day(iso: iso), sourceLocation: location)
}
