import Kernel

/// Why a file is not taken as the content of a database.
public enum BackupRefusal: Refusal, Equatable {
    /// It was not written by an export of this program.
    case notAnExport
    /// Its end is missing.
    case cut
    /// It was changed after it was written.
    case damaged
    /// It was written by a newer program; the number is the migration this one does not know.
    case newer(Int)
    /// The database holds something already.
    case databaseIsInUse
    /// The database has been brought further than the file; the number is the first migration the file lacks.
    case databaseIsFurther(Int)
    /// A table of the file is not as this program makes it.
    case otherTables(String)
    /// The copy did not pass its own check.
    case copyIsDamaged

    public var explanation: Phrase {
        switch self {
        case .notAnExport:
            Phrase(
                zh: "该文件不是本程序导出的数据文件。请选择由“导出”生成的文件。",
                en: "The file is no export of this program. Choose a file that was written by an export.")
        case .cut:
            Phrase(
                zh: "文件不完整：缺少结尾。数据库未作任何改动。请重新复制该文件，或使用另一份备份。",
                en: "The file is cut: its end is missing. Nothing was changed. Copy it again or take another backup.")
        case .damaged:
            Phrase(
                zh: "文件内容与校验和不符，可能已损坏或被改动。数据库未作任何改动。请使用另一份备份。",
                en:
                    "The file does not match its checksum: it was damaged or changed. Nothing was changed in the database. Take another backup."
            )
        case .newer(let number):
            Phrase(
                zh: "文件由更新的版本导出（第 \(number) 步）。请先升级程序，再恢复。",
                en: "A newer version wrote the file (step \(number)). Upgrade the program, then restore.")
        case .databaseIsInUse:
            Phrase(
                zh: "目标数据库已有数据。请恢复到空数据库，或明确选择覆盖。",
                en: "The database already holds data. Restore into an empty one, or say that it is to be replaced.")
        case .databaseIsFurther(let number):
            Phrase(
                zh: "目标数据库的结构比文件更新（文件缺少第 \(number) 步）。请恢复到空数据库。",
                en: "The database is further than the file, which lacks step \(number). Restore into an empty database."
            )
        case .otherTables(let table):
            Phrase(
                zh: "文件中的表“\(table)”与当前程序不一致。数据库未作任何改动。请使用导出该文件的程序版本。",
                en:
                    "The table \(table) of the file is not the one this program makes. Nothing was changed. Use the version that wrote the file."
            )
        case .copyIsDamaged:
            Phrase(
                zh: "备份写完后未通过完整性检查，已删除。请检查磁盘后重试。",
                en: "The copy did not pass its integrity check and was removed. Check the disk and try again.")
        }
    }
}
