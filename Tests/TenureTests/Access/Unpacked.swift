import Foundation

@testable import Sheets

/// What an answer says, in plain bytes: workbooks are opened.
enum Unpacked {
    /// - Throws: for a workbook that cannot be opened, in which nothing would be found.
    static func text(of answer: Answer) throws -> Data {
        guard answer.body.starts(with: Data("PK".utf8)) else { return answer.body }
        let archive = try ZipArchive(FileBytes(copying: Array(answer.body)), file: "", options: ReadOptions())
        var names = ["xl/workbook.xml", "xl/sharedStrings.xml", "docProps/core.xml"]
        var sheets = 1
        while archive.has("xl/worksheets/sheet\(sheets).xml") {
            names += ["xl/worksheets/sheet\(sheets).xml", "xl/comments\(sheets).xml"]
            sheets += 1
        }
        var text = Data()
        for name in names {
            if let part = try archive.part(name) { text.append(contentsOf: part.bytes) }
        }
        return text
    }
}
