import Foundation

/// The records of a CSV file in `Data`, by column name.
struct Fixture {
    let records: [[String: String]]

    init(_ name: String) throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Data")
        let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        let rows = Self.rows(of: text)
        let header = rows.first ?? []
        records = rows.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
    }

    private static func rows(of text: String) -> [[String]] {
        text.split(whereSeparator: \.isNewline).map { line in
            var fields = [""]
            var quoted = false
            var previous: Character?
            for character in line {
                if character == "\"" {
                    // A doubled quote inside quotes is one quote.
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
}
