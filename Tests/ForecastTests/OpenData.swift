import Foundation

@testable import Forecast

/// The open data sets beside the package, read plainly (none of the sets used here quotes its fields).
enum OpenData {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../shared/data").standardizedFileURL
    static var isPresent: Bool { FileManager.default.fileExists(atPath: folder.appending(path: "README.md").path) }

    struct Table {
        let header: [String]
        let records: [[String]]

        subscript(name: String) -> [String] {
            let position = header.firstIndex(of: name)!
            return records.map { $0[position] }
        }

        /// Numbers where every filled cell is one, otherwise categories.
        func frame(dropping names: Set<String>) -> Frame {
            Frame(
                rowCount: records.count,
                columns: header.filter { !names.contains($0) }.map { name in
                    let cells = self[name].map { $0.trimmingCharacters(in: .whitespaces) }
                    if cells.allSatisfy({ $0.isEmpty || Double($0) != nil }) {
                        return Column(name: name, values: .numeric(cells.map { Double($0) ?? .nan }))
                    }
                    let levels = Set(cells).subtracting([""]).sorted()
                    let codes = Dictionary(uniqueKeysWithValues: levels.enumerated().map { ($1, Int32($0)) })
                    return Column(
                        name: name, values: .categorical(codes: cells.map { codes[$0] ?? -1 }, levels: levels))
                })
        }
    }

    static func table(_ path: String) throws -> Table {
        let data = try Data(contentsOf: folder.appending(path: path))
        let text = String(data: data, encoding: .utf8) ?? String(decoding: data.map { UInt16($0) }, as: UTF16.self)
        let lines = text.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        return Table(header: lines[0], records: Array(lines.dropFirst()))
    }

    /// The fold of each record in one repeat; nil for records that take no part.
    static func folds(_ name: String, repeats column: String, rowCount: Int? = nil) throws -> [Int?] {
        let folds = try table("folds/\(name).csv")
        let rows = folds["row"].map { Int($0)! }
        var result = [Int?](repeating: nil, count: rowCount ?? rows.max()! + 1)
        for (row, fold) in zip(rows, folds[column]) { result[row] = Int(fold)! }
        return result
    }
}
