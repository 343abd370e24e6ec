import Foundation
import Hummingbird
import Logging
import SQL
import Testing

@testable import Shell
@testable import Tenure

/// MAP.md says where everything lives; these tests keep it true.
struct MapTests {
    struct Row {
        var target: String
        var standsOn: Set<String>
        var addresses: Set<String>
    }

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func rows() throws -> [Row] {
        try String(contentsOf: root.appendingPathComponent("MAP.md"), encoding: .utf8).split(separator: "\n")
            .filter { $0.hasPrefix("| ") && !$0.hasPrefix("| target") && !$0.hasPrefix("| ---") }
            .map { line in
                let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
                let names = { (cell: String) in
                    Set(cell.split(separator: ",").map { $0.trimmingCharacters(in: CharacterSet(charactersIn: " `–")) })
                        .subtracting([""])
                }
                return Row(target: cells[0], standsOn: names(cells[2]), addresses: names(cells[3]))
            }
    }

    static func files(of target: String) throws -> [URL] {
        let folder = root.appendingPathComponent("Sources/\(target)")
        let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return (walk?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
    }

    @Test func everyTargetHasARow() throws {
        let folders = try FileManager.default.contentsOfDirectory(
            atPath: Self.root.appendingPathComponent("Sources").path)
        #expect(Set(try Self.rows().map(\.target)) == Set(folders))
    }

    @Test func importsAreThoseOfTheMap() throws {
        let rows = try Self.rows()
        let ours = Set(rows.map(\.target))
        for row in rows where !row.target.hasPrefix("C") {
            var imported: Set<String> = []
            for file in try Self.files(of: row.target) {
                for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                    let words = line.split(separator: " ")
                    if let position = words.firstIndex(of: "import"), position < 3, position + 1 < words.count {
                        imported.insert(String(words[position + 1].prefix { $0 != "." }))
                    }
                }
            }
            #expect(imported.intersection(ours) == row.standsOn, "\(row.target)")
        }
    }

    /// The first word of each address; every route with its readers stands in `Access/matrix.md`.
    @Test func addressesAreThoseOfTheMap() async throws {
        let folder = TemporaryFolder()
        var settings = Server.Settings()
        settings.dataFolder = folder.path
        let server = Server(settings, logger: Logger(label: "test"))
        let (house, _) = try await server.house()
        let addresses = server.router(house).routes.map { route in
            "/" + (route.path.description.split(separator: "/").first ?? "")
        }
        #expect(Set(addresses) == Set(try Self.rows().flatMap(\.addresses)))
        try await house.database.close()
    }
}
