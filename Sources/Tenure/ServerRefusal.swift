import Foundation
import Kernel
import NIOCore
import SQL

/// Why a server or a command cannot begin, or not go on.
package enum ServerRefusal: Refusal, Equatable {
    case portTaken(host: String, port: Int)
    case portForbidden(Int)
    case addressUnusable(String)
    case folderNotWritable(path: String)
    case serverRuns(path: String, process: Int32?)
    case folderIsBeingReplaced(path: String)
    case folderInUse(path: String)
    case noDatabase(path: String)
    /// A PostgreSQL server whose schema holds no company yet.
    case databaseEmpty
    case migrationsPending(Int)
    case certificate(path: String)
    case certificateOfAnotherKey(chain: String, key: String)
    case databaseUnavailable
    /// What the server said, in its own language.
    case databaseUnusable(String)
    case databaseDamaged
    case databaseBusy
    case diskFull(path: String)
    case diskFails(path: String)
    case notEmpty(path: String)

    package var explanation: Phrase {
        switch self {
        case .portTaken(let host, let port):
            Phrase(
                zh: "\(host) 的端口 \(port) 已被其他程序占用。请停止该程序，或用 --port 换一个端口。",
                en: "Port \(port) of \(host) is taken by another program. Stop it, or choose another with --port.")
        case .portForbidden(let port):
            Phrase(
                zh: "没有权限使用端口 \(port)。请使用 1024 以上的端口，并在前面放置反向代理。",
                en: "Port \(port) may not be used by this user. Use one above 1023 and put a proxy in front.")
        case .addressUnusable(let host):
            Phrase(
                zh: "无法在地址 \(host) 上监听：本机没有这个地址。请检查 address 设置，例如 127.0.0.1 或 0.0.0.0。",
                en:
                    "This machine has no address \(host) to listen on. Check the setting `address`: 127.0.0.1 or 0.0.0.0, say."
            )
        case .folderNotWritable(let path):
            Phrase(
                zh: "数据文件夹 \(path) 无法写入。请检查它是否存在、是否属于运行本程序的用户、磁盘是否只读。",
                en:
                    "The data folder \(path) cannot be written. Check that it exists, belongs to the user that runs this program, and that the disk is not read-only."
            )
        case .serverRuns(let path, let process):
            Phrase(
                zh: "另一个 Tenure 服务器正在使用数据文件夹 \(path)"
                    + (process.map { $0 > 0 ? "（进程 \($0)）" : "" } ?? "") + "。请先停止它，或用 --data 换一个文件夹。",
                en: "Another Tenure server uses the data folder \(path)"
                    + (process.map { $0 > 0 ? " (process \($0))" : "" } ?? "")
                    + ". Stop it first, or choose another folder with --data.")
        case .folderIsBeingReplaced(let path):
            Phrase(
                zh: "数据文件夹 \(path) 正在恢复或升级。请等待该命令结束后重试。",
                en: "The data folder \(path) is being restored or upgraded. Try again when that command has ended.")
        case .folderInUse(let path):
            Phrase(
                zh: "另一个 tenure 命令正在使用数据文件夹 \(path)。请等待它结束后重试。",
                en: "Another tenure command uses the data folder \(path). Try again when it has ended.")
        case .noDatabase(let path):
            Phrase(
                zh: "\(path) 中没有数据库。请检查 --data 或 data_folder，或先运行 tenure serve。",
                en: "There is no database in \(path). Check --data or data_folder, or run tenure serve first.")
        case .databaseEmpty:
            Phrase(
                zh: "PostgreSQL 数据库中还没有公司数据。请检查 database 和 database_schema 设置，或先运行 tenure serve。",
                en:
                    "The PostgreSQL database holds no company yet. Check the settings `database` and `database_schema`, or run tenure serve first."
            )
        case .migrationsPending(let count):
            Phrase(
                zh: "数据库还有 \(count) 个升级步骤未执行。请先备份，再运行 tenure migrate，或重新启动服务。",
                en:
                    "The database lacks \(count) step\(count == 1 ? "" : "s"). Back it up, then run tenure migrate or restart the server."
            )
        case .certificate(let path):
            Phrase(
                zh: "无法使用 TLS 文件 \(path)。请检查路径、权限，以及它是否为 PEM 格式。",
                en: "The TLS file \(path) cannot be used. Check its path, its permissions, and that it is PEM.")
        case .certificateOfAnotherKey(let chain, let key):
            Phrase(
                zh: "证书 \(chain) 与私钥 \(key) 不匹配。请使用申请该证书时的私钥。",
                en: "The certificate \(chain) does not belong to the key \(key). Use the key it was made for.")
        case .databaseUnavailable:
            Phrase(
                zh: "无法连接 PostgreSQL 服务器。请检查服务器是否运行，以及 database 设置中的地址、用户和密码。",
                en:
                    "The PostgreSQL server cannot be reached. Check that it runs, and address, user and password in the setting `database`."
            )
        case .databaseUnusable(let reason):
            Phrase(
                zh: "PostgreSQL 数据库不能使用。请检查 database 和 database_schema 设置，以及该用户的权限。\n数据库服务器的原话：\(reason)",
                en:
                    "The PostgreSQL database cannot be used. Check the settings `database` and `database_schema`, and what that user may do.\nThe server's own words: \(reason)"
            )
        case .databaseDamaged:
            Phrase(
                zh: "数据库文件已损坏，或不是数据库。请不要继续写入；用 tenure restore 恢复最近的备份。",
                en:
                    "The database file is damaged or no database. Write nothing more; restore the last backup with tenure restore."
            )
        case .databaseBusy:
            Phrase(
                zh: "其他程序长时间占用数据库。请稍后重试。",
                en: "Another program holds the database for too long. Try again in a moment.")
        case .diskFull(let path):
            Phrase(
                zh: "\(path) 所在的磁盘已满，没有写入任何内容。请腾出空间后重试。",
                en: "The disk of \(path) is full; nothing was written. Make room and try again.")
        case .diskFails(let path):
            Phrase(
                zh: "\(path) 所在的磁盘读写出错。请检查磁盘和系统日志，再重试。",
                en:
                    "The disk of \(path) cannot be read or written. Look at the disk and the system log, then try again."
            )
        case .notEmpty(let path):
            Phrase(
                zh: "\(path) 中已有公司数据。演示公司只能载入空的数据文件夹；请用 --data 指定另一个文件夹。",
                en:
                    "\(path) holds a company already. The demonstration goes into an empty folder only; choose another with --data."
            )
        }
    }
}

