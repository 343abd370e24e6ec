import Kernel
import Sheets

/// What somebody who brings in a file from the command line decides about reading it; the rest is guessed.
package struct ImportChoices: Sendable {
    package var sheet: String?
    /// As the spreadsheet counts, from 1.
    package var headerRow: Int?
    /// Heading, or letter of the column, by field; "" for a field that is not to be read.
    package var columns: [(field: String, heading: String)] = []

    package init() {}

    /// Whether a file of that kind can be read so at all; its rows are not looked at.
    /// - Throws: as ``outline(at:for:)``.
    package func check(_ path: String, as kind: any ImportKind) throws { _ = try outline(at: path, for: kind) }

    /// - Throws: ``ImportChoiceRefusal``, ``ImportRefusal``, `SheetRefusal`.
    func outline(at path: String, for kind: any ImportKind) throws -> SheetOutline {
        if let sheet {
            let names = try SheetReader.sheetNames(at: path)
            guard names.contains(sheet) else { throw ImportChoiceRefusal.sheet(sheet, known: names) }
        }
        let wanted = ImportMapping(
            sheet: sheet, encoding: nil, headerRow: headerRow ?? 0, headerRows: 1, headings: [], columns: [:])
        var outline = try SheetOutline(at: path, for: kind, wanted: wanted)
        for (field, heading) in columns {
            guard kind.field(field) != nil else {
                throw ImportChoiceRefusal.field(
                    field, nearest: Spelling.nearest(to: field, in: kind.fields.map(\.name)), kind: kind.code)
            }
            outline.mapping.columns[field] = heading.isEmpty ? nil : try outline.mapping.place(of: heading)
        }
        return outline
    }
}

extension ImportMapping {
    /// - Parameter heading: as it stands in the file, or the letter of the column.
    fileprivate func place(of heading: String) throws -> Int {
        if let place = headings.firstIndex(of: heading) { return place }
        if let place = headings.indices.first(where: { Self.letters($0) == heading.uppercased() }) { return place }
        throw ImportChoiceRefusal.heading(heading, nearest: Spelling.nearest(to: heading, in: headings))
    }
}

/// Why a choice about reading a file cannot be followed.
package enum ImportChoiceRefusal: Refusal, Equatable {
    case sheet(String, known: [String])
    case field(String, nearest: String?, kind: String)
    case heading(String, nearest: String?)

    package var explanation: Phrase {
        switch self {
        case .sheet(let name, let known):
            known.isEmpty
                ? Phrase(zh: "该文件没有工作表之分。请去掉 --sheet。", en: "The file has no sheets. Leave --sheet out.")
                : Phrase(
                    zh: "文件中没有工作表“\(name)”。可选：\(known.joined(separator: "、"))。",
                    en: "The file has no sheet “\(name)”. It has: \(known.joined(separator: ", ")).")
        case .field(let name, let nearest, let kind):
            Phrase(
                zh: "没有字段“\(name)”。" + (nearest.map { "是否想写“\($0)”？" } ?? "")
                    + "运行 tenure import \(kind) --fields 查看全部字段。",
                en: "There is no field “\(name)”. " + (nearest.map { "Did you mean “\($0)”? " } ?? "")
                    + "tenure import \(kind) --fields lists them.")
        case .heading(let name, let nearest):
            Phrase(
                zh: "表头中没有“\(name)”。" + (nearest.map { "是否想写“\($0)”？" } ?? "请照文件中的列名填写，或写列号（A、B……）。"),
                en: "The header has no “\(name)”. "
                    + (nearest.map { "Did you mean “\($0)”?" }
                        ?? "Write the heading as in the file, or the column's letter."))
        }
    }
}
