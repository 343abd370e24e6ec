import Kernel

public enum MigrationRefusal: Refusal, Equatable {
    /// The database holds a step this program does not know.
    case databaseIsNewer(Int)

    public var explanation: Phrase {
        switch self {
        case .databaseIsNewer(let number):
            Phrase(
                zh: "数据库由更新的版本建立（第 \(number) 步），当前程序不能打开。请升级程序，或使用对应版本的备份。",
                en:
                    "A newer version made this database (step \(number)); this program cannot open it. Upgrade the program or restore a backup of its own version."
            )
        }
    }
}