extension ServerRefusal {
    /// Whether nothing is wrong but that no company is there yet.
    package var isOfNoCompany: Bool {
        switch self {
        case .noDatabase, .databaseEmpty: true
        default: false
        }
    }

    /// The sentence for what the system or the database said; nil for what is a fault of the program.
    package init?(_ error: any Error, _ settings: Server.Settings) {
        if let error = error as? IOError {
            switch error.errnoCode {
            case EADDRINUSE: self = .portTaken(host: settings.host, port: settings.port)
            case EACCES: self = .portForbidden(settings.port)
            case EADDRNOTAVAIL: self = .addressUnusable(settings.host)
            default: return nil
            }
        } else if error is SocketAddressError {
            self = .addressUnusable(settings.host)
        } else if let fault = error as? SQLFault {
            self.init(fault, settings)
        } else {
            return nil
        }
    }

    private init?(_ fault: SQLFault, _ settings: Server.Settings) {
        switch fault {
        case .unavailable:
            self = settings.database == .file ? .diskFails(path: settings.dataFolder) : .databaseUnavailable
        case .damaged: self = .databaseDamaged
        case .busy, .conflict: self = .databaseBusy
        case .full: self = .diskFull(path: settings.dataFolder)
        case .readOnly: self = .folderNotWritable(path: settings.dataFolder)
        case .statement(let reason) where settings.database != .file && !reason.contains("\n"):
            self = .databaseUnusable(reason)
        default: return nil
        }
    }
}
