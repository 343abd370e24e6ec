import Foundation

@testable import Sheets

/// What an answer says, in plain bytes: workbooks are opened.
enum Unpacked {
    static func text(of answer: Answer) -> Data {
        guard answer.body.starts(with: Data("PK".utf8)) else { return answer.body }
        var text = Data()
        let names = ["xl/sharedStrings.xml"] + (1...3).map { "xl/worksheets/sheet\($0).xml" }
        guard let archive = try? ZipArchive(FileBytes(copying: Array(answer.body)), file: "", options: ReadOptions())
        else { return answer.body }
        for name in names {
            if let part = try? archive.part(name) { text.append(contentsOf: part.bytes) }
        }
        return text
    }
}
