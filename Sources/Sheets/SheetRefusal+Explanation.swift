import Kernel

extension SheetRefusal {
    public var explanation: Phrase {
        switch self {
        case .unreadableFile(let file, let reason):
            Phrase(zh: "无法读取文件「\(file)」：\(Self.spoken(reason))。", en: "“\(file)” cannot be read: \(reason).")
        case .unwritableFile(let file, let reason):
            Phrase(zh: "无法写入文件「\(file)」：\(Self.spoken(reason))。", en: "“\(file)” cannot be written: \(reason).")
        case .emptyFile(let file):
            Phrase(
                zh: "文件「\(file)」是空的。请导出后再试。",
                en: "“\(file)” is empty. Export it again and retry.")
        case .noHeader(let file, let sheet):
            Phrase(
                zh: "\(Self.place(file, sheet).zh)没有找到表头。请在数据上方加一行列名。",
                en: "\(Self.place(file, sheet).en) has no header. Put a row of column names above the data.")
        case .noRecords(let file, let sheet):
            Phrase(
                zh: "\(Self.place(file, sheet).zh)只有表头，没有数据行。",
                en: "\(Self.place(file, sheet).en) has a header but no rows below it.")
        case .truncated(let file):
            Phrase(
                zh: "文件「\(file)」不完整（被截断或损坏）。请重新复制或重新导出。",
                en: "“\(file)” is incomplete (cut off or damaged). Copy or export it again.")
        case .unterminatedQuote(let file, let line):
            Phrase(
                zh: "文件「\(file)」第 \(line) 行有一个引号没有结束。请补上引号或删除它。",
                en: "“\(file)”, line \(line): a quote opens here and never closes. Close or remove it.")
        case .notASpreadsheet(let file, let found):
            Phrase(
                zh: "文件「\(file)」\(found.words.zh)。请另存为 .xlsx 或 .csv 后再试。",
                en: "“\(file)” \(found.words.en). Save it as .xlsx or .csv and retry.")
        case .passwordProtected(let file):
            Phrase(
                zh: "文件「\(file)」有密码保护。请在 Excel 中取消密码后再试。",
                en: "“\(file)” is protected by a password. Remove the password in Excel and retry.")
        case .tooLargeUnpacked(let file, let limit):
            Phrase(
                zh: "文件「\(file)」解压后异常庞大（上限 \(limit >> 20) MB），已拒绝。",
                en: "“\(file)” unpacks to a suspicious size (limit \(limit >> 20) MB) and was refused.")
        case .documentType(let file, let part):
            Phrase(
                zh: "文件「\(file)」的 \(part) 含有不允许的 DOCTYPE 声明，已拒绝。请用 Excel 重新保存。",
                en: "“\(file)”: \(part) declares a DOCTYPE, which is not allowed. Save it again with Excel.")
        case .malformed(let file, let part):
            Phrase(
                zh: "文件「\(file)」的 \(part) 已损坏。请用 Excel 打开并重新保存。",
                en: "“\(file)”: \(part) is damaged. Open it in Excel and save it again.")
        case .tooManyColumns(let file, let sheet, let count, let limit):
            Phrase(
                zh: "\(Self.place(file, sheet).zh)有 \(count) 列，最多支持 \(limit) 列。",
                en: "\(Self.place(file, sheet).en) has \(count) columns; at most \(limit) can be read.")
        case .tooManyCells(let file, let sheet, let row, let count, let headers):
            Phrase(
                zh: "\(Self.place(file, sheet).zh)第 \(row) 行有 \(count) 个单元格，而表头只有 \(headers) 列。请检查该行是否多了分隔符。",
                en: "\(Self.place(file, sheet).en), row \(row): \(count) cells but the header names \(headers). "
                    + "Look for an extra delimiter in that row.")
        case .tooManyRows(let sheet, let limit):
            Phrase(
                zh: "工作表「\(sheet)」超过 Excel 的 \(limit) 行上限。请改为导出 CSV。",
                en: "Sheet “\(sheet)” exceeds Excel's limit of \(limit) rows. Export CSV instead.")
        case .textTooLong(let sheet, let row, let column, let limit):
            Phrase(
                zh: "工作表「\(sheet)」第 \(row) 行第 \(column) 列的文字超过 Excel 的 \(limit) 字上限。请改为导出 CSV。",
                en: "Sheet “\(sheet)”, row \(row), column \(column): longer than Excel's \(limit) characters. "
                    + "Export CSV instead.")
        case .unknownSheet(let file, let sheet, let known):
            Phrase(
                zh: "文件「\(file)」没有名为「\(sheet)」的工作表。现有：\(known.joined(separator: "、"))。",
                en: "“\(file)” has no sheet “\(sheet)”. It has: \(known.joined(separator: ", ")).")
        case .undecodable(let file, let encoding, let line):
            Phrase(
                zh: "文件「\(file)」第 \(line) 行有无法按 \(encoding.iconvName) 解读的字符。请另存为 UTF-8 编码的 CSV。",
                en: "“\(file)”, line \(line): bytes that are not \(encoding.iconvName). Save it as CSV in UTF-8.")
        }
    }

    private static func place(_ file: String, _ sheet: String?) -> Phrase {
        guard let sheet else { return Phrase(zh: "文件「\(file)」", en: "“\(file)”") }
        return Phrase(zh: "文件「\(file)」的工作表「\(sheet)」", en: "“\(file)”, sheet “\(sheet)”")
    }
}

extension SheetRefusal.FoundFormat {
    fileprivate var words: Phrase {
        switch self {
        case .oldExcel: Phrase(zh: "是旧版 Excel 格式（.xls）", en: "is in the old Excel format (.xls)")
        case .pdf: Phrase(zh: "是 PDF，不是表格", en: "is a PDF, not a spreadsheet")
        case .html: Phrase(zh: "其实是网页（HTML）", en: "is really a web page (HTML)")
        case .xml: Phrase(zh: "是 XML 文件，不是表格", en: "is an XML file, not a spreadsheet")
        case .json: Phrase(zh: "是 JSON 文件，不是表格", en: "is a JSON file, not a spreadsheet")
        case .zip: Phrase(zh: "是压缩包，里面没有工作簿", en: "is an archive without a workbook in it")
        case .binary: Phrase(zh: "不是文本也不是 Excel 工作簿", en: "is neither text nor an Excel workbook")
        }
    }
}

extension SheetRefusal {
    /// The system's commonest reasons, which it gives in English.
    private static func spoken(_ reason: String) -> String {
        switch reason {
        case "No such file or directory": "文件或文件夹不存在"
        case "Permission denied": "没有权限"
        case "Is a directory": "这是一个文件夹"
        case "Read-only file system": "该位置只读"
        case "No space left on device": "磁盘空间不足"
        default: reason
        }
    }
}
