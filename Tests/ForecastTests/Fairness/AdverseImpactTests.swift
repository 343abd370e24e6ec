import Foundation
import Testing

@testable import Forecast

/// The worked cases of `adverse_impact_examples.csv`.
@Suite struct AdverseImpactTests {
    struct Expected: Decodable {
        struct Group: Decodable {
            var rate: String
            var ratio: String?
            var below_four_fifths: Bool
            var z: String?
            var fisher_p: String?
        }
        var reference: String
        var groups: [String: Group]
    }

    struct Applicants: Decodable {
        var selected: Int
        var applicants: Int
    }

    static let cases: [[String]] = {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../Data/adverse_impact_examples.csv").standardizedFileURL
        let text = try! String(contentsOf: file, encoding: .utf8)
        return text.split(whereSeparator: \.isNewline).dropFirst().map { quotedFields(String($0)) }
    }()

    private static func quotedFields(_ line: String) -> [String] {
        var (fields, inside, previous) = ([""], false, Character(" "))
        for character in line {
            if character == "\"" {
                // A doubled quote inside quotes is one quote.
                if !inside, previous == "\"" { fields[fields.count - 1].append("\"") }
                inside.toggle()
            } else if character == ",", !inside {
                fields.append("")
            } else {
                fields[fields.count - 1].append(character)
            }
            previous = character
        }
        return fields
    }

    @Test(arguments: cases)
    func workedCase(fields: [String]) throws {
        let inputs = try JSONDecoder().decode([String: Applicants].self, from: Data(fields[1].utf8))
        let expected = try JSONDecoder().decode(Expected.self, from: Data(fields[2].utf8))
        let impact = AdverseImpact(
            inputs.sorted { $0.key < $1.key }.map {
                .init(name: $0.key, selected: $0.value.selected, applicants: $0.value.applicants)
            })
        #expect(impact.reference == expected.reference)
        for group in impact.groups {
            let wanted = try #require(expected.groups[group.name])
            #expect(String(format: "%.4f", group.rate) == wanted.rate)
            #expect(group.ratio.map { String(format: "%.4f", $0) } == wanted.ratio)
            #expect(group.isBelowFourFifths == wanted.below_four_fifths)
            #expect(group.z.map { String(format: "%.4f", $0) } == wanted.z)
            #expect(group.fisher.map { String(format: "%.6f", $0) } == wanted.fisher_p)
        }
    }

    @Test func allCasesAreRead() { #expect(Self.cases.count == 7) }
}
