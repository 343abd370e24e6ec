import Kernel

/// Why a command does not do what was typed.
enum CommandRefusal: Refusal, Equatable {
    case noFile(String)
    case alreadyThere(String)
    case cannotWrite(String)
    case unknownEnding(String, known: [String])
    case noSuchList(String, known: [String])
    case notABackup(String)
    case backupDamaged(String)
    case needsReplace(String)
    case noSuchMark(String)

    var explanation: Phrase {
        switch self {
        case .noFile(let path):
            Phrase(zh: "文件 \(path) 不存在。请检查路径。", en: "There is no file \(path). Check the path.")
        case .alreadyThere(let path):
            Phrase(
                zh: "\(path) 已存在，不会覆盖。请换一个名称。",
                en: "\(path) is there already and is not overwritten. Choose another name.")
        case .cannotWrite(let path):
            Phrase(
                zh: "无法写入 \(path)。请检查文件夹是否存在、是否可写、磁盘是否已满。",
                en:
                    "\(path) cannot be written. Check that its folder exists and can be written, and that the disk has room."
            )
        case .unknownEnding(let path, let known):
            Phrase(
                zh: "从 \(path) 的后缀看不出要写成哪种文件。请使用 \(known.joined(separator: " 或 "))。",
                en:
                    "The ending of \(path) does not say what kind of file to write. Use \(known.joined(separator: " or "))."
            )
        case .noSuchList(let name, let known):
            Phrase(
                zh: "没有名为“\(name)”的列表。可选：\(known.joined(separator: "、"))。",
                en: "There is no list called “\(name)”. Known: \(known.joined(separator: ", ")).")
        case .notABackup(let path):
            Phrase(
                zh: "\(path) 不是备份。请指定由 tenure backup 或 tenure export --all 生成的文件夹或文件。",
                en: "\(path) is no backup. Name a folder or file made by tenure backup or tenure export --all.")
        case .backupDamaged(let path):
            Phrase(
                zh: "备份中的 \(path) 与校验和不符或缺失，没有恢复任何内容。请使用另一份备份。",
                en:
                    "\(path) of the backup is missing or does not match its checksum. Nothing was restored; take another backup."
            )
        case .needsReplace(let path):
            Phrase(
                zh: "\(path) 中已有数据。确认要替换时请加 --replace；原有数据会移到旁边保留。",
                en: "\(path) holds data. Add --replace to replace it; what is there is kept beside.")
        case .noSuchMark(let text):
            Phrase(
                zh: "“\(text)”不是审计链的记号。请照 tenure audit verify 打印的“序号:校验码”填写。",
                en: "“\(text)” is no mark of the audit chain. Give it as tenure audit verify printed it: number:hash.")
        }
    }
}
