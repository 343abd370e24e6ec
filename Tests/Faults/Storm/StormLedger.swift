import Foundation

/// What earlier runs were told was kept: a word for what, then its name.
struct StormLedger {
    private var names: [String: Set<String>] = [:]

    init(at path: String) throws {
        guard FileManager.default.fileExists(atPath: path) else { return }
        for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
            let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
            if parts.count == 2 { names[parts[0], default: []].insert(parts[1]) }
        }
    }

    subscript(_ what: String) -> Set<String> { names[what] ?? [] }

    var count: Int { names.values.reduce(0) { $0 + $1.count } }
}
