import Kernel

/// Why a file, a check, a commit or an undo is refused as a whole.
package enum ImportRefusal: Refusal {
    case noHeader
    case noRows
    case unknownKind(String, known: [String])
    case noFile
    case tooLarge
    /// The stored file was deleted when its time was over.
    case fileGone
    case notChecked
    case alreadyCommitted
    case busy
    case problems(rows: Int, problems: Int)
    case notCommitted
    /// What the batch wrote was changed since, or other records stand on it.
    case standsOn([Phrase])
    case traceGone
    /// Somebody else's file holds columns the viewer may not see.
    case hiddenColumns

    package var explanation: Phrase {
        switch self {
        case .noHeader:
            Phrase(
                zh: "没有找到表头。请在数据上方加一行列名，再重新上传。",
                en: "No header was found. Put a row of column names above the data and upload the file again.")
        case .noRows:
            Phrase(zh: "表头下面没有数据行。", en: "There are no rows below the header.")
        case .unknownKind(let kind, let known):
            Phrase(
                zh: "没有“\(kind)”这种导入。可选：\(known.joined(separator: "、"))。",
                en: "There is no import called “\(kind)”. Known: \(known.joined(separator: ", ")).")
        case .noFile:
            Phrase(zh: "请先选择一个文件。", en: "Choose a file first.")
        case .tooLarge:
            Phrase(zh: "文件超过 200 MB。请拆分后分次上传。", en: "The file is larger than 200 MB. Split it and upload the parts.")
        case .fileGone:
            Phrase(
                zh: "上传的文件已按保存期限删除。请重新上传。",
                en: "The uploaded file was deleted when its time was over. Upload it again.")
        case .notChecked:
            Phrase(zh: "请先检查文件，再导入。", en: "Check the file before committing it.")
        case .alreadyCommitted:
            Phrase(zh: "这个批次已经导入，不能再次导入。", en: "This batch is already committed.")
        case .busy:
            Phrase(zh: "这个批次正在处理，请稍候。", en: "This batch is being worked on. Wait a moment.")
        case .problems(let rows, let problems):
            Phrase(
                zh: "有 \(rows) 行、\(problems) 处问题，没有写入任何数据。请修改后重新上传，或选择“只导入没有问题的行”。",
                en:
                    "\(problems) problems in \(rows) rows; nothing was written. Mend the file and upload it again, or choose to take the good rows only."
            )
        case .notCommitted:
            Phrase(zh: "这个批次没有可以撤销的内容。", en: "There is nothing to undo in this batch.")
        case .standsOn(let reasons):
            Phrase(zh: "不能撤销：", en: "This cannot be undone: ")
                + Phrase(
                    zh: reasons.map(\.zh).joined(separator: "；") + "。",
                    en: reasons.map(\.en).joined(separator: "; ") + ".")
        case .hiddenColumns:
            Phrase(
                zh: "这个文件由他人上传，其中有您无权查看的列。请由上传文件的人指定列。",
                en: "Somebody else uploaded this file, and you may not see all of its columns. "
                    + "Whoever uploaded it has to choose them.")
        case .traceGone:
            Phrase(
                zh: "撤销所需的记录已按保存期限删除，这个批次不能再撤销。",
                en: "What undoing needs was deleted when its time was over; this batch can no longer be undone.")
        }
    }
}
